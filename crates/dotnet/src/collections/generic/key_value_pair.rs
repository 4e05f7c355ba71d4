//! `System.Collections.Generic.KeyValuePair<TKey, TValue>`.

use crate::collections::dictionary_entry;
use crate::collections::dictionary_entry::Entry;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property};
use pwsh_value::{Context, Obj, PsString, Result, Value};

/// `System.Collections.Generic.KeyValuePair`2`.
pub static KEY_VALUE_PAIR: FacadeType = FacadeType {
    generic: &["TKey", "TValue"],
    members: &[
        constructor("new(TKey key, TValue value)", dictionary_entry::new),
        property("TKey Key {get;}", dictionary_entry::key),
        property("TValue Value {get;}", dictionary_entry::value),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.Collections.Generic.KeyValuePair`2")
};
/// `System.Collections.Generic.KeyValuePair`.
pub static KEY_VALUE_PAIR_FACTORY: FacadeType = FacadeType {
    members: &[method(
        "static System.Collections.Generic.KeyValuePair[TKey,TValue] Create[TKey, TValue](TKey key, TValue value)",
        create,
    )],
    ..FacadeType::static_class("System.Collections.Generic.KeyValuePair")
};

const HOOKS: Hooks = Hooks { to_string: Some(text), ..Hooks::NONE };

fn text(cx: &mut dyn Context, value: &Value) -> Result<PsString> {
    let pair = value.cell().and_then(|obj| obj.get::<Entry>()).map(|entry| entry.pair());
    let (key, value) = pair.unwrap_or_default();
    let (key, value) = (cx.to_text(&key)?, cx.to_text(&value)?);
    Ok(format!("[{key}, {value}]").into())
}

fn create(call: &mut Call<'_>) -> Result<Value> {
    let types: Vec<_> =
        call.args.iter().map(|value| value.ty().unwrap_or(&pwsh_value::ty::known().object).clone()).collect();
    let ty = pwsh_value::ty::close_generic(
        &pwsh_value::ty::named("System.Collections.Generic.KeyValuePair`2"),
        types,
    );
    Ok(Obj::new(ty, Entry::new(call.args[0].clone(), call.args[1].clone())).into())
}
