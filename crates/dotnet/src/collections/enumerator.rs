//! Enumerators: what `GetEnumerator()` of every collection gives, over a snapshot of its items.

use super::items;
use crate::fault;
use parking_lot::Mutex;
use pwsh_value::payload::Dictionary;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property};
use pwsh_value::{Context, Obj, Payload, Result, Value};

/// `System.Collections.ArrayList+ArrayListEnumeratorSimple`.
pub static LIST_ENUMERATOR: FacadeType = FacadeType {
    interfaces: &["System.Collections.IEnumerator", "System.ICloneable"],
    members: MEMBERS,
    hooks: HOOKS,
    ..FacadeType::class("System.Collections.ArrayList+ArrayListEnumeratorSimple")
};

/// `System.Collections.Hashtable+HashtableEnumerator`.
pub static DICTIONARY_ENUMERATOR: FacadeType = FacadeType {
    interfaces: &["System.Collections.IDictionaryEnumerator", "System.ICloneable"],
    members: &[
        method("bool MoveNext()", move_next),
        method("void Reset()", reset),
        property("System.Object Current {get;}", current),
        property("System.Collections.DictionaryEntry Entry {get;}", current),
        property("System.Object Key {get;}", key),
        property("System.Object Value {get;}", value),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Collections.Hashtable+HashtableEnumerator")
};

/// A pipeline takes what an enumerator has not passed yet.
const HOOKS: Hooks = Hooks {
    enumerate: Some(|_, value| {
        let Some(enumerator) = value.cell().and_then(|obj| obj.get::<Enumerator>()) else {
            return Ok(Vec::new());
        };
        let mut passed = enumerator.payload().passed.lock();
        let rest = enumerator.items.get(*passed..).map(<[Value]>::to_vec).unwrap_or_default();
        *passed = enumerator.items.len() + 1;
        Ok(rest)
    }),
    ..Hooks::NONE
};

const MEMBERS: &[pwsh_value::ty::Entry] = &[
    method("bool MoveNext()", move_next),
    method("void Reset()", reset),
    method("void Dispose()", dispose),
    property("System.Object Current {get;}", current),
];

/// The payload of an enumerator: the items and how many have been passed.
struct Enumerator {
    items: Vec<Value>,
    passed: Mutex<usize>,
}

impl Payload for Enumerator {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.items.iter().for_each(visit);
    }
}

/// An enumerator over these items.
pub fn over(values: Vec<Value>) -> Value {
    make("System.Collections.ArrayList+ArrayListEnumeratorSimple", values)
}

fn make(ty: &str, items: Vec<Value>) -> Value {
    Obj::new(named(ty), Enumerator { items, passed: Mutex::new(0) }).into()
}

/// `System.CharEnumerator`: what a string's `GetEnumerator()` gives.
pub static CHAR_ENUMERATOR: FacadeType = FacadeType {
    interfaces: &["System.Collections.IEnumerator", "System.ICloneable", "System.IDisposable"],
    members: &[
        method("bool MoveNext()", move_next),
        method("void Reset()", reset),
        method("void Dispose()", dispose),
        property("char Current {get;}", current),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.CharEnumerator")
};

/// An enumerator over the characters of a string.
pub fn over_chars(units: Vec<Value>) -> Value {
    make("System.CharEnumerator", units)
}

/// `GetEnumerator()` of a collection.
pub fn get_enumerator(call: &mut Call<'_>) -> Result<Value> {
    of(call.cx, call.this)
}

/// An enumerator over a collection as it is now.
pub fn of(cx: &mut dyn Context, collection: &Value) -> Result<Value> {
    let values = items::items_of(cx, collection, "collection")?;
    let is_dictionary = collection.cell().is_some_and(|obj| {
        obj.get::<Dictionary>().is_some() && obj.ty().hook(|hooks| hooks.enumerate).is_none()
    });
    let ty = if is_dictionary {
        "System.Collections.Hashtable+HashtableEnumerator"
    } else {
        "System.Collections.ArrayList+ArrayListEnumeratorSimple"
    };
    Ok(make(ty, values))
}

fn move_next(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Enumerator>();
    let mut passed = this.payload().passed.lock();
    *passed = (*passed + 1).min(this.items.len() + 1);
    Ok((*passed <= this.items.len()).into())
}

fn reset(call: &mut Call<'_>) -> Result<Value> {
    *call.this::<Enumerator>().payload().passed.lock() = 0;
    Ok(Value::Void)
}

fn dispose(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

fn current(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Enumerator>();
    let passed = *this.payload().passed.lock();
    match passed.checked_sub(1) {
        None => Err(fault::invalid_operation("Enumeration has not started. Call MoveNext.")),
        Some(at) => this
            .items
            .get(at)
            .cloned()
            .ok_or_else(|| fault::invalid_operation("Enumeration already finished.")),
    }
}

fn key(call: &mut Call<'_>) -> Result<Value> {
    let entry = current(call)?;
    call.cx.get_property(&entry, "Key")
}

fn value(call: &mut Call<'_>) -> Result<Value> {
    let entry = current(call)?;
    call.cx.get_property(&entry, "Value")
}
