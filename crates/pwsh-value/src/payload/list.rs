//! Lists that grow: `ArrayList`, `List<T>`, `Collection<T>`, queues and stacks stand on this one payload.

use super::array::Elements;
use crate::object::{Handle, Payload};
use crate::value::Value;
use parking_lot::{RwLock, RwLockWriteGuard};
use std::sync::atomic::{AtomicU32, Ordering};

/// A list of values; a `List<int>` and its kind are packed.
pub struct List {
    elements: RwLock<Elements>,
    changes: AtomicU32,
}

impl List {
    /// A list of these elements.
    pub fn new(elements: Elements) -> List {
        List { elements: RwLock::new(elements), changes: AtomicU32::new(0) }
    }

    /// A list of these values.
    pub fn of_values(values: Vec<Value>) -> List {
        List::new(Elements::Values(values))
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        self.elements.read().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The element at `index`.
    pub fn get(&self, index: usize) -> Option<Value> {
        self.elements.read().get(index)
    }

    /// A copy of the elements.
    pub fn to_vec(&self) -> Vec<Value> {
        self.elements.read().to_vec()
    }

    /// The elements, to change them.
    fn change(&self) -> RwLockWriteGuard<'_, Elements> {
        self.changes.fetch_add(1, Ordering::Relaxed);
        self.elements.write()
    }

    /// Works on the elements while they are locked; the function must not call script.
    pub fn with<R>(&self, read: impl FnOnce(&Elements) -> R) -> R {
        read(&self.elements.read())
    }
}

impl Handle<'_, List> {
    /// Appends a value.
    pub fn push(self, value: Value) {
        self.storing(&value);
        self.payload().change().push(value);
    }

    /// Replaces the element at `index`, which is below the length.
    pub fn set(self, index: usize, value: Value) {
        self.storing(&value);
        let old = self.payload().change().set(index, value);
        drop(old);
    }

    /// Inserts a value before `index`, which is at most the length.
    pub fn insert(self, index: usize, value: Value) {
        self.storing(&value);
        self.payload().change().values_mut().insert(index, value);
    }

    /// Takes `count` elements from `start` out; the range lies within the list.
    pub fn remove(self, start: usize, count: usize) -> Vec<Value> {
        self.payload().change().values_mut().drain(start..start + count).collect()
    }

    /// Replaces all elements.
    pub fn replace(self, elements: Elements) {
        elements.trace(&mut |value| self.storing(value));
        let old = std::mem::replace(&mut *self.payload().change(), elements);
        drop(old);
    }

    /// Works on the elements while they are locked. The function must not call script, nor bring in objects
    /// that were not elements already.
    pub fn permute<R>(self, change: impl FnOnce(&mut Elements) -> R) -> R {
        change(&mut self.payload().change())
    }
}

impl Payload for List {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.elements.read().trace(visit);
    }

    fn release(&self, out: &mut Vec<Value>) {
        self.elements.write().release(out);
    }

    fn changes(&self) -> Option<u32> {
        Some(self.changes.load(Ordering::Relaxed))
    }
}
