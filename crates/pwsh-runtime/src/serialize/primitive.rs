//! The types that have an element of their own ([MS-PSRP] 2.2.5.1).

use super::{Walk, Written};
use crate::command::ScriptBlock;
use crate::literal;
use clixml::{DateTimeKind, Name};
use pwsh_value::payload::{Array, Decimal, Elements, Guid, SecureString};
use pwsh_value::text::date::Zone;
use pwsh_value::ty::known;
use pwsh_value::{Context, DateTime, Obj, PsString, Value, convert};

const TICKS_PER_MINUTE: i64 = 600_000_000;

impl Walk<'_> {
    /// Writes what lies inline; says whether it did.
    pub(super) fn primitive(&mut self, name: Name<'_>, value: &Value) -> Written<bool> {
        let writer = &mut self.out.writer;
        match value {
            Value::Null | Value::Void => writer.null(name),
            Value::Bool(v) => writer.bool(name, *v),
            Value::Char(v) => writer.char(name, *v),
            Value::Int8(v) => writer.sbyte(name, *v),
            Value::UInt8(v) => writer.byte(name, *v),
            Value::Int16(v) => writer.int16(name, *v),
            Value::UInt16(v) => writer.uint16(name, *v),
            Value::Int32(v) => writer.int32(name, *v),
            Value::UInt32(v) => writer.uint32(name, *v),
            Value::Int64(v) => writer.int64(name, *v),
            Value::UInt64(v) => writer.uint64(name, *v),
            Value::Single(v) => writer.single(name, *v),
            Value::Double(v) => writer.double(name, *v),
            Value::String(v) => writer.string(name, v.as_wtf8()),
            Value::TimeSpan(v) => writer.duration(name, clixml::TimeSpan { ticks: v.0 }),
            Value::DateTime(v) => {
                let date = self.date(*v);
                self.writer().date_time(name, date);
            }
            Value::Object(_) | Value::Wrapped(_) => return Ok(false),
        }
        Ok(true)
    }

    /// A date with its kind; the session's zone says how far a local one is from UTC.
    pub(super) fn date(&self, date: DateTime) -> clixml::DateTime {
        let kind = match date.kind() {
            pwsh_value::DateTimeKind::Unspecified => DateTimeKind::Unspecified,
            pwsh_value::DateTimeKind::Utc => DateTimeKind::Utc,
            pwsh_value::DateTimeKind::Local => {
                let tz = self.rs.process().env("TZ").map(|tz| tz.to_string_lossy().into_owned());
                let offset = Zone::of_variable(tz.as_deref()).offset_at_local(date) / TICKS_PER_MINUTE;
                DateTimeKind::Local { offset: offset as i16 }
            }
        };
        clixml::DateTime { ticks: date.ticks(), kind }
    }

    /// An inline value that carries members: an object around the primitive, or the bare primitive if there is
    /// nothing to tell of them.
    pub(super) fn wrapped(&mut self, name: Name<'_>, value: &Value, obj: &Obj, depth: i32) -> Written {
        let inner = value.unwrapped().clone();
        let literal =
            literal::text(value).filter(|text| convert::simple_text(&inner).is_none_or(|own| own != *text));
        let notes = self.has_notes(obj);
        if !notes && literal.is_none() {
            self.primitive(name, &inner)?;
            return Ok(());
        }
        if let Some(id) = self.out.refs.get(&obj.address()).copied() {
            self.writer().reference(name, id);
            return Ok(());
        }
        self.start(name, obj);
        if let Some(text) = literal {
            self.writer().to_string_text(text.as_wtf8());
        }
        self.primitive(Name::NONE, &inner)?;
        if notes {
            self.attached_properties(value, depth)?;
        }
        self.writer().end();
        Ok(())
    }

    /// Writes an object that has an element of its own; says whether it did. Members attached to it make an object
    /// around it.
    pub(super) fn known_object(
        &mut self,
        name: Name<'_>,
        value: &Value,
        obj: &Obj,
        depth: i32,
    ) -> Written<bool> {
        if !self.has_notes(obj) {
            return self.known_element(name, value, obj);
        }
        if !is_known(obj) {
            return Ok(false);
        }
        self.start(name, obj);
        self.known_element(Name::NONE, value, obj)?;
        self.attached_properties(value, depth)?;
        self.writer().end();
        Ok(true)
    }

    fn known_element(&mut self, name: Name<'_>, value: &Value, obj: &Obj) -> Written<bool> {
        let types = known();
        if let Some(number) = obj.get::<Decimal>() {
            self.writer().decimal(name, number.0);
        } else if let Some(id) = obj.get::<Guid>() {
            self.writer().guid(name, id.0);
        } else if *obj.ty() == types.byte_array {
            let Some(array) = obj.get::<Array>() else { return Ok(false) };
            let writer = &mut self.out.writer;
            array.with(|elements| match elements {
                Elements::UInt8(bytes) => writer.byte_array(name, bytes),
                other => {
                    let bytes: Vec<u8> = other.to_vec().iter().filter_map(byte_of).collect();
                    writer.byte_array(name, &bytes);
                }
            });
        } else if let Some(block) = obj.get::<ScriptBlock>() {
            self.writer().script_block(name, &*block.payload().block.text());
        } else if *obj.ty() == types.xml_document {
            let text = self.text_property(value, "OuterXml")?;
            self.writer().xml_document(name, text.as_wtf8());
        } else if obj.ty().name().is("System.Uri") {
            let text = self.text_property(value, "OriginalString")?;
            self.writer().uri(name, text.as_wtf8());
        } else if obj.ty().name().is("System.Version") {
            let text = convert::to_text(self.rs, value)?;
            match text.to_str().parse() {
                Ok(version) => self.writer().version(name, version),
                Err(_) => self.writer().string(name, text.as_wtf8()),
            }
        } else if let Some(secret) = obj.get::<SecureString>() {
            let units = secret.payload().reveal();
            let bytes: zeroize::Zeroizing<Vec<u8>> =
                zeroize::Zeroizing::new(units.iter().flat_map(|unit| unit.to_le_bytes()).collect());
            self.out.writer.secure_string(name, &bytes, self.key)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    fn text_property(&mut self, value: &Value, property: &str) -> Written<PsString> {
        let text = self.rs.get_property(value, property)?;
        Ok(convert::to_text(self.rs, &text)?)
    }
}

fn byte_of(value: &Value) -> Option<u8> {
    match value.unwrapped() {
        Value::UInt8(byte) => Some(*byte),
        _ => None,
    }
}

/// Whether the object has an element of its own.
fn is_known(obj: &Obj) -> bool {
    let types = known();
    obj.get::<Decimal>().is_some()
        || obj.get::<Guid>().is_some()
        || obj.get::<ScriptBlock>().is_some()
        || obj.get::<SecureString>().is_some()
        || *obj.ty() == types.byte_array
        || *obj.ty() == types.xml_document
        || obj.ty().name().is("System.Uri")
        || obj.ty().name().is("System.Version")
}
