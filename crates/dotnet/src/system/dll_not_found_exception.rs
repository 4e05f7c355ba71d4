//! `System.DllNotFoundException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.DllNotFoundException`.
pub static DLL_NOT_FOUND_EXCEPTION: FacadeType = FacadeType {
    base: "System.TypeLoadException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.DllNotFoundException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Dll was not found.")
}
