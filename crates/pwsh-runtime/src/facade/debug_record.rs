//! `System.Management.Automation.DebugRecord`.

use crate::record::TextRecord;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Obj, Result, Value};

pub(super) static DEBUG_RECORD: FacadeType = FacadeType {
    base: "System.Management.Automation.InformationalRecord",
    members: &[constructor("new(string message)", new)],
    ..FacadeType::class("System.Management.Automation.DebugRecord")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(Obj::new(
        call.ty.clone(),
        TextRecord { message: call.str(0), call: None, from_stream: false },
    )))
}
