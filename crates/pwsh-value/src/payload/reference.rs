//! `[ref]`: a value that can be written through.

use crate::cycles;
use crate::object::{Handle, Obj, Payload};
use crate::ty::known;
use crate::value::Value;
use parking_lot::Mutex;
use std::sync::Arc;

/// The payload of a `PSReference`.
pub struct Reference(Target);

enum Target {
    Own(Mutex<Value>),
    Variable(Arc<dyn Variable>),
}

/// A variable that somebody holds besides its scope, as the runtime keeps it.
pub trait Variable: Send + Sync {
    /// The value.
    fn get(&self) -> Value;
    /// Stores a value as it is.
    fn set(&self, value: Value);
}

impl Reference {
    /// A reference to a value of its own: `[ref]5`.
    pub fn to_value(value: Value) -> Obj {
        Obj::new(known().psreference.clone(), Reference(Target::Own(Mutex::new(value))))
    }

    /// A reference to a variable: `[ref]$x`.
    pub fn to_variable(variable: Arc<dyn Variable>) -> Obj {
        Obj::new(known().psreference.clone(), Reference(Target::Variable(variable)))
    }

    /// The value.
    pub fn value(&self) -> Value {
        match &self.0 {
            Target::Own(value) => value.lock().clone(),
            Target::Variable(variable) => variable.get(),
        }
    }
}

impl Handle<'_, Reference> {
    /// Stores a value.
    pub fn set(self, value: Value) {
        match &self.payload().0 {
            Target::Own(slot) => {
                cycles::stored(self.owner(), &value);
                let old = std::mem::replace(&mut *slot.lock(), value);
                drop(old);
            }
            Target::Variable(variable) => variable.set(value),
        }
    }
}

impl Payload for Reference {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Target::Own(value) = &self.0 {
            visit(&value.lock());
        }
    }

    fn release(&self, out: &mut Vec<Value>) {
        if let Target::Own(value) = &self.0 {
            out.push(std::mem::take(&mut *value.lock()));
        }
    }
}
