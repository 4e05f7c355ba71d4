//! `System.Management.Automation.ParameterBindingException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.ParameterBindingException`.
pub static PARAMETER_BINDING_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("string Message {get;}", exception::message),
        property("string ParameterName {get;}", parameter_name),
        property("type ParameterType {get;}", parameter_type),
        property("type TypeSpecified {get;}", type_specified),
        property("string ErrorId {get;}", error_id),
        property("long Line {get;}", line),
        property("long Offset {get;}", offset),
        property("System.Management.Automation.InvocationInfo CommandInvocation {get;}", command_invocation),
    ],
    ..FacadeType::class("System.Management.Automation.ParameterBindingException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System.Management.Automation.ParameterBindingException")
}

fn parameter_name(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ParameterName")
}

fn parameter_type(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ParameterType")
}

fn type_specified(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "TypeSpecified")
}

fn error_id(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorId")
}

fn line(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "Line", 0_i64)
}

fn offset(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "Offset", 0_i64)
}

fn command_invocation(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "CommandInvocation")
}
