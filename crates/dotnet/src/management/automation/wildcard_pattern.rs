//! `System.Management.Automation.WildcardPattern`.

use crate::fault;
use pwsh_value::ops::Case;
use pwsh_value::ty::{Call, FacadeType, constructor, method};
use pwsh_value::wildcard::{self, Wildcard};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// `System.Management.Automation.WildcardPattern`.
pub static WILDCARD_PATTERN: FacadeType = FacadeType {
    members: &[
        constructor("new(string pattern)", new),
        constructor("new(string pattern, System.Management.Automation.WildcardOptions options)", new),
        method(
            "static WildcardPattern Get(string pattern, System.Management.Automation.WildcardOptions options)",
            get,
        ),
        method("bool IsMatch(string input)", is_match),
        method("static string Escape(string pattern)", escape),
        method("static bool ContainsWildcardCharacters(string pattern)", contains_wildcard_characters),
        method("static string Unescape(string pattern)", unescape),
        method("string ToWql()", to_wql),
    ],
    ..FacadeType::class("System.Management.Automation.WildcardPattern")
};

/// The payload.
struct Pattern {
    text: PsString,
    wildcard: Wildcard,
}

impl Payload for Pattern {}

const IGNORE_CASE: i64 = 2;

fn made(call: &Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("pattern"));
    }
    let ignore_case = call.args.len() > 1 && call.number(1) & IGNORE_CASE != 0;
    let case = if ignore_case { Case::Ignore } else { Case::Heed };
    let text = call.str(0);
    let wildcard = Wildcard::new(&text, case)?;
    Ok(Obj::new(call.ty.clone(), Pattern { text, wildcard }).into())
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    made(call)
}

fn get(call: &mut Call<'_>) -> Result<Value> {
    made(call)
}

fn is_match(call: &mut Call<'_>) -> Result<Value> {
    Ok((!call.arg(0).is_null() && call.this::<Pattern>().wildcard.matches(&call.str(0))).into())
}

fn escape(call: &mut Call<'_>) -> Result<Value> {
    Ok(wildcard::escape(&call.str(0)).into())
}

fn unescape(call: &mut Call<'_>) -> Result<Value> {
    Ok(wildcard::unescape(&call.str(0)).into())
}

fn contains_wildcard_characters(call: &mut Call<'_>) -> Result<Value> {
    Ok(wildcard::has_wildcards(&call.str(0)).into())
}

/// The pattern in WQL's `LIKE`: `%`, `_`.
fn to_wql(call: &mut Call<'_>) -> Result<Value> {
    let text = call.this::<Pattern>().text.to_string();
    let changed: String = text
        .chars()
        .map(|c| match c {
            '*' => "%".to_owned(),
            '?' => "_".to_owned(),
            '%' | '_' => format!("[{c}]"),
            other => other.to_string(),
        })
        .collect();
    Ok(changed.into())
}
