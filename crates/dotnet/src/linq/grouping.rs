//! `GroupBy`, `ToDictionary`, `ToLookup` and `Join`.

use super::enumerable::{element, listed, source};
use crate::collections::enumerator;
use crate::collections::items::items_of;
use crate::collections::list_members as list;
use crate::fault;
use pwsh_value::payload::{Delegate, Dictionary, Elements, Keys, List};
use pwsh_value::ty::{Call, Entry, FacadeType, Hooks, close_generic, known, method, named, property};
use pwsh_value::{Error, Obj, Payload, Result, Type, Value};

/// The members.
pub(super) const MEMBERS: &[Entry] = &[
    method(
        "static System.Collections.Generic.IEnumerable[System.Linq.IGrouping[TKey,TSource]] GroupBy[TSource, TKey](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TKey] keySelector)",
        group_by,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[System.Linq.IGrouping[TKey,TElement]] GroupBy[TSource, TKey, TElement](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TKey] keySelector, System.Func[TSource,TElement] elementSelector)",
        group_by,
    ),
    method(
        "static System.Linq.ILookup[TKey,TSource] ToLookup[TSource, TKey](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TKey] keySelector)",
        to_lookup,
    ),
    method(
        "static System.Collections.Generic.Dictionary[TKey,TSource] ToDictionary[TSource, TKey](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TKey] keySelector)",
        to_dictionary,
    ),
    method(
        "static System.Collections.Generic.Dictionary[TKey,TElement] ToDictionary[TSource, TKey, TElement](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TKey] keySelector, System.Func[TSource,TElement] elementSelector)",
        to_dictionary,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TResult] Join[TOuter, TInner, TKey, TResult](System.Collections.Generic.IEnumerable[TOuter] outer, System.Collections.Generic.IEnumerable[TInner] inner, System.Func[TOuter,TKey] outerKeySelector, System.Func[TInner,TKey] innerKeySelector, System.Func[TOuter,TInner,TResult] resultSelector)",
        join,
    ),
];

/// `System.Linq.Grouping<TKey, TElement>`.
pub static GROUPING: FacadeType = FacadeType {
    interfaces: &[
        "System.Linq.IGrouping[TKey,TElement]",
        "System.Collections.Generic.IEnumerable[TElement]",
        "System.Collections.IEnumerable",
    ],
    generic: &["TKey", "TElement"],
    members: &[
        property("TKey Key {get;}", key),
        property("int Count {get;}", count),
        method(
            "System.Collections.Generic.IEnumerator[TElement] GetEnumerator()",
            enumerator::get_enumerator,
        ),
    ],
    hooks: Hooks {
        enumerate: Some(|_, value| {
            Ok(value
                .cell()
                .and_then(|obj| obj.get::<Group>())
                .map(|group| group.items.clone())
                .unwrap_or_default())
        }),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Linq.Grouping`2")
};

/// `System.Linq.ILookup<TKey, TElement>`.
pub static I_LOOKUP: FacadeType = FacadeType {
    interfaces: &["System.Collections.IEnumerable"],
    generic: &["TKey", "TElement"],
    ..FacadeType::interface("System.Linq.ILookup`2")
};

/// `System.Linq.Lookup<TKey, TElement>`.
pub static LOOKUP: FacadeType = FacadeType {
    interfaces: &["System.Linq.ILookup[TKey,TElement]", "System.Collections.IEnumerable"],
    generic: &["TKey", "TElement"],
    members: &[
        property("int Count {get;}", list::count),
        property("System.Collections.Generic.IEnumerable[TElement] Item(TKey key) {get;}", lookup_item),
        method("bool Contains(TKey key)", lookup_contains),
    ],
    hooks: list::HOOKS,
    ..FacadeType::class("System.Linq.Lookup`2")
};

/// The payload of a group.
struct Group {
    key: Value,
    items: Vec<Value>,
}

impl Payload for Group {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.key);
        self.items.iter().for_each(visit);
    }
}

fn group_of(value: &Value) -> Option<(Value, Vec<Value>)> {
    value.cell().and_then(|obj| obj.get::<Group>()).map(|group| (group.key.clone(), group.items.clone()))
}

fn key(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Group>().key.clone())
}

fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<Group>().items.len() as i32).into())
}

/// The type argument at a place, `object` where the call did not settle it.
fn argument(call: &Call<'_>, index: usize) -> Type {
    call.type_args.get(index).unwrap_or(&known().object).clone()
}

/// What a selector gives for a value, of the type that it says.
fn chosen(call: &mut Call<'_>, selector: usize, value: &Value, ty: &Type) -> Result<Value> {
    let chosen = call.cx.invoke(&call.args[selector], vec![value.clone()])?;
    if *ty == known().object { Ok(chosen) } else { call.cx.convert(&chosen, ty) }
}

/// Keys and elements of the source: the elements themselves, or what a second selector makes of them.
fn pairs(call: &mut Call<'_>) -> Result<(Vec<(Value, Value)>, Type, Type)> {
    let selects =
        call.args.get(2).is_some_and(|arg| arg.cell().is_some_and(|obj| obj.get::<Delegate>().is_some()));
    let key_type = argument(call, 1);
    let element_type = if selects { argument(call, 2) } else { element(call) };
    let mut pairs = Vec::new();
    for value in source(call)? {
        let key = chosen(call, 1, &value, &key_type)?;
        let element = if selects { chosen(call, 2, &value, &element_type)? } else { value };
        pairs.push((key, element));
    }
    Ok((pairs, key_type, element_type))
}

