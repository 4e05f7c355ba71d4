//! `System.Collections.Specialized.OrderedDictionary`: what `[ordered]@{}` makes.

use crate::collections::dictionary_members;
use crate::fault;
use pwsh_value::payload::Dictionary;
use pwsh_value::ty::{Call, FacadeType, constructor, method, property, property_rw};
use pwsh_value::{Result, Value};

/// `System.Collections.Specialized.OrderedDictionary`.
pub static ORDERED_DICTIONARY: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Specialized.IOrderedDictionary",
        "System.Collections.IDictionary",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
    ],
    members: &[
        constructor("new()", dictionary_members::new),
        constructor("new(int capacity)", dictionary_members::new),
        constructor("new(System.Collections.IEqualityComparer comparer)", dictionary_members::new),
        constructor(
            "new(int capacity, System.Collections.IEqualityComparer comparer)",
            dictionary_members::new,
        ),
        property("int Count {get;}", dictionary_members::count),
        property("bool IsReadOnly {get;}", dictionary_members::is_read_only),
        property("System.Collections.ICollection Keys {get;}", dictionary_members::keys),
        property_rw("System.Object Item(int index) {get;set;}", item, set_item),
        property_rw("System.Object Item(System.Object key) {get;set;}", item, set_item),
        property("System.Collections.ICollection Values {get;}", dictionary_members::values),
        method("void Add(System.Object key, System.Object value)", dictionary_members::add),
        method("void Clear()", dictionary_members::clear),
        method("bool Contains(System.Object key)", dictionary_members::contains),
        method("void CopyTo(array array, int index)", dictionary_members::copy_to),
        method("void Insert(int index, System.Object key, System.Object value)", insert),
        method("void RemoveAt(int index)", remove_at),
        method("void Remove(System.Object key)", dictionary_members::remove),
        method(
            "System.Collections.IDictionaryEnumerator GetEnumerator()",
            dictionary_members::get_enumerator,
        ),
    ],
    ..FacadeType::class("System.Collections.Specialized.OrderedDictionary")
};

fn position(call: &Call<'_>, length: usize) -> Result<usize> {
    usize::try_from(call.int(0)).ok().filter(|at| *at < length).ok_or_else(fault::index)
}

/// The indexer, by position or by key.
fn item(call: &mut Call<'_>) -> Result<Value> {
    if is_position(call) {
        let this = call.this::<Dictionary>();
        let at = position(call, this.len())?;
        return Ok(this.at(at).map(|(_, value)| value).unwrap_or_default());
    }
    dictionary_members::item(call)
}

fn set_item(call: &mut Call<'_>) -> Result<Value> {
    if is_position(call) {
        let this = call.this::<Dictionary>();
        let at = position(call, this.len())?;
        this.set_at(at, call.args[1].clone());
        return Ok(Value::Void);
    }
    dictionary_members::set_item(call)
}

/// An int is always a position: a key that is an int is reached as an object only.
fn is_position(call: &Call<'_>) -> bool {
    matches!(call.args[0], Value::Int32(_))
}

fn insert(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Dictionary>();
    let at = usize::try_from(call.int(0)).ok().filter(|at| *at <= this.len()).ok_or_else(fault::index)?;
    let key = call.arg(1);
    if key.is_null() {
        return Err(fault::null("key"));
    }
    if this.position(call.cx, key)?.is_some() {
        let text = call.cx.to_text(key)?;
        let message =
            format!("Item has already been added. Key in dictionary: '{text}'  Key being added: '{text}'");
        return Err(pwsh_value::Error::argument(&message, ""));
    }
    this.insert_at(call.cx, at, key.clone(), call.args[2].clone())?;
    Ok(Value::Void)
}

fn remove_at(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Dictionary>();
    let at = position(call, this.len())?;
    this.remove_at(at);
    Ok(Value::Void)
}
