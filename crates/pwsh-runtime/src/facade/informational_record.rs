//! `System.Management.Automation.InformationalRecord`: what warning, verbose and debug records have in common.

use super::{InvocationInfo, collection, runspace};
use crate::record::TextRecord;
use pwsh_value::ty::{Call, FacadeType, Hooks, property};
use pwsh_value::{Context, Obj, PsString, Result, Value};
use std::sync::Arc;

pub(super) static INFORMATIONAL_RECORD: FacadeType = FacadeType {
    members: &[
        property("string Message {get;}", message),
        property("System.Management.Automation.InvocationInfo InvocationInfo {get;}", invocation),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[int] PipelineIterationInfo {get;}",
            |_| Ok(collection::read_only("int", Vec::new())),
        ),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.InformationalRecord")
};

/// The constructor of each of the three: a record of a message, said by nobody.
pub(super) fn new(call: &mut Call<'_>) -> Result<Value> {
    let record = TextRecord { message: call.str(0), call: None, from_stream: false };
    Ok(Value::Object(Obj::new(call.ty.clone(), record)))
}

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    Ok(this.cell().and_then(|o| o.get::<TextRecord>()).map_or_else(PsString::empty, |r| r.message.clone()))
}

fn message(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<TextRecord>().message.clone().into())
}

/// The call of the function that said it; a script's own call stands for nothing in particular.
fn invocation(call: &mut Call<'_>) -> Result<Value> {
    let invocation = call.this::<TextRecord>().call.clone();
    let rs = runspace(call.cx);
    let invocation = invocation.unwrap_or_else(|| Arc::new(rs.block_invocation(rs.cur.streams)));
    Ok(Value::Object(InvocationInfo::of_call(invocation).object()))
}
