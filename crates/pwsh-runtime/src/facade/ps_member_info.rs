//! `System.Management.Automation.PSMemberInfo`: what all members have.

use super::runspace;
use crate::member::{MemberInfo, MemberKind};
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, lookup, method, property, property_rw};
use pwsh_value::{Context, Handle, Member, PsString, Result, Value};

pub(super) static PS_MEMBER_INFO: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    members: &[
        property("System.Management.Automation.PSMemberTypes MemberType {get;}", member_type),
        property_rw("System.Object Value {get;set;}", value, set_value),
        property("string TypeNameOfValue {get;}", type_name_of_value),
        property("string Name {get;}", name),
        property("bool IsInstance {get;}", is_instance),
        method("System.Management.Automation.PSMemberInfo Copy()", copy),
    ],
    hooks: Hooks { to_string: Some(text), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.PSMemberInfo")
};

/// The member behind the object of a call.
pub(super) fn info<'a>(call: &Call<'a>) -> Handle<'a, MemberInfo> {
    call.this::<MemberInfo>()
}

/// The member as Get-Member defines it.
pub(super) fn text(cx: &mut dyn Context, this: &Value) -> Result<PsString> {
    let Some(info) = this.as_object().and_then(|obj| obj.get::<MemberInfo>()) else {
        return Ok(PsString::empty());
    };
    runspace(cx).member_text(info.payload())
}

fn member_type(call: &mut Call<'_>) -> Result<Value> {
    let number = info(call).kind() as i64;
    let ty = lookup("System.Management.Automation.PSMemberTypes");
    Ok(ty.map_or(Value::Null, |ty| Value::enumeration(&ty, number)))
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::String(info(call).name().clone()))
}

fn value(call: &mut Call<'_>) -> Result<Value> {
    let info = info(call).payload();
    match info.kind() {
        MemberKind::Method
        | MemberKind::ScriptMethod
        | MemberKind::CodeMethod
        | MemberKind::ParameterizedProperty => Ok(call.this.clone()),
        _ => info.value(runspace(call.cx)),
    }
}

fn set_value(call: &mut Call<'_>) -> Result<Value> {
    let value = call.args[0].clone();
    let info = info(call).payload();
    info.set_value(runspace(call.cx), value)?;
    Ok(Value::Void)
}

fn type_name_of_value(call: &mut Call<'_>) -> Result<Value> {
    let info = info(call).payload();
    let text = runspace(call.cx).member_value_type(info)?;
    Ok(Value::String(text))
}

fn is_instance(call: &mut Call<'_>) -> Result<Value> {
    Ok(info(call).is_instance().into())
}

fn copy(call: &mut Call<'_>) -> Result<Value> {
    let info = info(call).payload();
    Ok(match info.member() {
        Some(Member::Note(_)) => {
            let value = info.value(runspace(call.cx))?;
            MemberInfo::detached(info.name().clone(), Member::Note(value))
        }
        Some(member) => MemberInfo::detached(info.name().clone(), member),
        None => call.this.clone(),
    })
}
