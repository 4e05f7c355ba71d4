//! `System.Collections.DictionaryEntry`.

use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, known, property_rw};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// `System.Collections.DictionaryEntry`.
pub static DICTIONARY_ENTRY: FacadeType = FacadeType {
    members: &[
        constructor("new(System.Object key, System.Object value)", new),
        property_rw("System.Object Key {get;set;}", key, set_key),
        property_rw("System.Object Value {get;set;}", value, set_value),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.Collections.DictionaryEntry")
};

const HOOKS: Hooks = Hooks {
    default: Some(|| Obj::new(known().dictionary_entry.clone(), Entry::new(Value::Null, Value::Null)).into()),
    to_string: Some(|cx, this| {
        let Some(entry) = this.cell().and_then(|obj| obj.get::<Entry>()) else {
            return Ok(PsString::empty());
        };
        let (key, value) = entry.pair();
        Ok(format!("[{}, {}]", cx.to_text(&key)?, cx.to_text(&value)?).into())
    }),
    ..Hooks::NONE
};

/// The payload of `DictionaryEntry` and `KeyValuePair`.
pub struct Entry(Mutex<(Value, Value)>);

impl Entry {
    /// An entry.
    pub fn new(key: Value, value: Value) -> Entry {
        Entry(Mutex::new((key, value)))
    }

    /// Key and value.
    pub fn pair(&self) -> (Value, Value) {
        self.0.lock().clone()
    }
}

impl Payload for Entry {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        let (key, value) = &*self.0.lock();
        visit(key);
        visit(value);
    }

    fn release(&self, out: &mut Vec<Value>) {
        let (key, value) = std::mem::take(&mut *self.0.lock());
        out.extend([key, value]);
    }
}

/// The constructor, also of `KeyValuePair`.
pub fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), Entry::new(call.args[0].clone(), call.args[1].clone())).into())
}

/// `Key`.
pub fn key(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Entry>().pair().0)
}

/// `Value`.
pub fn value(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Entry>().pair().1)
}

fn set_key(call: &mut Call<'_>) -> Result<Value> {
    let new = call.args.last().cloned().unwrap_or_default();
    let this = call.this::<Entry>();
    this.storing(&new);
    let old = std::mem::replace(&mut this.payload().0.lock().0, new);
    drop(old);
    Ok(Value::Void)
}

fn set_value(call: &mut Call<'_>) -> Result<Value> {
    let new = call.args.last().cloned().unwrap_or_default();
    let this = call.this::<Entry>();
    this.storing(&new);
    let old = std::mem::replace(&mut this.payload().0.lock().1, new);
    drop(old);
    Ok(Value::Void)
}
