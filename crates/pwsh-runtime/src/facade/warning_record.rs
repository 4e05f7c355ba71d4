//! `System.Management.Automation.WarningRecord`.

use crate::record::TextRecord;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Obj, Result, Value};

pub(super) static WARNING_RECORD: FacadeType = FacadeType {
    base: "System.Management.Automation.InformationalRecord",
    members: &[
        constructor("new(string message)", new),
        property("string FullyQualifiedWarningId {get;}", |_| Ok("".into())),
    ],
    ..FacadeType::class("System.Management.Automation.WarningRecord")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(Obj::new(
        call.ty.clone(),
        TextRecord { message: call.str(0), call: None, from_stream: false },
    )))
}
