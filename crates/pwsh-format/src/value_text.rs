//! The text that a value shows in a cell.

use crate::expression::Expression;
use pwsh_runtime::Runspace;
use pwsh_runtime::type_data::TypeMember;
use pwsh_value::ops::{self, Op};
use pwsh_value::payload::{Dictionary, PropertyBag};
use pwsh_value::ty::{close_generic, known, named};
use pwsh_value::{Context, Name, PsString, Result, Type, Value, convert, stack};
use std::sync::LazyLock;

/// What stands for what was cut off.
pub(crate) const ELLIPSIS: &str = "\u{2026}";

/// How many items of a collection are shown where `$FormatEnumerationLimit` does not say.
const DEFAULT_LIMIT: i32 = 4;

static LIMIT: LazyLock<Name> = LazyLock::new(|| Name::intern("FormatEnumerationLimit"));

/// The global `$FormatEnumerationLimit`: how many items of a collection are shown, negative for all.
pub(crate) fn enumeration_limit(rs: &mut Runspace) -> i32 {
    let scope = std::mem::replace(&mut rs.cur.scope, pwsh_runtime::scope::Scopes::GLOBAL);
    let value = rs.lookup(*LIMIT);
    rs.cur.scope = scope;
    if let Value::Int32(limit) = value.unwrapped() { *limit } else { DEFAULT_LIMIT }
}

/// How a cell's value is written.
#[derive(Clone, Copy, Default)]
pub(crate) struct Format<'a> {
    /// A format string.
    pub(crate) string: Option<&'a str>,
    /// Whether fractions get two digits, as in the tables of properties.
    pub(crate) fixed: bool,
    /// At most that many items of a collection.
    pub(crate) limit: i32,
}

/// The text of a value in a cell. What cannot be written is empty.
pub(crate) fn format(rs: &mut Runspace, value: &Value, format: Format<'_>) -> Result<PsString> {
    if let Some(string) = format.string.filter(|string| !string.is_empty())
        && let Some(text) = shown_or_nothing(format_with(rs, value, string))?
    {
        return Ok(text);
    }
    text(rs, value, format)
}

fn format_with(rs: &mut Runspace, value: &Value, string: &str) -> Result<PsString> {
    let composite = if string.contains("{0") || string.contains('}') {
        string.to_owned()
    } else {
        format!("{{0:{string}}}")
    };
    let text = ops::binary(rs, Op::Format, &composite.into(), value)?;
    convert::to_text(rs, &text)
}

/// An exception shows as nothing; a stop goes on.
fn shown_or_nothing(result: Result<PsString>) -> Result<Option<PsString>> {
    match result {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.thrown().is_some() => Ok(None),
        Err(error) => Err(error),
    }
}

fn text(rs: &mut Runspace, value: &Value, format: Format<'_>) -> Result<PsString> {
    if value.is_null() {
        return Ok(PsString::default());
    }
    if let Some(items) = items_of(rs, value)? {
        return collection(rs, &items, format.limit);
    }
    let fraction = matches!(value.unwrapped(), Value::Double(_) | Value::Single(_))
        || value.ty().is_some_and(|ty| *ty == known().decimal);
    if format.fixed && fraction {
        return format_with(rs, value, "F");
    }
    let text = plain(rs, value);
    Ok(shown_or_nothing(text)?.unwrap_or_default())
}

/// `PSObject.ToString()`: dates as the culture writes them.
pub(crate) fn plain(rs: &mut Runspace, value: &Value) -> Result<PsString> {
    if matches!(value.unwrapped(), Value::DateTime(_)) {
        return format_with(rs, value, "{0}");
    }
    // Type data may give a type another ToString (XML nodes show their names).
    let entry = rs.type_data(value);
    if matches!(entry.member(&"ToString".into()), Some((_, TypeMember::CodeMethod(_)))) {
        let text = rs.call_method(value, "ToString", Vec::new())?;
        return convert::to_text(rs, &text);
    }
    convert::to_text(rs, value)
}

/// The items of a collection, the entries of a dictionary; `None` for every other value.
pub(crate) fn items_of(rs: &mut Runspace, value: &Value) -> Result<Option<Vec<Value>>> {
    let value = value.unwrapped();
    if let Some(dictionary) = value.as_object().and_then(|obj| obj.get::<Dictionary>()) {
        if let Some(items) = rs.enumerate(value)? {
            return Ok(Some(items));
        }
        let ty = entry_type(dictionary.owner().ty());
        let entry = |(key, value)| rs.construct(&ty, vec![key, value]);
        return dictionary.entries().into_iter().map(entry).collect::<Result<_>>().map(Some);
    }
    rs.enumerate(value)
}

/// The type of a dictionary's entries.
fn entry_type(ty: &Type) -> Type {
    match ty.hierarchy().map(Type::arguments).find(|arguments| !arguments.is_empty()) {
        Some([key, value]) => {
            let pair = named("System.Collections.Generic.KeyValuePair`2");
            close_generic(&pair, vec![key.clone(), value.clone()])
        }
        _ => known().dictionary_entry.clone(),
    }
}

fn collection(rs: &mut Runspace, items: &[Value], limit: i32) -> Result<PsString> {
    stack::check()?;
    let mut text = String::from("{");
    for (at, item) in items.iter().enumerate() {
        if usize::try_from(limit).is_ok_and(|limit| at == limit) {
            text.push_str(ELLIPSIS);
            break;
        }
        if at > 0 {
            text.push_str(", ");
        }
        text.push_str(&name_of(rs, item)?.to_str());
    }
    text.push('}');
    Ok(text.into())
}

/// An item of a collection: its text, or the property that names it if its type has no text of its own.
fn name_of(rs: &mut Runspace, item: &Value) -> Result<PsString> {
    if item.is_null() {
        return Ok("$null".into());
    }
    if !has_own_text(item)
        && let Some(name) = Expression::naming(rs, item)?
        && let Some(value) = name.value(rs, item)?.shown()
    {
        return Ok(shown_or_nothing(plain(rs, &value))?.unwrap_or_default());
    }
    Ok(shown_or_nothing(plain(rs, item))?.unwrap_or_default())
}

fn has_own_text(item: &Value) -> bool {
    let Some(obj) = item.as_object() else { return true };
    if obj.get::<PropertyBag>().is_some() || obj.ty().is_enum() {
        return true;
    }
    match obj.ty().facade() {
        Some(facade) => facade.hooks.to_string.is_some(),
        None => obj.ty().element().is_some(),
    }
}
