//! `System.Management.Automation.Runspaces.InvalidPipelineStateException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.Runspaces.InvalidPipelineStateException`.
pub static INVALID_PIPELINE_STATE_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.Runspaces.PipelineState CurrentState {get;}", current_state),
        property("System.Management.Automation.Runspaces.PipelineState ExpectedState {get;}", expected_state),
    ],
    ..FacadeType::class("System.Management.Automation.Runspaces.InvalidPipelineStateException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "The pipeline state is not valid for this operation.")
}

fn current_state(call: &mut Call<'_>) -> Result<Value> {
    exception::enum_field(call, "CurrentState", "System.Management.Automation.Runspaces.PipelineState")
}

fn expected_state(call: &mut Call<'_>) -> Result<Value> {
    exception::enum_field(call, "ExpectedState", "System.Management.Automation.Runspaces.PipelineState")
}
