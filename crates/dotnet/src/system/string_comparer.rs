//! `System.StringComparer` and the comparers that it hands out.

use super::comparison::Rule;
use super::string::hash;
use crate::globalization::provider::culture_of;
use pwsh_value::text::culture::Culture;
use pwsh_value::ty::{Call, FacadeType, Kind, method, named, property};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.StringComparer`.
pub static STRING_COMPARER: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &[
        "System.Collections.IComparer",
        "System.Collections.IEqualityComparer",
        "System.Collections.Generic.IComparer[string]",
        "System.Collections.Generic.IEqualityComparer[string]",
    ],
    members: &[
        property("static System.StringComparer InvariantCulture {get;}", invariant_culture),
        property(
            "static System.StringComparer InvariantCultureIgnoreCase {get;}",
            invariant_culture_ignore_case,
        ),
        property("static System.StringComparer CurrentCulture {get;}", current_culture),
        property("static System.StringComparer CurrentCultureIgnoreCase {get;}", current_culture_ignore_case),
        property("static System.StringComparer Ordinal {get;}", static_ordinal),
        property("static System.StringComparer OrdinalIgnoreCase {get;}", ordinal_ignore_case),
        method(
            "static System.StringComparer FromComparison(System.StringComparison comparisonType)",
            from_comparison,
        ),
        method("static System.StringComparer Create(cultureinfo culture, bool ignoreCase)", create),
        method(
            "static System.StringComparer Create(cultureinfo culture, System.Globalization.CompareOptions options)",
            create,
        ),
        method("int Compare(System.Object x, System.Object y)", compare),
        method("bool Equals(System.Object x, System.Object y)", equals),
        method("int GetHashCode(System.Object obj)", get_hash_code),
        method("int Compare(string x, string y)", compare),
        method("bool Equals(string x, string y)", equals),
        method("int GetHashCode(string obj)", get_hash_code),
    ],
    ..FacadeType::class("System.StringComparer")
};
/// `System.OrdinalComparer`.
pub static ORDINAL_COMPARER: FacadeType = FacadeType {
    base: "System.StringComparer",
    members: &[
        method("int Compare(string x, string y)", compare),
        method("bool Equals(string x, string y)", equals),
        method("int GetHashCode(string obj)", get_hash_code),
        method("bool Equals(System.Object obj)", equals),
        method("int GetHashCode()", get_hash_code),
    ],
    ..FacadeType::class("System.OrdinalComparer")
};
/// `System.CultureAwareComparer`.
pub static CULTURE_AWARE_COMPARER: FacadeType = FacadeType {
    base: "System.StringComparer",
    members: &[
        method("int Compare(string x, string y)", compare),
        method("bool Equals(string x, string y)", equals),
        method("int GetHashCode(string obj)", get_hash_code),
        method("bool Equals(System.Object obj)", equals),
        method("int GetHashCode()", get_hash_code),
    ],
    ..FacadeType::class("System.CultureAwareComparer")
};

/// The payload of every comparer of strings.
struct Comparer(Rule);

impl Payload for Comparer {}

/// The rule of a comparer of strings; `None` for what is none.
pub fn rule_of(comparer: &Value) -> Option<Rule> {
    comparer.cell().and_then(|obj| obj.get::<Comparer>()).map(|comparer| comparer.payload().0.clone())
}

fn comparer(rule: Rule) -> Value {
    let ty = if rule.culture.is_some() { "System.CultureAwareComparer" } else { "System.OrdinalComparer" };
    Obj::new(named(ty), Comparer(rule)).into()
}

/// `Ordinal` or `OrdinalIgnoreCase` as a value.
pub fn ordinal(ignore_case: bool) -> Value {
    comparer(Rule { culture: None, ignore_case })
}

fn static_ordinal(_: &mut Call<'_>) -> Result<Value> {
    Ok(ordinal(false))
}

fn ordinal_ignore_case(_: &mut Call<'_>) -> Result<Value> {
    Ok(ordinal(true))
}

fn invariant_culture(_: &mut Call<'_>) -> Result<Value> {
    Ok(comparer(Rule { culture: Some(Culture::invariant().clone()), ignore_case: false }))
}

fn invariant_culture_ignore_case(_: &mut Call<'_>) -> Result<Value> {
    Ok(comparer(Rule { culture: Some(Culture::invariant().clone()), ignore_case: true }))
}

fn current_culture(call: &mut Call<'_>) -> Result<Value> {
    Ok(comparer(Rule::current(call.cx, false)))
}

fn current_culture_ignore_case(call: &mut Call<'_>) -> Result<Value> {
    Ok(comparer(Rule::current(call.cx, true)))
}

fn from_comparison(call: &mut Call<'_>) -> Result<Value> {
    Ok(comparer(Rule::of(call.cx, call.number(0))?))
}

fn create(call: &mut Call<'_>) -> Result<Value> {
    let ignore_case = match call.arg(1) {
        Value::Bool(ignore_case) => *ignore_case,
        _ => call.number(1) & 1 != 0,
    };
    Ok(comparer(Rule { culture: Some(culture_of(call.cx, call.arg(0))), ignore_case }))
}

fn rule(call: &Call<'_>) -> Rule {
    call.this::<Comparer>().payload().0.clone()
}

fn compare(call: &mut Call<'_>) -> Result<Value> {
    let order = match (call.arg(0).as_string(), call.arg(1).as_string()) {
        (Some(a), Some(b)) => rule(call).compare(a, b) as i32,
        _ => match (call.arg(0).is_null(), call.arg(1).is_null()) {
            (true, true) => 0,
            (true, false) => -1,
            (false, true) => 1,
            (false, false) => call.cx.compare(&call.args[0], &call.args[1])?,
        },
    };
    Ok(order.into())
}

fn equals(call: &mut Call<'_>) -> Result<Value> {
    if call.args.len() == 1 {
        return super::object::equals(call);
    }
    let equal = match (call.arg(0).as_string(), call.arg(1).as_string()) {
        (Some(a), Some(b)) => rule(call).equals(a, b),
        _ => call.cx.equals(&call.args[0], &call.args[1])?,
    };
    Ok(equal.into())
}

fn get_hash_code(call: &mut Call<'_>) -> Result<Value> {
    match call.args.first().map(Value::unwrapped) {
        Some(Value::String(text)) => Ok(hash(Some(text), &rule(call)).into()),
        Some(other) => Ok(call.cx.hash_code(other)?.into()),
        None => super::object::get_hash_code(call),
    }
}
