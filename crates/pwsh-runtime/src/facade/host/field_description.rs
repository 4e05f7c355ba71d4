//! `System.Management.Automation.Host.FieldDescription`.

use crate::host::Field;
use parking_lot::Mutex;
use pwsh_value::payload::TypeObject;
use pwsh_value::ty::{Call, FacadeType, constructor, method, property, property_rw};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// A value that is asked for.
pub(super) struct FieldDescription {
    name: PsString,
    rest: Mutex<Rest>,
}

#[derive(Clone)]
struct Rest {
    label: PsString,
    help: PsString,
    type_name: PsString,
    mandatory: bool,
    default: Value,
}

impl Payload for FieldDescription {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.rest.lock().default);
    }
}

impl FieldDescription {
    /// The field as a host takes it.
    pub(super) fn field(&self) -> Field {
        let rest = self.rest.lock().clone();
        Field {
            name: self.name.clone(),
            label: rest.label,
            type_name: rest.type_name,
            help: rest.help,
            mandatory: rest.mandatory,
            default: rest.default,
        }
    }
}

pub(in crate::facade) static FIELD_DESCRIPTION: FacadeType = FacadeType {
    members: &[
        constructor("new(string name)", new),
        property("string Name {get;}", |call| Ok(call.this::<FieldDescription>().name.clone().into())),
        property_rw(
            "string Label {get;set;}",
            |call| Ok(rest(call).label.into()),
            |call| {
                let label = call.str(0);
                change(call, |rest| rest.label = label)
            },
        ),
        property_rw(
            "string HelpMessage {get;set;}",
            |call| Ok(rest(call).help.into()),
            |call| {
                let help = call.str(0);
                change(call, |rest| rest.help = help)
            },
        ),
        property_rw(
            "bool IsMandatory {get;set;}",
            |call| Ok(rest(call).mandatory.into()),
            |call| {
                let mandatory = call.bool(0);
                change(call, |rest| rest.mandatory = mandatory)
            },
        ),
        property_rw(
            "psobject DefaultValue {get;set;}",
            |call| Ok(rest(call).default),
            |call| {
                let default = call.arg(0).clone();
                change(call, |rest| rest.default = default)
            },
        ),
        property("string ParameterTypeFullName {get;}", |call| Ok(rest(call).type_name.into())),
        method("void SetParameterType(type parameterType)", set_type),
    ],
    ..FacadeType::class("System.Management.Automation.Host.FieldDescription")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    let rest = Rest {
        label: PsString::empty(),
        help: PsString::empty(),
        type_name: "System.String".into(),
        mandatory: true,
        default: Value::Null,
    };
    let field = FieldDescription { name: call.str(0), rest: Mutex::new(rest) };
    Ok(Obj::new(call.ty.clone(), field).into())
}

fn rest(call: &mut Call<'_>) -> Rest {
    call.this::<FieldDescription>().rest.lock().clone()
}

fn change(call: &mut Call<'_>, work: impl FnOnce(&mut Rest)) -> Result<Value> {
    work(&mut call.this::<FieldDescription>().rest.lock());
    Ok(Value::Void)
}

fn set_type(call: &mut Call<'_>) -> Result<Value> {
    if let Some(ty) = call.payload::<TypeObject>(0) {
        let name = ty.payload().0.name().clone();
        call.this::<FieldDescription>().rest.lock().type_name = name;
    }
    Ok(Value::Void)
}
