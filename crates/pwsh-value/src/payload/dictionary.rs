//! Dictionaries: `Hashtable`, `OrderedDictionary`, `Dictionary<K,V>`, sets. Insertion order is kept for all.
//!
//! Keys that lie inline and strings hash by themselves; for others the hash and the equality come from the
//! [`Context`], which may run script, so no lock is held meanwhile.

use crate::context::Context;
use crate::error::Result;
use crate::object::{Handle, Payload};
use crate::string::PsString;
use crate::value::Value;
use hashbrown::{DefaultHashBuilder, HashTable};
use parking_lot::RwLock;
use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// How keys are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keys {
    /// Strings without case (a hash literal), others by their own `Equals`.
    IgnoreCase,
    /// Everything by its own `Equals`: strings with case.
    Exact,
}

/// An insertion-ordered hash table of values.
pub struct Dictionary {
    keys: Keys,
    inner: RwLock<Inner>,
    changes: AtomicU32,
}

#[derive(Default)]
struct Inner {
    /// Positions in `entries`, by hash.
    index: HashTable<usize>,
    entries: Vec<Entry>,
}

struct Entry {
    hash: u64,
    key: Value,
    value: Value,
}

impl Dictionary {
    /// An empty dictionary.
    pub fn new(keys: Keys) -> Dictionary {
        Dictionary { keys, inner: RwLock::default(), changes: AtomicU32::new(0) }
    }

    /// How keys are compared.
    pub fn keys_mode(&self) -> Keys {
        self.keys
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.inner.read().entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All entries, in order.
    pub fn entries(&self) -> Vec<(Value, Value)> {
        self.inner.read().entries.iter().map(|e| (e.key.clone(), e.value.clone())).collect()
    }

    /// The entry at a position in insertion order.
    pub fn at(&self, position: usize) -> Option<(Value, Value)> {
        self.inner.read().entries.get(position).map(|e| (e.key.clone(), e.value.clone()))
    }

    /// The value of a string key; never runs script.
    pub fn get_str(&self, key: &PsString) -> Option<Value> {
        let key = Value::String(key.clone());
        let hash = simple_hash(self.keys, &key)?;
        let inner = self.inner.read();
        inner.find_simple(self.keys, hash, &key).map(|at| inner.entries[at].value.clone())
    }

    /// The value of a key.
    pub fn get(&self, cx: &mut dyn Context, key: &Value) -> Result<Option<Value>> {
        let position = self.position(cx, key)?;
        Ok(position.and_then(|at| self.at(at)).map(|(_, value)| value))
    }

    /// The position of a key in insertion order.
    pub fn position(&self, cx: &mut dyn Context, key: &Value) -> Result<Option<usize>> {
        let key = key.unwrapped();
        if let Some(hash) = simple_hash(self.keys, key) {
            let inner = self.inner.read();
            return Ok(inner.find_simple(self.keys, hash, key));
        }
        let hash = mix(cx.hash_code(key)?);
        let candidates: Vec<(usize, Value)> = {
            let inner = self.inner.read();
            inner.index.iter_hash(hash).map(|&at| (at, inner.entries[at].key.clone())).collect()
        };
        for (at, candidate) in candidates {
            if candidate.same(key) || cx.equals(key, &candidate)? {
                return Ok(Some(at));
            }
        }
        Ok(None)
    }
}

impl Handle<'_, Dictionary> {
    /// An entry was added.
    fn added(self) {
        self.payload().changes.fetch_add(1, Ordering::Relaxed);
    }

    /// A value was replaced or an entry removed, of which the enumerators of `Dictionary<K,V>` take no notice.
    fn replaced(self) {
        if self.owner().ty().arguments().is_empty() {
            self.added();
        }
    }

