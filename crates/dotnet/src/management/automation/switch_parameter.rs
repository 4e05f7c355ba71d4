//! `System.Management.Automation.SwitchParameter`.

use pwsh_value::payload::Switch;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, known, method, property};
use pwsh_value::{Obj, Result, Value};

/// `System.Management.Automation.SwitchParameter`.
pub static SWITCH_PARAMETER: FacadeType = FacadeType {
    members: &[
        constructor("new(bool isPresent)", new),
        property("bool IsPresent {get;}", is_present),
        property("static switch Present {get;}", present),
        method("bool ToBool()", to_bool),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.Management.Automation.SwitchParameter")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| Ok(if is_present_in(value) { "True" } else { "False" }.into())),
    equals: Some(|_, a, b| match b {
        Value::Bool(other) => Ok(is_present_in(a) == *other),
        _ => Ok(a.ty() == b.ty() && is_present_in(a) == is_present_in(b)),
    }),
    hash_code: Some(|_, value| Ok(is_present_in(value).into())),
    default: Some(|| switch_object(false)),
    ..Hooks::NONE
};

/// A switch.
fn switch_object(present: bool) -> Value {
    Obj::new(known().switch_parameter.clone(), Switch(present)).into()
}

fn is_present_in(value: &Value) -> bool {
    value.cell().and_then(|obj| obj.get::<Switch>()).is_some_and(|switch| switch.0)
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(switch_object(call.bool(0)))
}

fn is_present(call: &mut Call<'_>) -> Result<Value> {
    Ok(is_present_in(call.this).into())
}

fn present(_: &mut Call<'_>) -> Result<Value> {
    Ok(switch_object(true))
}

fn to_bool(call: &mut Call<'_>) -> Result<Value> {
    is_present(call)
}
