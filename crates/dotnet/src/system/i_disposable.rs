//! `System.IDisposable`.

use pwsh_value::ty::FacadeType;

/// `System.IDisposable`.
pub static I_DISPOSABLE: FacadeType = FacadeType::interface("System.IDisposable");
