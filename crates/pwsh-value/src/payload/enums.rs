//! Enum values.

use crate::object::{Obj, Payload};
use crate::ty::Type;
use crate::value::Value;

/// The number of an enum value; the object's type is the enum. A `ulong` enum's is its bits.
pub struct EnumNumber(pub i64);

impl Payload for EnumNumber {}

impl Value {
    /// The value of an enum type that has this number, named or not.
    pub fn enumeration(ty: &Type, number: i64) -> Value {
        Value::Object(Obj::new(ty.clone(), EnumNumber(number)))
    }
}
