//! `System.TimeZoneNotFoundException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.TimeZoneNotFoundException`.
pub static TIME_ZONE_NOT_FOUND_EXCEPTION: FacadeType = FacadeType {
    base: "System.Exception",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.TimeZoneNotFoundException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Exception of type 'System.TimeZoneNotFoundException' was thrown.")
}
