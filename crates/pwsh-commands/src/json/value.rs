//! From JSON to PowerShell's values.

use super::reader::Json;
use psjob_dotnet::system::clock;
use pwsh_value::payload::{Dictionary, Keys, PropertyBag};
use pwsh_value::text::culture::Culture;
use pwsh_value::text::date::{DateTimeStyles, ParsedDate, parse_exact};
use pwsh_value::ty::named;
use pwsh_value::{Category, Context, DateTimeKind, Error, Obj, PsString, Result, Value};

/// What becomes of strings that are dates (`-DateKind`).
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum DateKind {
    /// A date of the kind that the text says.
    #[default]
    Default,
    /// Local time.
    Local,
    /// Universal time.
    Utc,
    /// A DateTimeOffset.
    Offset,
    /// The string itself.
    String,
}

/// How values are made.
#[derive(Clone, Copy)]
pub struct Shape {
    /// Objects become hash tables.
    pub as_hash_table: bool,
    /// What becomes of dates.
    pub dates: DateKind,
}

/// The value for JSON that was read.
///
/// # Errors
/// For objects with an empty key or keys that differ in casing only, unless they become hash tables.
pub fn to_value(cx: &mut dyn Context, json: Json, shape: Shape) -> Result<Value> {
    pwsh_value::stack::check()?;
    Ok(match json {
        Json::Null => Value::Null,
        Json::Bool(truth) => truth.into(),
        Json::Int(number) => number.into(),
        Json::Big(number) => number.into(),
        Json::Double(number) => number.into(),
        Json::Text(text) => text_value(cx, text, shape.dates)?,
        Json::Array(items) => {
            let items = items.into_iter().map(|item| to_value(cx, item, shape)).collect::<Result<_>>()?;
            Obj::array(items).into()
        }
        Json::Object(properties) if shape.as_hash_table => {
            let ty = named("System.Management.Automation.OrderedHashtable");
            let table = Obj::new(ty, Dictionary::new(Keys::Exact));
            for (name, value) in properties {
                let value = to_value(cx, value, shape)?;
                if let Some(table) = table.get::<Dictionary>() {
                    table.set_str(name, value);
                }
            }
            table.into()
        }
        Json::Object(properties) => custom_object(cx, properties, shape)?,
    })
}

fn custom_object(cx: &mut dyn Context, properties: Vec<(String, Json)>, shape: Shape) -> Result<Value> {
    let mut names: Vec<PsString> = Vec::with_capacity(properties.len());
    let mut values = Vec::with_capacity(properties.len());
    for (name, value) in properties {
        if name.is_empty() {
            return Err(refused(
                "EmptyKeyInJsonString",
                "The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.".to_owned(),
            ));
        }
        let name = PsString::from(name);
        if let Some(earlier) = names.iter().find(|n| n.eq_ignore_case(&name)) {
            return Err(refused(
                "KeysWithDifferentCasingInJsonString",
                format!(
                    "Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '{earlier}' was '{name}'."
                ),
            ));
        }
        values.push(to_value(cx, value, shape)?);
        names.push(name);
    }
    Ok(Obj::custom(PropertyBag::with_shape(names.into(), values)).into())
}

fn refused(id: &str, text: String) -> Error {
    Error::new("System.InvalidOperationException", text).id(id).category(Category::InvalidOperation)
}

fn text_value(cx: &mut dyn Context, text: String, dates: DateKind) -> Result<Value> {
    if dates == DateKind::String {
        return Ok(text.into());
    }
    let Some(date) = iso_date(&text) else { return Ok(text.into()) };
    let zone = clock::zone(cx);
    if dates == DateKind::Offset {
        return match date.to_date_time_offset(DateTimeStyles::NONE, &zone, &text) {
            Ok((at, offset)) => cx.construct(&named("System.DateTimeOffset"), vec![at.into(), offset.into()]),
            Err(_) => Ok(text.into()),
        };
    }
    let Ok(found) = date.to_date_time(DateTimeStyles::ROUNDTRIP_KIND, &zone, &text) else {
        return Ok(text.into());
    };
    Ok(Value::DateTime(match dates {
        DateKind::Local if found.kind() == DateTimeKind::Unspecified => found.with_kind(DateTimeKind::Local),
        DateKind::Local => zone.to_local(found),
        DateKind::Utc if found.kind() == DateTimeKind::Unspecified => found.with_kind(DateTimeKind::Utc),
        DateKind::Utc => zone.to_universal(found),
        _ => found,
    }))
}

/// A date and time in the form that JSON has them: `2024-01-02T03:04:05`, a fraction and a zone if need be.
fn iso_date(text: &str) -> Option<ParsedDate> {
    let bytes = text.as_bytes();
    if !(19..=40).contains(&bytes.len()) || bytes[10] != b'T' || !bytes[0].is_ascii_digit() {
        return None;
    }
    let format = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK";
    let today = clock::utc_now();
    parse_exact(text, format, &Culture::invariant().date, today, DateTimeStyles::NONE).ok()
}
