//! `System.Collections.Specialized.NameValueCollection`: names, each with several texts.

use crate::collections::{enumerator, items};
use crate::fault;
use crate::net::percent::encode_form;
use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property, property_rw};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// `System.Collections.Specialized.NameValueCollection`.
pub static NAME_VALUE_COLLECTION: FacadeType = FacadeType {
    base: "System.Collections.Specialized.NameObjectCollectionBase",
    members: &[
        constructor("new()", new),
        constructor("new(System.Collections.Specialized.NameValueCollection col)", new),
        constructor("new(int capacity)", new),
        constructor("new(int capacity, System.Collections.Specialized.NameValueCollection col)", new),
        property_rw("string Item(string name) {get;set;}", get, set),
        property("string Item(int index) {get;}", get),
        property("string[] AllKeys {get;}", all_keys),
        method("void Add(System.Collections.Specialized.NameValueCollection c)", add_all),
        method("void Clear()", clear),
        method("void CopyTo(array dest, int index)", copy_to),
        method("bool HasKeys()", has_keys),
        method("void Add(string name, string value)", add),
        method("string Get(string name)", get),
        method("string[] GetValues(string name)", get_values),
        method("void Set(string name, string value)", set),
        method("void Remove(string name)", remove),
        method("string Get(int index)", get),
        method("string[] GetValues(int index)", get_values),
        method("string GetKey(int index)", get_key),
    ],
    ..FacadeType::class("System.Collections.Specialized.NameValueCollection")
};

/// `System.Collections.Specialized.NameObjectCollectionBase`.
pub static NAME_OBJECT_COLLECTION_BASE: FacadeType = FacadeType {
    kind: pwsh_value::ty::Kind::AbstractClass,
    interfaces: &["System.Collections.ICollection", "System.Collections.IEnumerable"],
    members: &[
        property("int Count {get;}", count),
        property("string[] Keys {get;}", all_keys),
        method("System.Collections.IEnumerator GetEnumerator()", enumerator::get_enumerator),
    ],
    hooks: Hooks { enumerate: Some(|_, value| Ok(keys(value))), ..Hooks::NONE },
    ..FacadeType::class("System.Collections.Specialized.NameObjectCollectionBase")
};

/// `System.Web.HttpQSCollection`: what `ParseQueryString` gives, whose text is a query again.
pub static HTTP_QS_COLLECTION: FacadeType = FacadeType {
    base: "System.Collections.Specialized.NameValueCollection",
    hooks: Hooks { to_string: Some(|_, value| Ok(query(value))), ..Hooks::NONE },
    ..FacadeType::class("System.Web.HttpQSCollection")
};

/// A name, or none, and its texts.
type Pair = (Option<PsString>, Vec<PsString>);

/// The payload.
#[derive(Default)]
struct NameValues(Mutex<Vec<Pair>>);

impl Payload for NameValues {}

/// What `HttpUtility.ParseQueryString` gives for these names and texts.
pub fn query_collection(pairs: impl IntoIterator<Item = (Option<PsString>, PsString)>) -> Value {
    let collection = NameValues::default();
    for (name, value) in pairs {
        collection.push(name, value);
    }
    Obj::new(named("System.Web.HttpQSCollection"), collection).into()
}

impl NameValues {
    fn push(&self, name: Option<PsString>, value: PsString) {
        let mut pairs = self.0.lock();
        match pairs.iter_mut().find(|pair| is_named(pair, name.as_ref())) {
            Some((_, values)) => values.push(value),
            None => pairs.push((name, vec![value])),
        }
    }
}

fn is_named(pair: &Pair, name: Option<&PsString>) -> bool {
    match (&pair.0, name) {
        (Some(mine), Some(name)) => mine.eq_ignore_case(name),
        (mine, name) => mine.is_none() && name.is_none(),
    }
}

fn pairs(value: &Value) -> Vec<Pair> {
    value.cell().and_then(|obj| obj.get::<NameValues>()).map(|all| all.0.lock().clone()).unwrap_or_default()
}

