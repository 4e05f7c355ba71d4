//! `System.Attribute`.

use pwsh_value::ty::{Call, FacadeType, Kind, method, property};
use pwsh_value::{Result, Value};

/// `System.Attribute`.
pub static ATTRIBUTE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    members: &[
        property("System.Object TypeId {get;}", type_id),
        method("bool Match(System.Object obj)", is_match),
        method("bool IsDefaultAttribute()", is_default),
    ],
    ..FacadeType::class("System.Attribute")
};

fn type_id(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.ty().cloned().map_or(Value::Null, Value::from))
}

fn is_match(call: &mut Call<'_>) -> Result<Value> {
    let (this, other) = (call.this.clone(), call.args[0].clone());
    call.cx.equals(&this, &other).map(Value::Bool)
}

fn is_default(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Bool(false))
}
