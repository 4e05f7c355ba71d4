//! `System.IServiceProvider`.

use pwsh_value::ty::FacadeType;

/// `System.IServiceProvider`.
pub static I_SERVICE_PROVIDER: FacadeType = FacadeType::interface("System.IServiceProvider");