fn keys(value: &Value) -> Vec<Value> {
    pairs(value).into_iter().map(|(name, _)| name.into()).collect()
}

fn query(value: &Value) -> PsString {
    let mut parts = Vec::new();
    for (name, values) in pairs(value) {
        let head = name.map(|name| format!("{}=", encode_form(&name.to_str(), false))).unwrap_or_default();
        parts.extend(values.iter().map(|text| format!("{head}{}", encode_form(&text.to_str(), false))));
    }
    parts.join("&").into()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let collection = NameValues::default();
    for (name, values) in call.args.iter().flat_map(pairs) {
        values.into_iter().for_each(|value| collection.push(name.clone(), value));
    }
    Ok(Obj::new(call.ty.clone(), collection).into())
}

fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((pairs(call.this).len() as i32).into())
}

fn all_keys(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::typed_array(&pwsh_value::ty::known().string, keys(call.this)).into())
}

/// The name in the first argument.
fn name(call: &Call<'_>) -> Option<PsString> {
    call.arg(0).as_string().cloned()
}

/// The pair of a name or a place in the first argument.
fn pair(call: &Call<'_>) -> Result<Option<Pair>> {
    let all = pairs(call.this);
    if let Value::Int32(at) = call.arg(0) {
        let found = usize::try_from(*at).ok().and_then(|at| all.get(at).cloned());
        return found.map(Some).ok_or_else(fault::index);
    }
    let name = name(call);
    Ok(all.into_iter().find(|pair| is_named(pair, name.as_ref())))
}

/// The texts of a name behind each other, null for a name that is not there.
fn get(call: &mut Call<'_>) -> Result<Value> {
    Ok(pair(call)?
        .map(|(_, values)| values.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
        .into())
}

fn get_values(call: &mut Call<'_>) -> Result<Value> {
    Ok(pair(call)?.map(|(_, values)| Obj::strings(values)).into())
}

fn get_key(call: &mut Call<'_>) -> Result<Value> {
    Ok(pair(call)?.and_then(|(name, _)| name).into())
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    call.this::<NameValues>().push(name(call), call.str(1));
    Ok(Value::Void)
}

fn add_all(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("c"));
    }
    for (name, values) in pairs(call.arg(0)) {
        values.into_iter().for_each(|value| call.this::<NameValues>().push(name.clone(), value));
    }
    Ok(Value::Void)
}

fn set(call: &mut Call<'_>) -> Result<Value> {
    let name = name(call);
    let mut pairs = call.this::<NameValues>().payload().0.lock();
    match pairs.iter_mut().find(|pair| is_named(pair, name.as_ref())) {
        Some((_, values)) => *values = vec![call.str(1)],
        None => pairs.push((name, vec![call.str(1)])),
    }
    Ok(Value::Void)
}

fn remove(call: &mut Call<'_>) -> Result<Value> {
    let name = name(call);
    call.this::<NameValues>().0.lock().retain(|pair| !is_named(pair, name.as_ref()));
    Ok(Value::Void)
}

fn clear(call: &mut Call<'_>) -> Result<Value> {
    call.this::<NameValues>().0.lock().clear();
    Ok(Value::Void)
}

fn has_keys(call: &mut Call<'_>) -> Result<Value> {
    Ok(pairs(call.this).iter().any(|(name, _)| name.is_some()).into())
}

fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    let joined = |values: &[PsString]| values.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let values = pairs(call.this).iter().map(|(_, values)| joined(values).into()).collect();
    items::copy_to(call, 0, call.int(1), values)
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn a_name_keeps_all_its_texts() {
        let mut rt = Runtime::new();
        let names = rt.make("System.Collections.Specialized.NameValueCollection", &[]).unwrap();
        rt.call(&names, "Add", &["a".into(), "1".into()]).unwrap();
        rt.call(&names, "Add", &["A".into(), "2".into()]).unwrap();
        assert_eq!(rt.call_text(&names, "Get", &["a".into()]), "1,2");
        assert_eq!(rt.text(&names), "a");
    }
}
