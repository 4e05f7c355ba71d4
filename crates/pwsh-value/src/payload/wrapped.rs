//! A number, string or other inline value that carries attached members.

use crate::object::{Obj, Payload};
use crate::value::Value;

/// The payload of [`Value::Wrapped`]; the object's type is the inner value's.
pub struct Wrapped(Value);

impl Wrapped {
    /// The value without its members; never an object nor a wrapper.
    pub fn value(&self) -> &Value {
        &self.0
    }
}

impl Payload for Wrapped {}

impl Value {
    /// The value in a form that can carry attached members: objects, wrappers and null as they are, others
    /// in a new wrapper.
    pub fn wrap(self) -> Value {
        match self {
            Value::Object(_) | Value::Wrapped(_) | Value::Null | Value::Void => self,
            inline => match inline.ty().cloned() {
                Some(ty) => Value::Wrapped(Obj::new(ty, Wrapped(inline))),
                None => inline,
            },
        }
    }
}
