//! `System.Management.Automation.PSReference`: what `[ref]` makes.

use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, constructor, property_rw};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.PSReference`.
pub static PS_REFERENCE: FacadeType = FacadeType {
    members: &[
        constructor("new(System.Object value)", new),
        property_rw("System.Object Value {get;set;}", value, set_value),
    ],
    ..FacadeType::class("System.Management.Automation.PSReference")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Reference::to_value(call.args[0].clone()).into())
}

fn value(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Reference>().value())
}

fn set_value(call: &mut Call<'_>) -> Result<Value> {
    let value = call.args.last().cloned().unwrap_or_default();
    call.this::<Reference>().set(value);
    Ok(Value::Void)
}
