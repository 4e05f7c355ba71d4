//! `System.Management.Automation.LoopFlowException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.LoopFlowException`.
pub static LOOP_FLOW_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.FlowControlException",
    members: &[property("string Label {get;}", label)],
    ..FacadeType::class("System.Management.Automation.LoopFlowException")
};

fn label(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Label")
}
