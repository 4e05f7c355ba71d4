//! `System.Threading.ThreadAbortException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Result, Value};

/// `System.Threading.ThreadAbortException`.
pub static THREAD_ABORT_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[property("System.Object ExceptionState {get;}", exception_state)],
    ..FacadeType::class("System.Threading.ThreadAbortException")
};

fn exception_state(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ExceptionState")
}
