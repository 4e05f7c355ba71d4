//! The primitive types ([MS-PSRP] 2.2.5.1), one method each.

use std::fmt::Display;
use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{Name, Writer};
use crate::escape::push_text;
use crate::scalar::{push_double, push_single};
use crate::{DateTime, KeyError, ProgressRecord, SecureStringKey, Spelling, TimeSpan, Version};

impl Writer {
    /// Writes `Nil`: `$null`.
    pub fn null(&mut self, name: Name<'_>) {
        self.frame.start_named_text(&mut self.out, "Nil");
        self.push_name(name);
        self.out.extend_from_slice(b" />");
    }

    /// Writes `B`.
    pub fn bool(&mut self, name: Name<'_>, value: bool) {
        let text: &[u8] = if value { b"true" } else { b"false" };
        self.element("B", name, |out| out.extend_from_slice(text));
    }

    /// Writes `C`: a UTF-16 unit.
    pub fn char(&mut self, name: Name<'_>, unit: u16) {
        self.unsigned("C", name, unit.into());
    }

    /// Writes `SB`.
    pub fn sbyte(&mut self, name: Name<'_>, value: i8) {
        self.signed("SB", name, value.into());
    }

    /// Writes `By`.
    pub fn byte(&mut self, name: Name<'_>, value: u8) {
        self.unsigned("By", name, value.into());
    }

    /// Writes `I16`.
    pub fn int16(&mut self, name: Name<'_>, value: i16) {
        self.signed("I16", name, value.into());
    }

    /// Writes `U16`.
    pub fn uint16(&mut self, name: Name<'_>, value: u16) {
        self.unsigned("U16", name, value.into());
    }

    /// Writes `I32`.
    pub fn int32(&mut self, name: Name<'_>, value: i32) {
        self.signed("I32", name, value.into());
    }

    /// Writes `U32`.
    pub fn uint32(&mut self, name: Name<'_>, value: u32) {
        self.unsigned("U32", name, value.into());
    }

    /// Writes `I64`.
    pub fn int64(&mut self, name: Name<'_>, value: i64) {
        self.signed("I64", name, value);
    }

    /// Writes `U64`.
    pub fn uint64(&mut self, name: Name<'_>, value: u64) {
        self.unsigned("U64", name, value);
    }

    /// Writes `Sg`.
    pub fn single(&mut self, name: Name<'_>, value: f32) {
        self.element("Sg", name, |out| push_single(out, value));
    }

    /// Writes `Db`.
    pub fn double(&mut self, name: Name<'_>, value: f64) {
        self.element("Db", name, |out| push_double(out, value));
    }

    /// Writes `D`, with its scale.
    pub fn decimal(&mut self, name: Name<'_>, value: Decimal) {
        self.displayed("D", name, value);
    }

    /// Writes `DT`.
    pub fn date_time(&mut self, name: Name<'_>, value: DateTime) {
        self.displayed("DT", name, value);
    }

    /// Writes `TS`.
    pub fn duration(&mut self, name: Name<'_>, value: TimeSpan) {
        self.displayed("TS", name, value);
    }

    /// Writes `G`.
    pub fn guid(&mut self, name: Name<'_>, value: Uuid) {
        self.displayed("G", name, value.as_hyphenated());
    }

    /// Writes `Version`.
    pub fn version(&mut self, name: Name<'_>, value: Version) {
        self.displayed("Version", name, value);
    }

    /// Writes `S`.
    pub fn string(&mut self, name: Name<'_>, text: impl AsRef<[u8]>) {
        self.text("S", name, text.as_ref());
    }

    /// Writes `URI`: the text as the user gave it.
    pub fn uri(&mut self, name: Name<'_>, text: impl AsRef<[u8]>) {
        self.text("URI", name, text.as_ref());
    }

    /// Writes `XD`: the text of an XML document.
    pub fn xml_document(&mut self, name: Name<'_>, text: impl AsRef<[u8]>) {
        self.text("XD", name, text.as_ref());
    }

    /// Writes `SBK`: the text of a script block.
    pub fn script_block(&mut self, name: Name<'_>, text: impl AsRef<[u8]>) {
        self.text("SBK", name, text.as_ref());
    }

    /// Writes `BA`.
    pub fn byte_array(&mut self, name: Name<'_>, bytes: &[u8]) {
        if bytes.is_empty() {
            self.frame.start_named_text(&mut self.out, "BA");
            self.push_name(name);
            self.out.extend_from_slice(b" />");
        } else {
            self.element("BA", name, |out| push_base64(out, bytes));
        }
    }

    /// Writes `SS`: a secret's UTF-16LE bytes, sealed by the session's key. An error of the key leaves the document as
    /// it was.
    pub fn secure_string(
        &mut self,
        name: Name<'_>,
        secret: &[u8],
        key: &dyn SecureStringKey,
    ) -> Result<(), KeyError> {
        let sealed = key.seal(secret)?;
        self.element("SS", name, |out| match key.spelling() {
            Spelling::Base64 => push_base64(out, &sealed),
            Spelling::Hexadecimal => {
                for byte in &sealed {
                    // writing to a list of bytes does not fail
                    let _ = write!(out, "{byte:02x}");
                }
            }
        });
        Ok(())
    }

    /// Writes `PR`.
    pub fn progress(&mut self, name: Name<'_>, record: &ProgressRecord) {
        self.frame.start(&mut self.out, "PR");
        self.push_name(name);
        self.text("AV", Name::NONE, record.activity.as_wtf8());
        self.signed("AI", Name::NONE, record.activity_id.into());
        match &record.current_operation {
            Some(operation) => self.string(Name::NONE, operation),
            None => self.null(Name::NONE),
        }
        self.signed("PI", Name::NONE, record.parent_activity_id.into());
        self.signed("PC", Name::NONE, record.percent_complete.into());
        self.text("T", Name::NONE, record.kind.as_wtf8());
        self.signed("SR", Name::NONE, record.seconds_remaining.into());
        self.text("SD", Name::NONE, record.status_description.as_wtf8());
        self.frame.end(&mut self.out);
    }

    fn element(&mut self, element: &str, name: Name<'_>, content: impl FnOnce(&mut Vec<u8>)) {
        self.frame.start_named_text(&mut self.out, element);
        self.push_name(name);
        self.out.push(b'>');
        content(&mut self.out);
        self.frame.end_text(&mut self.out, element);
    }

    fn text(&mut self, element: &str, name: Name<'_>, text: &[u8]) {
        self.element(element, name, |out| push_text(out, text));
    }

    fn displayed(&mut self, element: &str, name: Name<'_>, value: impl Display) {
        self.element(element, name, |out| write!(out, "{value}").expect("a Vec takes what is written"));
    }

    fn unsigned(&mut self, element: &str, name: Name<'_>, value: u64) {
        self.element(element, name, |out| push_unsigned(out, value));
    }

    fn signed(&mut self, element: &str, name: Name<'_>, value: i64) {
        self.element(element, name, |out| {
            if value < 0 {
                out.push(b'-');
            }
            push_unsigned(out, value.unsigned_abs());
        });
    }
}

/// Appends a number's decimal digits.
pub(super) fn push_unsigned(out: &mut Vec<u8>, mut value: u64) {
    let mut digits = [0; 20];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[start..]);
}

fn push_base64(out: &mut Vec<u8>, bytes: &[u8]) {
    let start = out.len();
    out.resize(start + bytes.len().div_ceil(3) * 4, 0);
    let written = STANDARD
        .encode_slice(bytes, &mut out[start..])
        .expect("there is room for four digits per three bytes");
    debug_assert_eq!(written, out.len() - start);
}
