//! `System.Management.Automation.ValidationMetadataException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.ValidationMetadataException`.
pub static VALIDATION_METADATA_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.MetadataException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.ValidationMetadataException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System.Management.Automation.ValidationMetadataException")
}
