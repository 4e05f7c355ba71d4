//! `System.Management.Automation.GetValueException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.GetValueException`.
pub static GET_VALUE_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.ExtendedTypeSystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.GetValueException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System.Management.Automation.GetValueException")
}
