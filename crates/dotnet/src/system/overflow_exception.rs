//! `System.OverflowException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.OverflowException`.
pub static OVERFLOW_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArithmeticException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.OverflowException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Arithmetic operation resulted in an overflow.")
}
