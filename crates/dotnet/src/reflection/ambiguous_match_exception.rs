//! `System.Reflection.AmbiguousMatchException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Reflection.AmbiguousMatchException`.
pub static AMBIGUOUS_MATCH_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.Reflection.AmbiguousMatchException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Ambiguous match found.")
}
