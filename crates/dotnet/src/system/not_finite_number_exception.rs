//! `System.NotFiniteNumberException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.NotFiniteNumberException`.
pub static NOT_FINITE_NUMBER_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArithmeticException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("double OffendingNumber {get;}", offending_number),
    ],
    ..FacadeType::class("System.NotFiniteNumberException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Number encountered was not a finite quantity.")
}

fn offending_number(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "OffendingNumber", 0.0)
}
