//! The note properties of a `PSCustomObject`: names shared by shape, values by position.

use crate::object::{Handle, Payload};
use crate::string::PsString;
use crate::value::Value;
use parking_lot::RwLock;
use std::sync::Arc;

/// An ordered set of note properties, names compared without case.
#[derive(Default)]
pub struct PropertyBag {
    inner: RwLock<Inner>,
}

#[derive(Default)]
struct Inner {
    names: Arc<[PsString]>,
    values: Vec<Value>,
}

impl PropertyBag {
    /// A bag whose names are shared with others of the same shape; as many values as names.
    pub fn with_shape(names: Arc<[PsString]>, values: Vec<Value>) -> PropertyBag {
        debug_assert_eq!(names.len(), values.len());
        PropertyBag { inner: RwLock::new(Inner { names, values }) }
    }

    /// The value of a property.
    pub fn get(&self, name: &PsString) -> Option<Value> {
        let inner = self.inner.read();
        inner.position(name).map(|at| inner.values[at].clone())
    }

    /// The property's name as it was given, and its value.
    pub fn find(&self, name: &PsString) -> Option<(PsString, Value)> {
        let inner = self.inner.read();
        inner.position(name).map(|at| (inner.names[at].clone(), inner.values[at].clone()))
    }

    /// All properties, in order.
    pub fn all(&self) -> Vec<(PsString, Value)> {
        let inner = self.inner.read();
        inner.names.iter().cloned().zip(inner.values.iter().cloned()).collect()
    }

    /// The names, in order; objects made by one literal share them.
    pub fn names(&self) -> Arc<[PsString]> {
        self.inner.read().names.clone()
    }

    /// The number of properties.
    pub fn len(&self) -> usize {
        self.inner.read().values.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<N: Into<PsString>> FromIterator<(N, Value)> for PropertyBag {
    /// Later properties replace earlier ones of the same name.
    fn from_iter<I: IntoIterator<Item = (N, Value)>>(properties: I) -> PropertyBag {
        let mut names: Vec<PsString> = Vec::new();
        let mut values = Vec::new();
        for (name, value) in properties {
            let name = name.into();
            match names.iter().position(|n| n.eq_ignore_case(&name)) {
                Some(at) => values[at] = value,
                None => {
                    names.push(name);
                    values.push(value);
                }
            }
        }
        PropertyBag::with_shape(names.into(), values)
    }
}

impl Handle<'_, PropertyBag> {
    /// Sets a property, adding it at the end if there is none of that name.
    pub fn set(self, name: PsString, value: Value) {
        self.storing(&value);
        let mut inner = self.payload().inner.write();
        let old = match inner.position(&name) {
            Some(at) => Some(std::mem::replace(&mut inner.values[at], value)),
            None => {
                inner.names = inner.names.iter().cloned().chain([name]).collect();
                inner.values.push(value);
                None
            }
        };
        drop(inner);
        drop(old);
    }

    /// Removes a property; says whether it was there.
    pub fn remove(self, name: &PsString) -> bool {
        let mut inner = self.payload().inner.write();
        let Some(at) = inner.position(name) else { return false };
        inner.names =
            inner.names.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, n)| n.clone()).collect();
        let old = inner.values.remove(at);
        drop(inner);
        drop(old);
        true
    }
}

impl Inner {
    fn position(&self, name: &PsString) -> Option<usize> {
        self.names.iter().position(|n| n.same(name) || n.eq_ignore_case(name))
    }
}

impl Payload for PropertyBag {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.inner.read().values.iter().for_each(visit);
    }

    fn release(&self, out: &mut Vec<Value>) {
        let mut inner = self.inner.write();
        inner.names = Arc::default();
        out.append(&mut inner.values);
    }
}
