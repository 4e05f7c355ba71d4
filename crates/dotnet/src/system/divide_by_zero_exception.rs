//! `System.DivideByZeroException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.DivideByZeroException`.
pub static DIVIDE_BY_ZERO_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArithmeticException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.DivideByZeroException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Attempted to divide by zero.")
}
