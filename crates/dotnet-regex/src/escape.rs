//! `Regex.Escape` and `Regex.Unescape`.

use crate::options::Options;
use crate::parse_error::ParseError;
use crate::parser::Cursor;
use crate::wtf8;

/// `Regex.Escape` of a WTF-8 text: what has a meaning in a pattern gets a backslash.
pub fn escape(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for &byte in text {
        let escaped = match byte {
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x0C => b'f',
            b' ' | b'#' | b'$' | b'(' | b')' | b'*' | b'+' | b'.' | b'?' | b'[' | b'\\' | b'^' | b'{'
            | b'|' => byte,
            _ => {
                out.push(byte);
                continue;
            }
        };
        out.extend([b'\\', escaped]);
    }
    out
}

/// `Regex.Unescape` of a WTF-8 text: every escape becomes what it stands for.
///
/// # Errors
/// An escape that stands for no character, in the words of .NET's exception.
pub fn unescape(text: &[u8]) -> Result<Vec<u8>, ParseError> {
    if !text.contains(&b'\\') {
        return Ok(text.to_vec());
    }
    let units = wtf8::decode(text);
    let mut cursor = Cursor::new(&units, Options::NONE);
    let mut out = Vec::with_capacity(units.len());
    while let Some(unit) = cursor.take() {
        if unit != u16::from(b'\\') {
            out.push(unit);
        } else if !cursor.at_end() {
            out.push(cursor.scan_escape_code()?);
        }
    }
    let mut bytes = Vec::with_capacity(out.len());
    wtf8::encode_into(&out, &mut bytes);
    Ok(bytes)
}
