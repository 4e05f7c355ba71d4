//! The object: one thin pointer to a type, the members attached to it and a payload.

use crate::cycles;
use crate::drop::drop_children;
use crate::members::Members;
use crate::payload::{Array, PropertyBag};
use crate::ty::{Type, known};
use crate::value::Value;
use std::any::Any;
use std::ops::Deref;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;
use triomphe::Arc;

/// What an object holds besides its type and attached members.
///
/// A payload that holds values must visit every one of them in `trace` and give every one of them away in
/// `release`; the cycle collector and the iterative drop stand on that.
pub trait Payload: Any + Send + Sync {
    /// Visits every value that the payload holds.
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        let _ = visit;
    }

    /// Moves every value that the payload holds into `out`; the payload is not used as itself afterwards.
    fn release(&self, out: &mut Vec<Value>) {
        let _ = out;
    }

    /// A number that differs after every change of the items that the payload enumerates; `None` for what takes no
    /// notice of changes.
    fn changes(&self) -> Option<u32> {
        None
    }

    /// The payload of the facade type that a script class derives from, when there is one.
    fn base(&self) -> Option<&dyn Payload> {
        None
    }
}

/// A reference to an object; clones are the same object.
#[derive(Clone)]
pub struct Obj(Arc<Cell>);

struct Cell {
    ty: Type,
    attached: OnceLock<Box<Members>>,
    /// Set while the cycle collector holds the object in its list of suspects.
    suspect: AtomicBool,
    payload: Box<dyn Payload>,
}

impl Obj {
    /// Makes an object of type `ty`.
    pub fn new(ty: Type, payload: impl Payload) -> Obj {
        Obj(Arc::new(Cell {
            ty,
            attached: OnceLock::new(),
            suspect: AtomicBool::new(false),
            payload: Box::new(payload),
        }))
    }

    /// An `object[]`.
    pub fn array(items: Vec<Value>) -> Obj {
        Obj::new(known().object_array.clone(), Array::new(items))
    }

    /// A `PSCustomObject` with these note properties, in order.
    pub fn custom(properties: PropertyBag) -> Obj {
        Obj::new(known().pscustomobject.clone(), properties)
    }

    /// The object's type.
    pub fn ty(&self) -> &Type {
        &self.0.ty
    }

    /// The payload, if it is a `P`, or the object's class derives from a type whose payload is.
    pub fn get<P: Payload>(&self) -> Option<Handle<'_, P>> {
        let mut payload: &dyn Payload = &*self.0.payload;
        loop {
            if let Some(found) = (payload as &dyn Any).downcast_ref() {
                return Some(Handle { obj: self, payload: found });
            }
            payload = payload.base()?;
        }
    }

    /// The payload, whatever it is.
    pub fn payload(&self) -> &dyn Payload {
        &*self.0.payload
    }

    /// The members attached to this object, if any were.
    pub fn attached(&self) -> Option<&Members> {
        self.0.attached.get().map(|m| &**m)
    }

    /// The members attached to this object, a new empty set if none were.
    pub fn attached_or_new(&self) -> &Members {
        self.0.attached.get_or_init(Box::default)
    }

    /// Whether both are the same object.
    pub fn same(&self, other: &Obj) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// A number that differs between any two living objects.
    pub fn address(&self) -> usize {
        std::ptr::from_ref::<Cell>(&self.0).addr()
    }

    /// Whether this is the only reference to the object.
    pub fn is_unshared(&self) -> bool {
        self.count() == 1
    }

    pub(crate) fn count(&self) -> usize {
        Arc::count(&self.0)
    }

    pub(crate) fn suspect(&self) -> &AtomicBool {
        &self.0.suspect
    }

    pub(crate) fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.payload.trace(visit);
        if let Some(attached) = self.attached() {
            attached.trace(visit);
        }
    }

    pub(crate) fn release(&self, out: &mut Vec<Value>) {
        self.0.payload.release(out);
        if let Some(attached) = self.attached() {
            attached.release(out);
        }
    }
}

impl Drop for Cell {
    fn drop(&mut self) {
        drop_children(|out| {
            self.payload.release(out);
            if let Some(attached) = self.attached.get() {
                attached.release(out);
            }
        });
    }
}

/// A payload together with the object that holds it; mutators that store a value take this, so that a store
/// which may close a cycle is always seen by the collector.
pub struct Handle<'a, P> {
    obj: &'a Obj,
    payload: &'a P,
}

impl<P> Clone for Handle<'_, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for Handle<'_, P> {}

impl<'a, P> Handle<'a, P> {
    /// The object that holds the payload.
    pub fn owner(self) -> &'a Obj {
        self.obj
    }

    /// The payload, for as long as the object is borrowed.
    pub fn payload(self) -> &'a P {
        self.payload
    }

    /// Tells the collector that `value` is being stored in the object.
    pub fn storing(self, value: &Value) {
        cycles::stored(self.obj, value);
    }
}

impl<P> Deref for Handle<'_, P> {
    type Target = P;
    fn deref(&self) -> &P {
        self.payload
    }
}
