//! `System.Globalization.CultureNotFoundException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Globalization.CultureNotFoundException`.
pub static CULTURE_NOT_FOUND_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArgumentException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Nullable[int] InvalidCultureId {get;}", invalid_culture_id),
        property("string InvalidCultureName {get;}", invalid_culture_name),
    ],
    ..FacadeType::class("System.Globalization.CultureNotFoundException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Culture is not supported.")
}

fn invalid_culture_id(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "InvalidCultureId")
}

fn invalid_culture_name(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "InvalidCultureName")
}
