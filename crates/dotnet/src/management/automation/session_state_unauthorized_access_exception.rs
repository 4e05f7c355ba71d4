//! `System.Management.Automation.SessionStateUnauthorizedAccessException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.SessionStateUnauthorizedAccessException`.
pub static SESSION_STATE_UNAUTHORIZED_ACCESS_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.SessionStateException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.SessionStateUnauthorizedAccessException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}
