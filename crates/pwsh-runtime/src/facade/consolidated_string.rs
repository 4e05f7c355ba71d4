//! `System.Management.Automation.Runspaces.ConsolidatedString`: the type names of an object, as a list.

use crate::member::TypeNames;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, property, property_rw};
use pwsh_value::{Error, PsString, Result, Value};

pub(super) static CONSOLIDATED_STRING: FacadeType = FacadeType {
    interfaces: &["System.Collections.Generic.IEnumerable[string]", "System.Collections.IEnumerable"],
    members: &[
        property("int Count {get;}", count),
        property_rw("string Item(int index) {get;set;}", item, set_item),
        property("bool IsReadOnly {get;}", |_| Ok(false.into())),
        method("void Add(string item)", add),
        method("void Clear()", clear),
        method("bool Contains(string item)", contains),
        method("int IndexOf(string item)", index_of),
        method("void Insert(int index, string item)", insert),
        method("bool Remove(string item)", remove),
        method("void RemoveAt(int index)", remove_at),
    ],
    hooks: Hooks {
        enumerate: Some(|_, this| {
            let names = this.as_object().and_then(|obj| obj.get::<TypeNames>()).map(|names| names.get());
            Ok(names.unwrap_or_default().into_iter().map(Value::String).collect())
        }),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Management.Automation.Runspaces.ConsolidatedString")
};

fn names(call: &Call<'_>) -> Vec<PsString> {
    call.this::<TypeNames>().get()
}

fn change(call: &Call<'_>, names: Vec<PsString>) -> Value {
    call.this::<TypeNames>().set(names);
    Value::Void
}

/// The argument as a position in a list of that length.
fn position(call: &Call<'_>, length: usize) -> Result<usize> {
    usize::try_from(call.int(0)).ok().filter(|at| *at < length).ok_or_else(|| {
        let text = "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')";
        Error::new("System.ArgumentOutOfRangeException", text)
    })
}

fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((names(call).len() as i32).into())
}

fn item(call: &mut Call<'_>) -> Result<Value> {
    let names = names(call);
    let at = position(call, names.len())?;
    Ok(Value::String(names[at].clone()))
}

fn set_item(call: &mut Call<'_>) -> Result<Value> {
    let mut names = names(call);
    let at = position(call, names.len())?;
    names[at] = call.str(1);
    Ok(change(call, names))
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    let mut names = names(call);
    names.push(call.str(0));
    Ok(change(call, names))
}

fn clear(call: &mut Call<'_>) -> Result<Value> {
    Ok(change(call, Vec::new()))
}

fn find(call: &Call<'_>) -> Option<usize> {
    let name = call.str(0);
    names(call).iter().position(|other| *other == name)
}

fn contains(call: &mut Call<'_>) -> Result<Value> {
    Ok(find(call).is_some().into())
}

fn index_of(call: &mut Call<'_>) -> Result<Value> {
    Ok(find(call).map_or(-1, |at| at as i32).into())
}

fn insert(call: &mut Call<'_>) -> Result<Value> {
    let mut names = names(call);
    let at = position(call, names.len() + 1)?;
    names.insert(at, call.str(1));
    Ok(change(call, names))
}

fn remove(call: &mut Call<'_>) -> Result<Value> {
    let Some(at) = find(call) else { return Ok(false.into()) };
    let mut names = names(call);
    names.remove(at);
    change(call, names);
    Ok(true.into())
}

fn remove_at(call: &mut Call<'_>) -> Result<Value> {
    let mut names = names(call);
    let at = position(call, names.len())?;
    names.remove(at);
    Ok(change(call, names))
}