    /// Sets the value of a key; a new key goes to the end. Says whether it was new.
    pub fn set(self, cx: &mut dyn Context, key: Value, value: Value) -> Result<bool> {
        self.storing(&value);
        self.storing(&key);
        let key = match key {
            Value::Wrapped(_) => key.unwrapped().clone(),
            plain => plain,
        };
        if let Some(hash) = simple_hash(self.payload().keys, &key) {
            return Ok(self.set_simple(hash, key, value));
        }
        let found = self.payload().position(cx, &key)?;
        if let Some(at) = found {
            self.replaced();
            let old = self
                .payload()
                .inner
                .write()
                .entries
                .get_mut(at)
                .map(|e| std::mem::replace(&mut e.value, value));
            drop(old);
            return Ok(false);
        }
        let hash = mix(cx.hash_code(&key)?);
        self.payload().inner.write().push(Entry { hash, key, value });
        self.added();
        Ok(true)
    }

    /// Sets the value of a string key; never runs script.
    pub fn set_str(self, key: impl Into<PsString>, value: Value) {
        self.storing(&value);
        let key = Value::String(key.into());
        let hash = simple_hash(self.payload().keys, &key).expect("strings hash by themselves");
        self.set_simple(hash, key, value);
    }

    /// Sets the value of a key that hashes by itself; says whether it was new.
    fn set_simple(self, hash: u64, key: Value, value: Value) -> bool {
        let mut inner = self.payload().inner.write();
        let old = match inner.find_simple(self.payload().keys, hash, &key) {
            Some(at) => {
                self.replaced();
                Some(std::mem::replace(&mut inner.entries[at].value, value))
            }
            None => {
                self.added();
                inner.push(Entry { hash, key, value });
                None
            }
        };
        drop(inner);
        old.is_none()
    }

    /// Inserts a new entry before a position, as `OrderedDictionary.Insert`; the key must not be there yet.
    pub fn insert_at(self, cx: &mut dyn Context, position: usize, key: Value, value: Value) -> Result<()> {
        self.storing(&value);
        self.storing(&key);
        let key = key.unwrapped().clone();
        let hash = match simple_hash(self.payload().keys, &key) {
            Some(hash) => hash,
            None => mix(cx.hash_code(&key)?),
        };
        let mut inner = self.payload().inner.write();
        let position = position.min(inner.entries.len());
        inner.entries.insert(position, Entry { hash, key, value });
        inner.reindex();
        self.added();
        Ok(())
    }

    /// Replaces the value at a position; `false` past the end.
    pub fn set_at(self, position: usize, value: Value) -> bool {
        self.storing(&value);
        self.replaced();
        let old = self
            .payload()
            .inner
            .write()
            .entries
            .get_mut(position)
            .map(|e| std::mem::replace(&mut e.value, value));
        old.is_some()
    }

    /// Removes a key and gives its value.
    pub fn remove(self, cx: &mut dyn Context, key: &Value) -> Result<Option<Value>> {
        let position = self.payload().position(cx, key)?;
        Ok(position.and_then(|at| self.remove_at(at)).map(|(_, value)| value))
    }

    /// Removes the entry at a position.
    pub fn remove_at(self, position: usize) -> Option<(Value, Value)> {
        let mut inner = self.payload().inner.write();
        if position >= inner.entries.len() {
            return None;
        }
        let entry = inner.entries.remove(position);
        inner.reindex();
        self.replaced();
        Some((entry.key, entry.value))
    }

    /// Removes all entries.
    pub fn clear(self) {
        let old = std::mem::take(&mut *self.payload().inner.write());
        self.replaced();
        drop(old);
    }
}

impl Inner {
    fn push(&mut self, entry: Entry) {
        let (hash, position) = (entry.hash, self.entries.len());
        self.entries.push(entry);
        let entries = &self.entries;
        self.index.insert_unique(hash, position, |&at| entries[at].hash);
    }

    fn reindex(&mut self) {
        self.index.clear();
        let entries = &self.entries;
        for (at, entry) in entries.iter().enumerate() {
            self.index.insert_unique(entry.hash, at, |&at| entries[at].hash);
        }
    }

    fn find_simple(&self, keys: Keys, hash: u64, key: &Value) -> Option<usize> {
        self.index.find(hash, |&at| simple_equals(keys, &self.entries[at].key, key)).copied()
    }
}

/// How keys are hashed: the seed is the process's own.
static HASHES: LazyLock<DefaultHashBuilder> = LazyLock::new(DefaultHashBuilder::default);

