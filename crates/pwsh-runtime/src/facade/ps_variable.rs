//! `System.Management.Automation.PSVariable`.

use super::runspace;
use crate::scope::{VariableCell, VariableOptions};
use pwsh_value::ty::{Call, FacadeType, named, property, property_rw};
use pwsh_value::{Obj, Payload, Result, Value};
use std::sync::Arc;

pub(super) static PS_VARIABLE: FacadeType = FacadeType {
    members: &[
        property("string Name {get;}", name),
        property_rw("string Description {get;set;}", description, set_description),
        property_rw("System.Object Value {get;set;}", value, set_value),
        property("System.Management.Automation.SessionStateEntryVisibility Visibility {get;}", visibility),
        property("psmoduleinfo Module {get;}", module),
        property("string ModuleName {get;}", module_name),
        property("System.Management.Automation.ScopedItemOptions Options {get;}", options),
        property("System.Collections.ObjectModel.Collection[System.Attribute] Attributes {get;}", attributes),
    ],
    ..FacadeType::class("System.Management.Automation.PSVariable")
};

/// `System.Management.Automation.LocalVariable`: a variable that a block keeps in a slot of its own.
pub(super) static LOCAL_VARIABLE: FacadeType = FacadeType {
    base: "System.Management.Automation.PSVariable",
    ..FacadeType::class("System.Management.Automation.LocalVariable")
};

/// The payload of a `PSVariable`: the variable itself, not a copy.
pub struct PsVariable(pub Arc<VariableCell>);

impl Payload for PsVariable {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0.value());
    }
}

impl PsVariable {
    /// The object for a variable.
    pub fn object(cell: Arc<VariableCell>) -> Value {
        Value::Object(Obj::new(named("System.Management.Automation.PSVariable"), PsVariable(cell)))
    }

    /// The object for a variable in a slot of a block.
    pub fn local_object(cell: Arc<VariableCell>) -> Value {
        Value::Object(Obj::new(named("System.Management.Automation.LocalVariable"), PsVariable(cell)))
    }
}

impl VariableOptions {
    /// `ScopedItemOptions` as a number.
    pub fn bits(self) -> i64 {
        let bit = |on: bool, bit: i64| if on { bit } else { 0 };
        bit(self.read_only, 1) | bit(self.constant, 2) | bit(self.private, 4) | bit(self.all_scope, 8)
    }

    /// The options of a number of `ScopedItemOptions`.
    pub fn of_bits(bits: i64) -> VariableOptions {
        let has = |bit: i64| bits & bit != 0;
        VariableOptions { read_only: has(1), constant: has(2), private: has(4), all_scope: has(8) }
    }
}

fn attributes(call: &mut Call<'_>) -> Result<Value> {
    let constraints = call.this::<PsVariable>().0.constraints();
    let attributes = constraints.iter().map(super::attribute::of_constraint).collect();
    Ok(super::collection::collection("System.Attribute", attributes))
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::String(call.this::<PsVariable>().0.name.text()))
}

fn description(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::String(call.this::<PsVariable>().0.description()))
}

fn set_description(call: &mut Call<'_>) -> Result<Value> {
    call.this::<PsVariable>().0.set_description(call.str(0));
    Ok(Value::Void)
}

fn value(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<PsVariable>().0.value())
}

fn set_value(call: &mut Call<'_>) -> Result<Value> {
    let cell = call.this::<PsVariable>().0.clone();
    let value = call.args[0].clone();
    runspace(call.cx).store_in_cell(&cell, value)?;
    Ok(Value::Void)
}

fn visibility(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.Management.Automation.SessionStateEntryVisibility"), 0))
}

fn module(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Null)
}

fn module_name(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(""))
}

fn options(call: &mut Call<'_>) -> Result<Value> {
    let bits = call.this::<PsVariable>().0.options().bits();
    Ok(Value::enumeration(&named("System.Management.Automation.ScopedItemOptions"), bits))
}
