//! The primitive types ([MS-PSRP] 2.2.5.1) out of their texts.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::error::{ReadError, ReadErrorKind};
use super::tokens::{Tag, Tokens};
use crate::scalar::{read_double, read_single};
use crate::{InvalidText, ProgressRecord, SecureString, SecureStringKey, Spelling, Text, Value};

/// Reads the primitive whose start tag was just read, up to its end tag; `None` if no primitive has this element.
pub(super) fn read(
    tokens: &mut Tokens<'_>,
    element: &[u8],
    key: &dyn SecureStringKey,
) -> Result<Option<Value>, ReadError> {
    Ok(Some(match element {
        b"S" => Value::Str(tokens.decoded("S")?),
        b"I32" => Value::Int32(parse(tokens, "I32", "a 32-bit integer", |t| t.parse().ok())?),
        b"B" => Value::Bool(parse(tokens, "B", "true or false", read_bool)?),
        b"Nil" => {
            tokens.end("Nil")?;
            Value::Null
        }
        b"I64" => Value::Int64(parse(tokens, "I64", "a 64-bit integer", |t| t.parse().ok())?),
        b"Db" => Value::Double(parse(tokens, "Db", "a number", read_double)?),
        b"DT" => Value::DateTime(parse(tokens, "DT", "a date and time", |t| t.parse().ok())?),
        b"C" => Value::Char(parse(tokens, "C", "the number of a UTF-16 unit", |t| t.parse().ok())?),
        b"SB" => Value::SByte(parse(tokens, "SB", "a signed byte", |t| t.parse().ok())?),
        b"By" => Value::Byte(parse(tokens, "By", "a byte", |t| t.parse().ok())?),
        b"I16" => Value::Int16(parse(tokens, "I16", "a 16-bit integer", |t| t.parse().ok())?),
        b"U16" => Value::UInt16(parse(tokens, "U16", "an unsigned 16-bit integer", |t| t.parse().ok())?),
        b"U32" => Value::UInt32(parse(tokens, "U32", "an unsigned 32-bit integer", |t| t.parse().ok())?),
        b"U64" => Value::UInt64(parse(tokens, "U64", "an unsigned 64-bit integer", |t| t.parse().ok())?),
        b"Sg" => Value::Single(parse(tokens, "Sg", "a number", read_single)?),
        b"D" => Value::Decimal(parse(tokens, "D", "a decimal of at most 29 digits", read_decimal)?),
        b"TS" => Value::Duration(parse(tokens, "TS", "a duration", |t| t.parse().ok())?),
        b"G" => Value::Guid(parse(tokens, "G", "a guid", |t| Uuid::try_parse(t).ok())?),
        b"URI" => Value::Uri(tokens.decoded("URI")?),
        b"Version" => Value::Version(parse(tokens, "Version", "a version", |t| t.parse().ok())?),
        b"XD" => Value::XmlDocument(tokens.decoded("XD")?),
        b"SBK" => Value::ScriptBlock(tokens.decoded("SBK")?),
        b"BA" => Value::ByteArray(parse(tokens, "BA", "base64", read_base64)?.into()),
        b"SS" => {
            let sealed = match key.spelling() {
                Spelling::Base64 => parse(tokens, "SS", "base64", read_base64)?,
                Spelling::Hexadecimal => parse(tokens, "SS", "hexadecimal digits", read_hexadecimal)?,
            };
            let secret =
                key.open(&sealed).map_err(|reason| tokens.error(ReadErrorKind::SecureString { reason }))?;
            Value::SecureString(SecureString::from_bytes(secret))
        }
        b"PR" => Value::Progress(Arc::new(read_progress(tokens)?)),
        _ => return Ok(None),
    }))
}

/// Reads text, white space around it removed.
fn parse<T>(
    tokens: &mut Tokens<'_>,
    element: &'static str,
    expected: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, ReadError> {
    let text = tokens.text(element)?.trim_matches([' ', '\t', '\r', '\n']);
    match read(text) {
        Some(value) => Ok(value),
        None => {
            let reason = InvalidText::new(expected, text);
            Err(tokens.error(ReadErrorKind::Primitive { element, reason }))
        }
    }
}

fn read_bool(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

fn read_decimal(text: &str) -> Option<Decimal> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.'));
    plain.then(|| text.parse().ok()).flatten()
}

fn read_base64(text: &str) -> Option<Vec<u8>> {
    if text.bytes().any(|b| b.is_ascii_whitespace()) {
        let digits: Vec<u8> = text.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
        STANDARD.decode(digits).ok()
    } else {
        STANDARD.decode(text).ok()
    }
}

fn read_hexadecimal(text: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let byte = |pair: &[u8; 2]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    if rest.is_empty() { pairs.iter().map(byte).collect() } else { None }
}

/// Reads the content of `PR`; its parts may come in any order.
fn read_progress(tokens: &mut Tokens<'_>) -> Result<ProgressRecord, ReadError> {
    const EXPECTED: &str = "a part of a progress record";
    let (mut activity, mut kind, mut status, mut operation) = (None, None, None, None);
    let (mut activity_id, mut parent, mut percent, mut seconds) = (None, None, None, None);
    loop {
        let tag = match tokens.tag(EXPECTED)? {
            Tag::Start(tag) => tag,
            Tag::End => break,
            Tag::Eof => {
                return Err(
                    tokens.error(ReadErrorKind::UnexpectedEnd { expected: EXPECTED, ended: "the document" })
                );
            }
        };
        match tag.name().as_ref() {
            b"AV" => activity = Some(tokens.decoded("AV")?),
            b"AI" => activity_id = Some(read_number(tokens, "AI")?),
            b"S" => operation = Some(tokens.decoded("S")?),
            b"Nil" => tokens.end("Nil")?,
            b"PI" => parent = Some(read_number(tokens, "PI")?),
            b"PC" => percent = Some(read_number(tokens, "PC")?),
            b"T" => kind = Some(tokens.decoded("T")?),
            b"SR" => seconds = Some(read_number(tokens, "SR")?),
            b"SD" => status = Some(tokens.decoded("SD")?),
            _ => return Err(tokens.unexpected(EXPECTED, &tag)),
        }
    }
    let missing = |expected| tokens.error(ReadErrorKind::UnexpectedEnd { expected, ended: "PR" });
    let text = |part: Option<Text>, element| part.ok_or_else(|| missing(element));
    let number = |part: Option<i32>, element| part.ok_or_else(|| missing(element));
    Ok(ProgressRecord {
        activity: text(activity, "AV")?,
        activity_id: number(activity_id, "AI")?,
        current_operation: operation,
        parent_activity_id: number(parent, "PI")?,
        percent_complete: number(percent, "PC")?,
        kind: text(kind, "T")?,
        seconds_remaining: number(seconds, "SR")?,
        status_description: text(status, "SD")?,
    })
}

fn read_number(tokens: &mut Tokens<'_>, element: &'static str) -> Result<i32, ReadError> {
    parse(tokens, element, "a 32-bit integer", |text| text.parse().ok())
}
