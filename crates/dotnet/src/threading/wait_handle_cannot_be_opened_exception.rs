//! `System.Threading.WaitHandleCannotBeOpenedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Threading.WaitHandleCannotBeOpenedException`.
pub static WAIT_HANDLE_CANNOT_BE_OPENED_EXCEPTION: FacadeType = FacadeType {
    base: "System.ApplicationException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Threading.WaitHandleCannotBeOpenedException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "No handle of the given name exists.")
}
