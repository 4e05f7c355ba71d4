//! Objects: collections, enums, error records and everything that is its properties ([MS-PSRP] 2.2.5.2).

use super::container::Contents;
use super::{Walk, Written};
use crate::error_record::ErrorRecord;
use crate::record::TextRecord;
use clixml::Name;
use clixml::tree::ContainerKind;
use pwsh_value::payload::{Deserialized, EnumNumber, PropertyBag, TypeObject, Wrapped};
use pwsh_value::ty::{known, reflection_name};
use pwsh_value::{Obj, PsString, Value, convert};

impl Walk<'_> {
    /// Writes an object that is no primitive and was not written before.
    pub(super) fn object(&mut self, name: Name<'_>, value: &Value, obj: &Obj, depth: i32) -> Written {
        if let Some(contents) = self.contents(value, obj)? {
            return self.container(name, value, obj, contents, depth);
        }
        let bare = is_bare(obj);
        if !bare && (depth <= 0 || self.is_text_only(value)) {
            return self.as_text(name, value);
        }
        if let Some(record) = obj.get::<ErrorRecord>() {
            let record = record.payload().clone();
            self.start(name, obj);
            return self.error_record(value, &record, super::RecordKind::Output, depth);
        }
        if let Some(record) = obj.get::<TextRecord>() {
            let message = record.payload().message.clone();
            self.start(name, obj);
            return self.text_record(value, &message, None);
        }
        self.start(name, obj);
        let types = self.type_names_of(value);
        self.type_names(&types);
        if !bare && let Some(text) = self.text_of(value)? {
            self.writer().to_string_text(text.as_wtf8());
        }
        if let Some(number) = obj.get::<EnumNumber>() {
            self.enum_number(obj, number.0);
        } else if let Some(inner) = obj.get::<Wrapped>() {
            let inner = inner.payload().value().clone();
            self.primitive(Name::NONE, &inner)?;
        } else if !bare {
            self.adapted_properties(value, depth - 1)?;
        } else if self.is_text_only(value)
            && let Some(text) = self.text_of(value)?
        {
            self.writer().string(Name::NONE, text.as_wtf8());
        }
        // a PSCustomObject within another does not use depth up
        self.extended_properties(value, depth)?;
        self.writer().end();
        Ok(())
    }

    pub(super) fn type_names(&mut self, names: &[PsString]) {
        let names: Vec<&[u8]> = names.iter().map(|name| name.as_wtf8()).collect();
        self.writer().type_names(&names);
    }

    fn container(
        &mut self,
        name: Name<'_>,
        value: &Value,
        obj: &Obj,
        contents: Contents,
        depth: i32,
    ) -> Written {
        let enumerable = matches!(contents, Contents::Items(ContainerKind::Enumerable, _));
        self.start(name, obj);
        let types = self.type_names_of(value);
        self.type_names(&types);
        self.write_contents(contents, depth)?;
        if depth > 0 {
            if enumerable {
                self.adapted_properties(value, depth - 1)?;
            }
            if self.has_notes(obj) {
                self.attached_properties(value, depth)?;
            }
        }
        self.writer().end();
        Ok(())
    }

    /// The value's text in the place of the object.
    fn as_text(&mut self, name: Name<'_>, value: &Value) -> Written {
        match self.text_of(value)? {
            Some(text) => self.writer().string(name, text.as_wtf8()),
            None => self.writer().null(name),
        }
        Ok(())
    }

    /// The value's text; `None` where its ToString throws. That of a type is its full name, not PowerShell's short one.
    fn text_of(&mut self, value: &Value) -> Written<Option<PsString>> {
        if let Some(ty) = value.cell().and_then(|obj| obj.get::<TypeObject>()) {
            return Ok(Some(reflection_name(&ty.0)));
        }
        match convert::to_text(self.rs, value) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.thrown().is_some() => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// An enum's number, in the type beneath it.
    fn enum_number(&mut self, obj: &Obj, number: i64) {
        let underlying = obj.ty().enum_underlying();
        let types = known();
        let writer = self.writer();
        match underlying {
            Some(ty) if ty == types.byte => writer.byte(Name::NONE, number as u8),
            Some(ty) if ty == types.sbyte => writer.sbyte(Name::NONE, number as i8),
            Some(ty) if ty == types.int16 => writer.int16(Name::NONE, number as i16),
            Some(ty) if ty == types.uint16 => writer.uint16(Name::NONE, number as u16),
            Some(ty) if ty == types.uint32 => writer.uint32(Name::NONE, number as u32),
            Some(ty) if ty == types.int64 => writer.int64(Name::NONE, number),
            Some(ty) if ty == types.uint64 => writer.uint64(Name::NONE, number as u64),
            _ => writer.int32(Name::NONE, number as i32),
        }
    }
}

/// Whether the object is nothing but its notes: a PSCustomObject.
fn is_bare(obj: &Obj) -> bool {
    obj.get::<PropertyBag>().is_some() && obj.ty().defined().is_none() && obj.get::<Deserialized>().is_none()
}
