//! `System.ArithmeticException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.ArithmeticException`.
pub static ARITHMETIC_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.ArithmeticException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Overflow or underflow in the arithmetic operation.")
}
