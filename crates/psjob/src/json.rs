//! CLIXML values as JSON.

use clixml::Value;
use clixml::tree::Container;
use serde_json::{Map, Number, json};

/// How deep values are followed. A document nests less; a value that its own text does not bound is a cycle of
/// references.
const DEPTH: usize = 100;

/// A value as JSON: numbers, booleans, strings and `null` as such, lists as arrays, dictionaries and objects by
/// their members as objects; an object without any is its text. What JSON has no form for is its text.
pub fn value(of: &Value) -> serde_json::Value {
    nested(of, DEPTH)
}

fn nested(of: &Value, depth: usize) -> serde_json::Value {
    let Some(deeper) = depth.checked_sub(1) else { return serde_json::Value::Null };
    match of {
        Value::Null | Value::Ancestor(_) => serde_json::Value::Null,
        Value::Bool(flag) => json!(flag),
        Value::Char(unit) => json!(String::from_utf16_lossy(&[*unit])),
        Value::SByte(number) => json!(number),
        Value::Byte(number) => json!(number),
        Value::Int16(number) => json!(number),
        Value::UInt16(number) => json!(number),
        Value::Int32(number) => json!(number),
        Value::UInt32(number) => json!(number),
        Value::Int64(number) => json!(number),
        Value::UInt64(number) => json!(number),
        Value::Single(number) => number_or_text(number.to_string()),
        Value::Double(number) => number_or_text(number.to_string()),
        Value::Decimal(number) => number_or_text(number.to_string()),
        Value::DateTime(time) => json!(time.to_string()),
        Value::Duration(span) => json!(span.to_string()),
        Value::Guid(id) => json!(id.to_string()),
        Value::Version(version) => json!(version.to_string()),
        Value::Uri(text) | Value::XmlDocument(text) | Value::ScriptBlock(text) | Value::Str(text) => {
            json!(text.to_string())
        }
        // a secret is not for a log
        Value::SecureString(_) => json!("System.Security.SecureString"),
        Value::ByteArray(bytes) => json!(&bytes[..]),
        Value::Progress(record) => json!(record.activity.to_string()),
        Value::Object(object) | Value::MemberSet(object) => {
            if let Some(container) = &object.container {
                return items(container, deeper);
            }
            if let Some(base) = &object.base {
                return nested(base, deeper);
            }
            let properties = object.properties.iter().flat_map(|members| members.iter());
            let members = object.members.iter().flat_map(|members| members.iter());
            let map: Map<String, serde_json::Value> = properties
                .chain(members)
                .map(|(name, value)| (name.to_string(), nested(value, deeper)))
                .collect();
            match &object.to_string {
                Some(text) if map.is_empty() => json!(text.to_string()),
                _ => map.into(),
            }
        }
    }
}

fn items(container: &Container, depth: usize) -> serde_json::Value {
    match container {
        Container::List(items)
        | Container::Enumerable(items)
        | Container::Stack(items)
        | Container::Queue(items) => items.iter().map(|item| nested(item, depth)).collect(),
        Container::Dictionary(entries) => {
            let entries = entries.iter().map(|(key, value)| (key_text(key, depth), nested(value, depth)));
            entries.collect::<Map<_, _>>().into()
        }
    }
}

fn key_text(key: &Value, depth: usize) -> String {
    match nested(key, depth) {
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    }
}

/// The digits as they are: JSON's numbers have any precision. NaN and the infinities are no numbers there.
fn number_or_text(text: String) -> serde_json::Value {
    match text.parse::<Number>() {
        Ok(number) => number.into(),
        Err(_) => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use clixml::{Reader, tree};

    use super::*;

    fn of(xml: &str) -> String {
        value(&tree::read(Reader::new(xml.as_bytes())).unwrap()).to_string()
    }

    #[test]
    fn values_have_the_form_that_json_has_for_them() {
        for (xml, json) in [
            ("<Nil/>", "null"),
            ("<I64>9223372036854775807</I64>", "9223372036854775807"),
            ("<D>1.50</D>", "1.50"),
            ("<Db>NaN</Db>", "\"NaN\""),
            ("<S>a_x000A_b</S>", "\"a\\nb\""),
            ("<BA>AQI=</BA>", "[1,2]"),
            ("<Obj RefId=\"0\"><LST><I32>1</I32><Nil/></LST></Obj>", "[1,null]"),
            (
                "<Obj RefId=\"0\"><DCT><En><I32 N=\"Key\">1</I32><S N=\"Value\">x</S></En></DCT></Obj>",
                "{\"1\":\"x\"}",
            ),
            ("<Obj RefId=\"0\"><ToString>Friday</ToString><I32>5</I32></Obj>", "5"),
            ("<Obj RefId=\"0\"><ToString>t</ToString></Obj>", "\"t\""),
            (
                "<Obj RefId=\"0\"><Props><I32 N=\"a\">1</I32></Props><MS><B N=\"b\">true</B></MS></Obj>",
                "{\"a\":1,\"b\":true}",
            ),
        ] {
            assert_eq!(of(xml), json, "{xml}");
        }
    }
}
