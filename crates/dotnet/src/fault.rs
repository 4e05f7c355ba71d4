//! The exceptions that many members throw, with .NET's own texts.

use pwsh_value::payload::Exception;
use pwsh_value::{Error, PsString, Value};

/// `ArgumentNullException` for `parameter`.
pub fn null(parameter: &str) -> Error {
    let text = format!("Value cannot be null. (Parameter '{parameter}')");
    with_parameter(Error::new("System.ArgumentNullException", text), parameter)
}

/// `ArgumentException` for `parameter`.
pub fn argument(message: &str, parameter: &str) -> Error {
    with_parameter(Error::argument(message, parameter), parameter)
}

/// `ArgumentOutOfRangeException` for `parameter`.
pub fn out_of_range(message: &str, parameter: &str) -> Error {
    let text = format!("{message} (Parameter '{parameter}')");
    with_parameter(Error::new("System.ArgumentOutOfRangeException", text), parameter)
}

/// `ArgumentOutOfRangeException` that shows the value that was out of range.
pub fn actual_value(message: &str, parameter: &str, actual: impl std::fmt::Display) -> Error {
    let text = format!("{message} (Parameter '{parameter}')\nActual value was {actual}.");
    with_parameter(Error::new("System.ArgumentOutOfRangeException", text), parameter)
}

/// `ArgumentOutOfRangeException` for a number that is below zero.
pub fn negative(parameter: &str, actual: i64) -> Error {
    let message = format!("{parameter} ('{actual}') must be a non-negative value.");
    actual_value(&message, parameter, actual)
}

/// `ArgumentOutOfRangeException` for an index outside a list.
pub fn index() -> Error {
    let message = "Index was out of range. Must be non-negative and less than the size of the collection.";
    out_of_range(message, "index")
}

/// `IndexOutOfRangeException`, an array's.
pub fn outside_array() -> Error {
    Error::new("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
}

/// `InvalidOperationException`.
pub fn invalid_operation(message: impl Into<PsString>) -> Error {
    Error::new("System.InvalidOperationException", message)
}

/// `InvalidOperationException` for a collection that changed under an operation that script took part in.
pub fn modified() -> Error {
    invalid_operation("Collection was modified; enumeration operation may not execute.")
}

/// `FormatException`.
pub fn format(message: impl Into<PsString>) -> Error {
    Error::new("System.FormatException", message)
}

/// `OverflowException`.
pub fn overflow(message: impl Into<PsString>) -> Error {
    Error::new("System.OverflowException", message)
}

/// `NotSupportedException`.
pub fn not_supported(message: impl Into<PsString>) -> Error {
    Error::new("System.NotSupportedException", message)
}

/// `ObjectDisposedException` for the type of that full name.
pub fn disposed(message: &str, type_name: &str) -> Error {
    let text = format!("{message}\nObject name: '{type_name}'.");
    Error::new("System.ObjectDisposedException", text)
}

/// `DivideByZeroException`.
pub fn divide_by_zero() -> Error {
    Error::new("System.DivideByZeroException", "Attempted to divide by zero.")
}

fn with_parameter(error: Error, parameter: &str) -> Error {
    if let Some(exception) = error.thrown().and_then(|thrown| thrown.exception.get::<Exception>())
        && !parameter.is_empty()
    {
        exception.set_field("ParamName", Value::str(parameter));
    }
    error
}
