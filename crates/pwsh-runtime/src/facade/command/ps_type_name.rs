//! `System.Management.Automation.PSTypeName`: a type by name, which need not be there.

use crate::facade::runspace;
use pwsh_value::payload::TypeObject;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, named, property};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Type, Value};

/// The payload: the name.
pub(in crate::facade) struct PsTypeName(PsString);

impl Payload for PsTypeName {}

pub(in crate::facade) static PS_TYPE_NAME: FacadeType = FacadeType {
    members: &[
        constructor("new(string name)", new),
        property("string Name {get;}", name),
        property("type Type {get;}", ty),
    ],
    hooks: Hooks { to_string: Some(to_string), convert_from: Some(convert_from), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.PSTypeName")
};

/// The object for a name.
pub(super) fn object(name: PsString) -> Value {
    Value::Object(Obj::new(named("System.Management.Automation.PSTypeName"), PsTypeName(name)))
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(object(call.str(0)))
}

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let name = this.cell().and_then(|obj| obj.get::<PsTypeName>());
    Ok(name.map_or_else(PsString::empty, |name| name.payload().0.clone()))
}

fn convert_from(_: &mut dyn Context, _: &Type, value: &Value) -> Result<Option<Value>> {
    let of_type = value.as_object().and_then(|obj| obj.get::<TypeObject>()).map(|ty| ty.0.name().clone());
    Ok(of_type.or_else(|| value.as_string().cloned()).map(object))
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<PsTypeName>().0.clone().into())
}

fn ty(call: &mut Call<'_>) -> Result<Value> {
    let name = call.this::<PsTypeName>().0.clone();
    let found = runspace(call.cx).find_type(&name.to_str());
    Ok(found.map_or(Value::Null, Value::from))
}
