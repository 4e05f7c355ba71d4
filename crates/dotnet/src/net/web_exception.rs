//! `System.Net.WebException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Net.WebException`.
pub static WEB_EXCEPTION: FacadeType = FacadeType {
    base: "System.InvalidOperationException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Net.WebExceptionStatus Status {get;}", status),
        property("System.Net.WebResponse Response {get;}", response),
    ],
    ..FacadeType::class("System.Net.WebException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Operation is not valid due to the current state of the object.")
}

fn status(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Status")
}

fn response(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Response")
}
