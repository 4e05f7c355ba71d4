//! `System.Management.Automation.TerminateException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.TerminateException`.
pub static TERMINATE_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.FlowControlException",
    members: &[constructor("new()", new)],
    ..FacadeType::class("System.Management.Automation.TerminateException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}
