//! `System.Management.Automation.ErrorCategoryInfo`.

use crate::error_record::ErrorRecord;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property, property_rw};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};

/// A view of an error record's category; the record holds what it shows.
pub struct CategoryInfo(Obj);

impl Payload for CategoryInfo {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Object(self.0.clone()));
    }
}

impl CategoryInfo {
    /// The view of an error record object.
    pub fn object(record: Obj) -> Obj {
        Obj::new(named("System.Management.Automation.ErrorCategoryInfo"), CategoryInfo(record))
    }
}

pub(super) static CATEGORY_INFO: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.ErrorCategory Category {get;}", category),
        property_rw("string Activity {get;set;}", activity, set_activity),
        property_rw("string Reason {get;set;}", reason, set_reason),
        property_rw("string TargetName {get;set;}", target_name, set_target_name),
        property_rw("string TargetType {get;set;}", target_type, set_target_type),
        method("string GetMessage()", message),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.ErrorCategoryInfo")
};

fn with<R>(call: &Call<'_>, read: impl FnOnce(&ErrorRecord) -> R) -> R {
    let info = call.this::<CategoryInfo>();
    read(info.0.get::<ErrorRecord>().expect("made of an error record").payload())
}

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let record = this.cell().and_then(|o| o.get::<CategoryInfo>()).map(|i| i.payload().0.clone());
    let record = record.as_ref().and_then(|o| o.get::<ErrorRecord>());
    Ok(record.map_or_else(PsString::empty, |r| r.category_message()))
}

fn message(call: &mut Call<'_>) -> Result<Value> {
    Ok(with(call, ErrorRecord::category_message).into())
}

fn category(call: &mut Call<'_>) -> Result<Value> {
    let number = with(call, |r| r.category) as i64;
    Ok(Value::enumeration(&named("System.Management.Automation.ErrorCategory"), number))
}

fn activity(call: &mut Call<'_>) -> Result<Value> {
    Ok(with(call, |r| r.names.lock().activity.clone()).into())
}

fn set_activity(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(call.args.len() - 1);
    with(call, |r| r.names.lock().activity = text);
    Ok(Value::Void)
}

fn reason(call: &mut Call<'_>) -> Result<Value> {
    Ok(with(call, |r| r.names.lock().reason.clone()).into())
}

fn set_reason(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(call.args.len() - 1);
    with(call, |r| r.names.lock().reason = text);
    Ok(Value::Void)
}

fn target_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(with(call, |r| r.names.lock().target_name.clone()).into())
}

fn set_target_name(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(call.args.len() - 1);
    with(call, |r| r.names.lock().target_name = text);
    Ok(Value::Void)
}

fn target_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(with(call, |r| r.names.lock().target_type.clone()).into())
}

fn set_target_type(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(call.args.len() - 1);
    with(call, |r| r.names.lock().target_type = text);
    Ok(Value::Void)
}
