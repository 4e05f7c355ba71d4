//! Objects of a class.

use parking_lot::RwLock;
use pwsh_value::{Handle, Obj, Payload, Value};
use std::sync::OnceLock;

/// The payload of an object of a script's class.
pub struct Instance {
    fields: RwLock<Vec<Value>>,
    /// An object of the .NET type that the class derives from, made when its constructor is called.
    base: OnceLock<Obj>,
}

impl Instance {
    pub(super) fn new(fields: Vec<Value>) -> Instance {
        Instance { fields: RwLock::new(fields), base: OnceLock::new() }
    }

    /// The value of a property by its position in the class.
    pub fn get(&self, at: usize) -> Value {
        self.fields.read().get(at).cloned().unwrap_or_default()
    }

    pub(super) fn has_base(&self) -> bool {
        self.base.get().is_some()
    }
}

impl Instance {
    /// Stores a value, which has the property's type.
    pub fn set(this: Handle<'_, Instance>, at: usize, value: Value) {
        this.storing(&value);
        let old = this.payload().fields.write().get_mut(at).map(|slot| std::mem::replace(slot, value));
        drop(old);
    }

    /// Keeps the object that the .NET base type's constructor made.
    pub(super) fn set_base(this: Handle<'_, Instance>, base: Obj) {
        this.storing(&Value::Object(base.clone()));
        let _ = this.payload().base.set(base);
    }
}

impl Payload for Instance {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.fields.read().iter().for_each(&mut *visit);
        if let Some(base) = self.base.get() {
            visit(&Value::Object(base.clone()));
        }
    }

    fn release(&self, out: &mut Vec<Value>) {
        out.append(&mut self.fields.write());
    }

    fn base(&self) -> Option<&dyn Payload> {
        self.base.get().map(Obj::payload)
    }
}
