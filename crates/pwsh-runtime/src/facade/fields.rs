//! Objects of types whose properties are plain values.

use parking_lot::Mutex;
use pwsh_value::ty::{Call, named};
use pwsh_value::{Obj, Payload, Result, Value};

/// The payload of such an object: the values of its properties by the places that the type's table names.
pub struct Fields(Mutex<Vec<Value>>);

impl Fields {
    /// An object of a type with these values.
    pub fn object(type_name: &str, values: Vec<Value>) -> Value {
        Value::Object(Obj::new(named(type_name), Fields(Mutex::new(values))))
    }

    /// The value at a place.
    pub fn get(&self, place: usize) -> Value {
        self.0.lock().get(place).cloned().unwrap_or_default()
    }
}

/// The value of an object's field; null where it has none at that place.
pub fn field(target: &Value, place: usize) -> Value {
    target.as_object().and_then(|obj| obj.get::<Fields>()).map_or(Value::Null, |fields| fields.get(place))
}

/// Puts a value into an object's field.
pub fn set_field(target: &Value, place: usize, value: Value) {
    if let Some(this) = target.as_object().and_then(|obj| obj.get::<Fields>()) {
        this.storing(&value);
        let old = this.0.lock().get_mut(place).map(|slot| std::mem::replace(slot, value));
        drop(old);
    }
}

impl Payload for Fields {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.lock().iter().for_each(visit);
    }

    fn release(&self, out: &mut Vec<Value>) {
        out.append(&mut self.0.lock());
    }
}

/// The getter of the property at a place.
pub fn get<const PLACE: usize>(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Fields>().get(PLACE))
}

/// The setter of the property at a place.
pub fn set<const PLACE: usize>(call: &mut Call<'_>) -> Result<Value> {
    set_field(call.this, PLACE, call.args[call.args.len() - 1].clone());
    Ok(Value::Void)
}
