//! Value types too large or too rare to lie inline.

use crate::object::{Obj, Payload};
use crate::ty::{Type, known};
use crate::value::Value;
use parking_lot::Mutex;

/// `System.Decimal`: the same 96-bit number and scale.
pub struct Decimal(pub rust_decimal::Decimal);

/// `System.Numerics.BigInteger`.
pub struct BigInt(pub num_bigint::BigInt);

/// `System.Guid`.
pub struct Guid(pub uuid::Uuid);

/// A type as a value: `[int]`.
pub struct TypeObject(pub Type);

/// `System.Management.Automation.SwitchParameter`: whether the switch was given.
pub struct Switch(pub bool);

/// A delegate made of a script block (or of a method's name); the object's type is the delegate's.
pub struct Delegate(Mutex<Value>);

impl Payload for Switch {}

impl Delegate {
    /// A delegate of type `ty` that calls `target`.
    pub fn object(ty: Type, target: Value) -> Obj {
        Obj::new(ty, Delegate(Mutex::new(target)))
    }

    /// What it calls.
    pub fn target(&self) -> Value {
        self.0.lock().clone()
    }
}

impl Payload for Delegate {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0.lock());
    }

    fn release(&self, out: &mut Vec<Value>) {
        out.push(std::mem::take(&mut *self.0.lock()));
    }
}

impl Payload for Decimal {}
impl Payload for BigInt {}
impl Payload for Guid {}
impl Payload for TypeObject {}

impl From<rust_decimal::Decimal> for Value {
    fn from(number: rust_decimal::Decimal) -> Value {
        Value::Object(Obj::new(known().decimal.clone(), Decimal(number)))
    }
}

impl From<num_bigint::BigInt> for Value {
    fn from(number: num_bigint::BigInt) -> Value {
        Value::Object(Obj::new(known().big_integer.clone(), BigInt(number)))
    }
}

impl From<uuid::Uuid> for Value {
    fn from(id: uuid::Uuid) -> Value {
        Value::Object(Obj::new(known().guid.clone(), Guid(id)))
    }
}

impl From<Type> for Value {
    fn from(ty: Type) -> Value {
        Value::Object(Obj::new(known().runtime_type.clone(), TypeObject(ty)))
    }
}
