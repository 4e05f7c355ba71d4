//! `System.Management.Automation.ErrorRecord`.

use super::runspace;
use super::{CategoryInfo, ErrorDetails, InvocationInfo};
use crate::error_record::ErrorRecord;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, property, property_rw};
use pwsh_value::{Category, Context, Error, Obj, PsString, Result, Value};

pub(super) static ERROR_RECORD: FacadeType = FacadeType {
    members: &[
        constructor(
            "new(System.Exception exception, string errorId, System.Management.Automation.ErrorCategory errorCategory, System.Object targetObject)",
            new,
        ),
        property("System.Exception Exception {get;}", exception),
        property("System.Object TargetObject {get;}", target),
        property("System.Management.Automation.ErrorCategoryInfo CategoryInfo {get;}", category_info),
        property("string FullyQualifiedErrorId {get;}", id),
        property_rw(
            "System.Management.Automation.ErrorDetails ErrorDetails {get;set;}",
            details,
            set_details,
        ),
        property("System.Management.Automation.InvocationInfo InvocationInfo {get;}", invocation_info),
        property("string ScriptStackTrace {get;}", stack),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[int] PipelineIterationInfo {get;}",
            iterations,
        ),
    ],
    hooks: Hooks { to_string: Some(to_string), convert_from: Some(convert_from), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.ErrorRecord")
};

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let record = this.cell().and_then(|o| o.get::<ErrorRecord>());
    Ok(record.map_or_else(PsString::empty, |r| r.message()))
}

/// A text and an exception become a record as `throw` makes one.
fn convert_from(cx: &mut dyn Context, _: &pwsh_value::Type, value: &Value) -> Result<Option<Value>> {
    let rs = runspace(cx);
    let error = rs.error_from(value)?;
    Ok(Some(Value::Object(rs.record_of(&error, None).object())))
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let Some(exception) = call.args[0].as_object().cloned() else {
        return Err(Error::argument("Value cannot be null.", "exception"));
    };
    let category = Category::from_number(call.number(2));
    let error = Error::throw(exception).id(call.str(1)).category(category).target(call.args[3].clone());
    let rs = runspace(call.cx);
    let record = ErrorRecord { position: None, stack: PsString::empty(), ..rs.record_of(&error, None) };
    Ok(Value::Object(Obj::new(call.ty.clone(), record)))
}

fn exception(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(call.this::<ErrorRecord>().exception.clone()))
}

fn target(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<ErrorRecord>().target.clone())
}

fn category_info(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(CategoryInfo::object(call.this::<ErrorRecord>().owner().clone())))
}

fn id(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<ErrorRecord>().id.clone().into())
}

fn details(call: &mut Call<'_>) -> Result<Value> {
    let record = call.this::<ErrorRecord>();
    let details = record.details.lock().clone();
    Ok(details.map_or(Value::Null, |d| Value::Object(ErrorDetails::object(d))))
}

fn set_details(call: &mut Call<'_>) -> Result<Value> {
    let new = call.payload::<ErrorDetails>(call.args.len() - 1).map(|d| d.payload().clone());
    *call.this::<ErrorRecord>().details.lock() = new;
    Ok(Value::Void)
}

fn invocation_info(call: &mut Call<'_>) -> Result<Value> {
    let record = call.this::<ErrorRecord>();
    Ok(match InvocationInfo::of_record(record.payload()) {
        Some(info) => Value::Object(info.object()),
        None => Value::Null,
    })
}

fn stack(call: &mut Call<'_>) -> Result<Value> {
    let stack = call.this::<ErrorRecord>().stack.clone();
    Ok(if stack.is_empty() { Value::Null } else { stack.into() })
}

fn iterations(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(Obj::typed_array(&pwsh_value::ty::known().int32, Vec::new())))
}
