//! `System.IAsyncResult`.

use pwsh_value::ty::FacadeType;

/// `System.IAsyncResult`.
pub static I_ASYNC_RESULT: FacadeType = FacadeType::interface("System.IAsyncResult");
