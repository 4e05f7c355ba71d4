//! Exceptions.

use crate::object::{Handle, Obj, Payload};
use crate::string::PsString;
use crate::ty::Type;
use crate::value::Value;
use parking_lot::Mutex;

/// The payload of every exception object; the object's type says which.
pub struct Exception {
    message: PsString,
    inner: Option<Obj>,
    fields: Mutex<Fields>,
}

#[derive(Default)]
struct Fields {
    /// What a derived type keeps besides (`ParamName`, `ErrorRecord`, `WasThrownFromThrowStatement`), and
    /// `Source`, `HelpLink`, `HResult`, `Data`, once they were set.
    extra: Vec<(&'static str, Value)>,
}

impl Exception {
    /// An exception with a message and, maybe, the one that caused it.
    pub fn new(message: PsString, inner: Option<Obj>) -> Exception {
        Exception { message, inner, fields: Mutex::default() }
    }

    /// An exception object of type `ty`.
    pub fn object(ty: Type, message: PsString, inner: Option<Obj>) -> Obj {
        Obj::new(ty, Exception::new(message, inner))
    }

    /// `Message`.
    pub fn message(&self) -> PsString {
        self.message.clone()
    }

    /// `InnerException`.
    pub fn inner(&self) -> Option<&Obj> {
        self.inner.as_ref()
    }

    /// A field that was set, by its .NET name.
    pub fn field(&self, name: &str) -> Option<Value> {
        self.fields.lock().extra.iter().find(|(n, _)| *n == name).map(|(_, value)| value.clone())
    }
}

impl Handle<'_, Exception> {
    /// Sets a field, by its .NET name.
    pub fn set_field(self, name: &'static str, value: Value) {
        self.storing(&value);
        let mut fields = self.payload().fields.lock();
        let old = match fields.extra.iter_mut().find(|(n, _)| *n == name) {
            Some((_, slot)) => Some(std::mem::replace(slot, value)),
            None => {
                fields.extra.push((name, value));
                None
            }
        };
        drop(fields);
        drop(old);
    }
}

impl Payload for Exception {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(inner) = &self.inner {
            visit(&Value::Object(inner.clone()));
        }
        self.fields.lock().extra.iter().for_each(|(_, value)| visit(value));
    }

    fn release(&self, out: &mut Vec<Value>) {
        out.extend(std::mem::take(&mut self.fields.lock().extra).into_iter().map(|(_, value)| value));
    }
}
