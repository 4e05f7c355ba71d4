//! `System.Net.ICredentialsByHost`.

use pwsh_value::ty::FacadeType;

/// `System.Net.ICredentialsByHost`.
pub static I_CREDENTIALS_BY_HOST: FacadeType = FacadeType::interface("System.Net.ICredentialsByHost");