/// The groups, in the order in which their keys are met.
fn groups(call: &mut Call<'_>) -> Result<(Vec<Value>, Type, Type)> {
    let (pairs, key, element) = pairs(call)?;
    let places = Obj::new(known().hashtable.clone(), Dictionary::new(Keys::Exact));
    let mut groups: Vec<Group> = Vec::new();
    for (key, value) in pairs {
        let table = places.get::<Dictionary>().ok_or_else(|| fault::invalid_operation("no table"))?;
        match table.get(call.cx, &key)? {
            Some(Value::Int32(at)) => groups[at as usize].items.push(value),
            _ => {
                table.set(call.cx, key.clone(), Value::Int32(groups.len() as i32))?;
                groups.push(Group { key, items: vec![value] });
            }
        }
    }
    let ty = close_generic(&named("System.Linq.Grouping`2"), vec![key.clone(), element.clone()]);
    let groups = groups.into_iter().map(|group| Obj::new(ty.clone(), group).into()).collect();
    Ok((groups, key, element))
}

fn group_by(call: &mut Call<'_>) -> Result<Value> {
    let (groups, key, element) = groups(call)?;
    let ty = close_generic(&named("System.Linq.IGrouping`2"), vec![key, element]);
    Ok(Obj::typed_array(&ty, groups).into())
}

fn to_lookup(call: &mut Call<'_>) -> Result<Value> {
    let (groups, key, element) = groups(call)?;
    let ty = close_generic(&named("System.Linq.Lookup`2"), vec![key, element]);
    Ok(Obj::new(ty, List::new(Elements::Values(groups))).into())
}

/// The elements of a key of a lookup.
fn found(call: &mut Call<'_>) -> Result<Option<Vec<Value>>> {
    for group in call.this::<List>().to_vec() {
        let Some((key, items)) = group_of(&group) else { continue };
        if call.cx.equals(&key, &call.args[0])? {
            return Ok(Some(items));
        }
    }
    Ok(None)
}

fn lookup_item(call: &mut Call<'_>) -> Result<Value> {
    let items = found(call)?.unwrap_or_default();
    let element = call.this.ty().and_then(|ty| ty.arguments().get(1)).unwrap_or(&known().object).clone();
    Ok(Obj::typed_array(&element, items).into())
}

fn lookup_contains(call: &mut Call<'_>) -> Result<Value> {
    Ok(found(call)?.is_some().into())
}

fn to_dictionary(call: &mut Call<'_>) -> Result<Value> {
    let (pairs, key, element) = pairs(call)?;
    let ty = close_generic(&named("System.Collections.Generic.Dictionary`2"), vec![key, element]);
    let made = Obj::new(ty, Dictionary::new(Keys::Exact));
    for (key, value) in pairs {
        if key.is_null() {
            return Err(fault::null("key"));
        }
        let text = call.cx.to_text(&key)?;
        let table = made.get::<Dictionary>().ok_or_else(|| fault::null("dictionary"))?;
        if table.position(call.cx, &key)?.is_some() {
            let message = format!("An item with the same key has already been added. Key: {text}");
            return Err(Error::argument(&message, ""));
        }
        table.set(call.cx, key, value)?;
    }
    Ok(made.into())
}

/// Each pair of elements whose keys are equal.
fn join(call: &mut Call<'_>) -> Result<Value> {
    let key = argument(call, 2);
    let mut inner = Vec::new();
    for value in items_of(call.cx, &call.args[1], "inner")? {
        inner.push((chosen(call, 3, &value, &key)?, value));
    }
    let result = argument(call, 3);
    let mut joined = Vec::new();
    for outer in items_of(call.cx, &call.args[0], "outer")? {
        let wanted = chosen(call, 2, &outer, &key)?;
        for (key, value) in &inner {
            if call.cx.equals(&wanted, key)? {
                let made = call.cx.invoke(&call.args[4], vec![outer.clone(), value.clone()])?;
                joined.push(call.cx.convert(&made, &result)?);
            }
        }
    }
    listed(&result, joined)
}

#[cfg(test)]
mod tests {
    use crate::testing::{Runtime, callable, ints};
    use pwsh_value::Value;
    use pwsh_value::payload::Delegate;
    use pwsh_value::ty::TypeExpr;

    #[test]
    fn groups_have_their_keys() {
        let mut rt = Runtime::new();
        let odd = callable(|args| if let Value::Int32(n) = args[0] { (n % 2).into() } else { Value::Null });
        let function = TypeExpr::parse("System.Func[int,int]").close(&|_| None);
        let odd: Value = Delegate::object(function, odd).into();
        let groups = rt.call_static("System.Linq.Enumerable", "ToLookup", &[ints(1..6), odd]).unwrap();
        let found = rt.call_text(&groups, "Contains", &[1.into()]);
        assert_eq!(found, "True");
        let count = rt.get(&groups, "Count");
        assert_eq!(rt.text(&count), "2");
    }
}
