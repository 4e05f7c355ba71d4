//! `System.UriFormatException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.UriFormatException`.
pub static URI_FORMAT_EXCEPTION: FacadeType = FacadeType {
    base: "System.FormatException",
    members: &[
        constructor("new()", new),
        constructor("new(string textString)", new),
        constructor("new(string textString, System.Exception e)", new),
    ],
    ..FacadeType::class("System.UriFormatException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "One of the identified items was in an invalid format.")
}
