//! `System.Net.ICredentials`.

use pwsh_value::ty::FacadeType;

/// `System.Net.ICredentials`.
pub static I_CREDENTIALS: FacadeType = FacadeType::interface("System.Net.ICredentials");
