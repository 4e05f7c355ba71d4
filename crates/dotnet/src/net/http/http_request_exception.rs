//! `System.Net.Http.HttpRequestException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Net.Http.HttpRequestException`.
pub static HTTP_REQUEST_EXCEPTION: FacadeType = FacadeType {
    base: "System.Exception",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
        property("System.Net.Http.HttpRequestError HttpRequestError {get;}", http_request_error),
        property("System.Nullable[System.Net.HttpStatusCode] StatusCode {get;}", status_code),
    ],
    ..FacadeType::class("System.Net.Http.HttpRequestException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Exception of type 'System.Net.Http.HttpRequestException' was thrown.")
}

fn http_request_error(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "HttpRequestError")
}

fn status_code(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "StatusCode")
}
