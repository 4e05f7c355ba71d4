//! `System.Management.Automation.PSVariableIntrinsics`: the variables of a session state.

use super::Of;
use crate::facade::{PsVariable, runspace};
use crate::runspace::Runspace;
use crate::scope::{ScopeId, Slot};
use pwsh_value::ty::{Call, FacadeType, method};
use pwsh_value::{Name, Result, Value};

pub(in crate::facade) static PS_VARIABLE_INTRINSICS: FacadeType = FacadeType {
    members: &[
        method("psvariable Get(string name)", get),
        method("System.Object GetValue(string name)", get_value),
        method("System.Object GetValue(string name, System.Object defaultValue)", get_value),
        method("void Set(string name, System.Object value)", set),
        method("void Set(psvariable variable)", set_variable),
        method("void Remove(string name)", remove),
        method("void Remove(psvariable variable)", remove),
    ],
    ..FacadeType::class("System.Management.Automation.PSVariableIntrinsics")
};

/// The scope that names are looked up from, and the name without its scope (`script:x`).
fn place(rs: &Runspace, of: Of, name: &str) -> (ScopeId, Name) {
    let here = of.0.unwrap_or(rs.cur.scope);
    match name.split_once(':') {
        Some((prefix, bare)) => {
            let scope = match &*prefix.to_ascii_lowercase() {
                "global" => crate::scope::Scopes::GLOBAL,
                "script" => rs.scopes.script_scope(here),
                _ => here,
            };
            (scope, Name::intern(bare))
        }
        None => (here, Name::intern(name)),
    }
}

fn get(call: &mut Call<'_>) -> Result<Value> {
    let (of, name) = (*call.this::<Of>().payload(), call.str(0));
    let rs = runspace(call.cx);
    let (scope, name) = place(rs, of, &name.to_str());
    if rs.scopes.find(scope, name).is_some() {
        return Ok(PsVariable::object(rs.variable_cell(scope, name)));
    }
    Ok(Value::Null)
}

fn get_value(call: &mut Call<'_>) -> Result<Value> {
    let (of, name) = (*call.this::<Of>().payload(), call.str(0));
    let default = call.args.get(1).cloned().unwrap_or_default();
    let rs = runspace(call.cx);
    let (scope, name) = place(rs, of, &name.to_str());
    Ok(match rs.scopes.find(scope, name) {
        Some(found) => rs.scopes.slot(found).value(),
        None if of.0.is_none() && rs.variable_exists(name) => rs.lookup(name),
        None => default,
    })
}

fn set(call: &mut Call<'_>) -> Result<Value> {
    let (of, name, value) = (*call.this::<Of>().payload(), call.str(0), call.args[1].clone());
    let rs = runspace(call.cx);
    let (scope, name) = place(rs, of, &name.to_str());
    rs.store(scope, name, value)?;
    Ok(Value::Void)
}

fn set_variable(call: &mut Call<'_>) -> Result<Value> {
    let of = *call.this::<Of>().payload();
    let Some(variable) = call.payload::<PsVariable>(0).map(|v| v.payload().0.clone()) else {
        return Ok(Value::Void);
    };
    let rs = runspace(call.cx);
    let scope = of.0.unwrap_or(rs.cur.scope);
    let name = variable.name;
    *rs.scopes.place_in(scope, name) = Slot::Cell(variable);
    Ok(Value::Void)
}

fn remove(call: &mut Call<'_>) -> Result<Value> {
    let of = *call.this::<Of>().payload();
    let name = match call.payload::<PsVariable>(0) {
        Some(variable) => variable.0.name.text(),
        None => call.str(0),
    };
    let rs = runspace(call.cx);
    let (scope, name) = place(rs, of, &name.to_str());
    if let Some(found) = rs.scopes.find(scope, name) {
        rs.scopes.remove(found);
    }
    Ok(Value::Void)
}
