//! `System.TypeLoadException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.TypeLoadException`.
pub static TYPE_LOAD_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
        property("string TypeName {get;}", type_name),
    ],
    ..FacadeType::class("System.TypeLoadException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Failure has occurred while loading a type.")
}

fn type_name(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "TypeName")
}