/// The hash of a key that needs no context: inline values and strings.
fn simple_hash(keys: Keys, key: &Value) -> Option<u64> {
    let mut hasher = HASHES.build_hasher();
    match key {
        Value::String(text) if keys == Keys::IgnoreCase => text.hash_ignore_case(&mut hasher),
        Value::String(text) => text.hash(&mut hasher),
        Value::Object(_) | Value::Wrapped(_) => return None,
        Value::Double(v) => (if *v == 0.0 { 0.0_f64 } else { *v }).to_bits().hash(&mut hasher),
        Value::Single(v) => (if *v == 0.0 { 0.0_f32 } else { *v }).to_bits().hash(&mut hasher),
        Value::Bool(v) => v.hash(&mut hasher),
        Value::Char(v) => v.hash(&mut hasher),
        Value::Int8(v) => v.hash(&mut hasher),
        Value::UInt8(v) => v.hash(&mut hasher),
        Value::Int16(v) => v.hash(&mut hasher),
        Value::UInt16(v) => v.hash(&mut hasher),
        Value::Int32(v) => v.hash(&mut hasher),
        Value::UInt32(v) => v.hash(&mut hasher),
        Value::Int64(v) => v.hash(&mut hasher),
        Value::UInt64(v) => v.hash(&mut hasher),
        Value::DateTime(v) => v.ticks().hash(&mut hasher),
        Value::TimeSpan(v) => v.hash(&mut hasher),
        Value::Null | Value::Void => {}
    }
    Some(hasher.finish())
}

fn simple_equals(keys: Keys, a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::String(a), Value::String(b)) if keys == Keys::IgnoreCase => a.eq_ignore_case(b),
        (Value::String(a), Value::String(b)) => a == b,
        // .NET's Equals looks at the ticks only, and takes both zeros for equal.
        (Value::DateTime(a), Value::DateTime(b)) => a.ticks() == b.ticks(),
        (Value::Double(a), Value::Double(b)) => a == b || a.is_nan() && b.is_nan(),
        (Value::Single(a), Value::Single(b)) => a == b || a.is_nan() && b.is_nan(),
        (Value::Object(_), _) | (_, Value::Object(_)) => false,
        _ => a.same(b),
    }
}

fn mix(hash_code: i32) -> u64 {
    HASHES.hash_one((1_u8, hash_code))
}

impl Payload for Dictionary {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for entry in &self.inner.read().entries {
            visit(&entry.key);
            visit(&entry.value);
        }
    }

    fn release(&self, out: &mut Vec<Value>) {
        for entry in std::mem::take(&mut *self.inner.write()).entries {
            out.extend([entry.key, entry.value]);
        }
    }

    fn changes(&self) -> Option<u32> {
        Some(self.changes.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::Obj;
    use crate::ty::known;

    #[test]
    fn string_keys_ignore_case_and_keep_their_order() {
        let obj = Obj::new(known().hashtable.clone(), Dictionary::new(Keys::IgnoreCase));
        let table = obj.get::<Dictionary>().unwrap();
        table.set_str("Beta", Value::Int32(1));
        table.set_str("alpha", Value::Int32(2));
        table.set_str("BETA", Value::Int32(3));
        assert_eq!(table.len(), 2);
        assert!(table.get_str(&"beta".into()).unwrap().same(&Value::Int32(3)));
        assert!(table.at(0).unwrap().0.as_string().unwrap() == "Beta");
    }

    #[test]
    fn removal_keeps_the_rest_findable() {
        let obj = Obj::new(known().hashtable.clone(), Dictionary::new(Keys::Exact));
        let table = obj.get::<Dictionary>().unwrap();
        for i in 0..100 {
            table.set_str(format!("k{i}"), Value::Int32(i));
        }
        table.remove_at(10);
        assert!(table.get_str(&"k10".into()).is_none());
        assert!(table.get_str(&"k99".into()).unwrap().same(&Value::Int32(99)));
        assert!(table.get_str(&"K99".into()).is_none());
    }
}
