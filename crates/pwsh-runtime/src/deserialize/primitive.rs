//! Primitives.

use super::{Read, Values};
use clixml::{DateTimeKind, Text};
use pwsh_value::payload::{Array, Elements, PropertyBag, SecureString};
use pwsh_value::text::date::Zone;
use pwsh_value::ty::{known, named};
use pwsh_value::{Context, DateTime, Obj, PsString, TimeSpan, Value};

const TICKS_PER_MINUTE: i64 = 600_000_000;

impl Values<'_, '_, '_> {
    pub(super) fn primitive(&mut self, value: clixml::Value) -> Read {
        use clixml::Value as Wire;
        Ok(match value {
            Wire::Bool(v) => Value::Bool(v),
            Wire::Char(v) => Value::Char(v),
            Wire::SByte(v) => Value::Int8(v),
            Wire::Byte(v) => Value::UInt8(v),
            Wire::Int16(v) => Value::Int16(v),
            Wire::UInt16(v) => Value::UInt16(v),
            Wire::Int32(v) => Value::Int32(v),
            Wire::UInt32(v) => Value::UInt32(v),
            Wire::Int64(v) => Value::Int64(v),
            Wire::UInt64(v) => Value::UInt64(v),
            Wire::Single(v) => Value::Single(v),
            Wire::Double(v) => Value::Double(v),
            Wire::Decimal(v) => v.into(),
            Wire::Guid(v) => v.into(),
            Wire::DateTime(v) => self.date(v),
            Wire::Duration(v) => Value::TimeSpan(TimeSpan(v.ticks)),
            Wire::Str(text) | Wire::ScriptBlock(text) => Value::String(string(&text)),
            Wire::Uri(text) => self.constructed("System.Uri", &text)?,
            Wire::Version(version) => self.constructed("System.Version", &version.to_string().into())?,
            Wire::XmlDocument(text) => {
                let target = named("System.Xml.XmlDocument");
                let text = Value::String(string(&text));
                self.rs.convert(&text, &target).unwrap_or(text)
            }
            Wire::SecureString(secret) => {
                let (units, _) = secret.as_bytes().as_chunks();
                let units: zeroize::Zeroizing<Vec<u16>> =
                    zeroize::Zeroizing::new(units.iter().map(|unit| u16::from_le_bytes(*unit)).collect());
                Value::Object(Obj::new(named("System.Security.SecureString"), SecureString::new(&units)))
            }
            Wire::ByteArray(bytes) => {
                let array = Array::of(Elements::UInt8(bytes.to_vec()));
                Value::Object(Obj::new(known().byte_array.clone(), array))
            }
            Wire::Progress(record) => Value::Object(Obj::custom(PropertyBag::from_iter([
                ("Activity", Value::String(string(&record.activity))),
                ("StatusDescription", Value::String(string(&record.status_description))),
                ("PercentComplete", Value::Int32(record.percent_complete)),
            ]))),
            Wire::Null | Wire::Object(_) | Wire::Ancestor(_) | Wire::MemberSet(_) => Value::Null,
        })
    }

    /// A value of a type that is made from its text; the text where the type is not there.
    fn constructed(&mut self, type_name: &str, text: &Text) -> Read {
        let text = Value::String(string(text));
        Ok(self.rs.construct(&named(type_name), vec![text.clone()]).unwrap_or(text))
    }

    /// A date; one with an offset becomes the session's local time.
    fn date(&self, date: clixml::DateTime) -> Value {
        let made = match date.kind {
            DateTimeKind::Unspecified => DateTime::new(date.ticks, pwsh_value::DateTimeKind::Unspecified),
            DateTimeKind::Utc => DateTime::new(date.ticks, pwsh_value::DateTimeKind::Utc),
            DateTimeKind::Local { offset } => {
                let tz = self.rs.process().env("TZ").map(|tz| tz.to_string_lossy().into_owned());
                let ticks = (date.ticks - i64::from(offset) * TICKS_PER_MINUTE).clamp(0, DateTime::MAX_TICKS);
                DateTime::new(ticks, pwsh_value::DateTimeKind::Utc)
                    .map(|utc| Zone::of_variable(tz.as_deref()).to_local(utc))
            }
        };
        made.map_or(Value::Null, Value::DateTime)
    }
}

/// A text of the wire as a string.
pub(super) fn string(text: &Text) -> PsString {
    PsString::from_wtf8(text.as_wtf8())
}
