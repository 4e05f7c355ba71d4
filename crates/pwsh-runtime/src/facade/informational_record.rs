//! `System.Management.Automation.InformationalRecord`: what warning, verbose and debug records have in common.

use crate::record::TextRecord;
use pwsh_value::ty::{Call, FacadeType, Hooks, property};
use pwsh_value::{Context, PsString, Result, Value};

pub(super) static INFORMATIONAL_RECORD: FacadeType = FacadeType {
    members: &[
        property("string Message {get;}", message),
        property("System.Management.Automation.InvocationInfo InvocationInfo {get;}", nothing),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[int] PipelineIterationInfo {get;}",
            nothing,
        ),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.InformationalRecord")
};

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    Ok(this.cell().and_then(|o| o.get::<TextRecord>()).map_or_else(PsString::empty, |r| r.message.clone()))
}

fn message(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<TextRecord>().message.clone().into())
}

fn nothing(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Null)
}
