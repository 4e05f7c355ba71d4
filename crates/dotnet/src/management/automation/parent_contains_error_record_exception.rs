//! `System.Management.Automation.ParentContainsErrorRecordException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.ParentContainsErrorRecordException`.
pub static PARENT_CONTAINS_ERROR_RECORD_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new(string message)", new),
        constructor("new()", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.ParentContainsErrorRecordException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System.Management.Automation.ParentContainsErrorRecordException")
}
