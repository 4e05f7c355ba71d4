//! Strings as .NET has them.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// A .NET string: any sequence of UTF-16 units, lone surrogates among them.
///
/// Kept as WTF-8: UTF-8, in which a surrogate that has no partner is encoded as three bytes and a pair always as
/// one character of four. So two equal strings have equal bytes. A clone shares the bytes. Order is that of the
/// code points (not of the UTF-16 units, and of no culture).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text(Arc<[u8]>);

/// Bytes that are not well-formed WTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected well-formed WTF-8, found an invalid sequence at byte {position}")]
pub struct InvalidWtf8 {
    /// Index of the first byte of the invalid sequence.
    pub position: usize,
}

impl Text {
    /// The string of these UTF-16 units.
    pub fn from_utf16(units: &[u16]) -> Self {
        let mut bytes = Vec::with_capacity(units.len());
        units.iter().for_each(|&unit| push_unit(&mut bytes, unit));
        Self(bytes.into())
    }

    /// The string with these WTF-8 bytes; an error where they are not well-formed (a surrogate pair written as two
    /// three-byte sequences is not).
    pub fn from_wtf8(bytes: &[u8]) -> Result<Self, InvalidWtf8> {
        check(bytes)?;
        Ok(Self(bytes.into()))
    }

    /// Takes over bytes that this crate made, which are well-formed by construction.
    pub(crate) fn from_checked(bytes: &[u8]) -> Self {
        debug_assert_eq!(check(bytes), Ok(()));
        Self(bytes.into())
    }

    /// The WTF-8 bytes.
    pub fn as_wtf8(&self) -> &[u8] {
        &self.0
    }

    /// The string, if it has no lone surrogate.
    pub fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }

    /// The string with U+FFFD in the place of each lone surrogate.
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        match std::str::from_utf8(&self.0) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(String::from_utf16_lossy(&self.to_utf16())),
        }
    }

    /// The UTF-16 units.
    pub fn to_utf16(&self) -> Vec<u16> {
        let mut units = Vec::with_capacity(self.0.len());
        let mut rest = &self.0[..];
        while let Some((code, length)) = first_code_point(rest) {
            rest = &rest[length..];
            match char::from_u32(code) {
                Some(character) => units.extend_from_slice(character.encode_utf16(&mut [0; 2])),
                None => units.push(code as u16),
            }
        }
        units
    }

    /// Whether there is no unit in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether both are equal when case is ignored, as PowerShell compares the names of members.
    pub fn eq_ignore_case(&self, other: &str) -> bool {
        if self.0.eq_ignore_ascii_case(other.as_bytes()) {
            return true;
        }
        if self.0.is_ascii() || other.is_ascii() {
            return false;
        }
        // ordinal comparison without case is .NET's: each character's own upper case, no culture
        let upper = |c: char| {
            let mut mapped = c.to_uppercase();
            match (mapped.next(), mapped.next()) {
                (Some(only), None) => only,
                _ => c,
            }
        };
        self.as_str().is_some_and(|text| text.chars().map(upper).eq(other.chars().map(upper)))
    }
}

impl Default for Text {
    fn default() -> Self {
        Self(Arc::from(&[][..]))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.as_bytes().into())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into_bytes().into())
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<&Text> for Text {
    fn from(text: &Text) -> Self {
        text.clone()
    }
}

impl From<Cow<'_, str>> for Text {
    fn from(text: Cow<'_, str>) -> Self {
        text.as_ref().into()
    }
}

impl AsRef<[u8]> for Text {
    /// The WTF-8 bytes.
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other.as_bytes()
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl fmt::Display for Text {
    /// The string with U+FFFD in the place of each lone surrogate.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.to_string_lossy())
    }
}

impl fmt::Debug for Text {
    /// As a Rust string literal, a lone surrogate as `\u{d800}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"")?;
        let mut rest = &self.0[..];
        while let Some((code, length)) = first_code_point(rest) {
            rest = &rest[length..];
            match char::from_u32(code) {
                Some('\'') => f.write_str("'")?,
                Some(character) => write!(f, "{}", character.escape_debug())?,
                None => write!(f, "\\u{{{code:x}}}")?,
            }
        }
        f.write_str("\"")
    }
}

/// Appends a UTF-16 unit to WTF-8 bytes; a low surrogate joins a high one that stands at their end.
pub(crate) fn push_unit(bytes: &mut Vec<u8>, unit: u16) {
    if let 0xDC00..=0xDFFF = unit
        && let [.., 0xED, second @ 0xA0..=0xAF, third] = bytes[..]
    {
        let high = 0xD000 | u32::from(second & 0x3F) << 6 | u32::from(third & 0x3F);
        let code = 0x10000 + ((high - 0xD800) << 10) + (u32::from(unit) - 0xDC00);
        bytes.truncate(bytes.len() - 3);
        push_code_point(bytes, code);
    } else {
        push_code_point(bytes, u32::from(unit));
    }
}

fn push_code_point(bytes: &mut Vec<u8>, code: u32) {
    let low = |shift: u32| 0x80 | (code >> shift & 0x3F) as u8;
    match code {
        0..=0x7F => bytes.push(code as u8),
        0x80..=0x7FF => bytes.extend([0xC0 | (code >> 6) as u8, low(0)]),
        0x800..=0xFFFF => bytes.extend([0xE0 | (code >> 12) as u8, low(6), low(0)]),
        _ => bytes.extend([0xF0 | (code >> 18) as u8, low(12), low(6), low(0)]),
    }
}

/// The first code point of well-formed WTF-8 and its length in bytes.
pub(crate) fn first_code_point(bytes: &[u8]) -> Option<(u32, usize)> {
    let tail = |byte: u8| u32::from(byte & 0x3F);
    Some(match *bytes {
        [] => return None,
        [a @ 0..=0x7F, ..] => (u32::from(a), 1),
        [a @ 0xC0..=0xDF, b, ..] => (u32::from(a & 0x1F) << 6 | tail(b), 2),
        [a @ 0xE0..=0xEF, b, c, ..] => (u32::from(a & 0xF) << 12 | tail(b) << 6 | tail(c), 3),
        [a, b, c, d, ..] => (u32::from(a & 7) << 18 | tail(b) << 12 | tail(c) << 6 | tail(d), 4),
        // cannot be reached in well-formed text; stepping over it keeps a caller's loop finite
        [a, ..] => (u32::from(a), 1),
    })
}

fn check(bytes: &[u8]) -> Result<(), InvalidWtf8> {
    let mut position = 0;
    let mut after_high = false;
    while let Err(error) = std::str::from_utf8(&bytes[position..]) {
        after_high &= error.valid_up_to() == 0;
        position += error.valid_up_to();
        match bytes[position..] {
            [0xED, 0xA0..=0xAF, 0x80..=0xBF, ..] => after_high = true,
            [0xED, 0xB0..=0xBF, 0x80..=0xBF, ..] if !after_high => after_high = false,
            _ => return Err(InvalidWtf8 { position }),
        }
        position += 3;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_goes_through_with_pairs_and_lone_surrogates() {
        let units = [0x61, 0xE9, 0xFFFF, 0xD83D, 0xDE00, 0xDE00, 0xD83D, 0x62, 0xDBFF, 0xDFFF, 0xD800];
        assert_eq!(Text::from_utf16(&units).to_utf16(), units);
        assert_eq!(Text::from_utf16(&[0xD83D, 0xDE00]), Text::from("\u{1F600}"));
        assert_eq!(Text::from_utf16(&[0xD83D]).as_str(), None);
        assert_eq!(Text::from_utf16(&[0x61, 0xD83D]).to_string_lossy(), "a\u{FFFD}");
        assert_eq!(format!("{:?}", Text::from_utf16(&[0x22, 0xD83D])), r#""\"\u{d83d}""#);
    }

    #[test]
    fn ill_formed_bytes_are_refused_with_their_position() {
        let lone = Text::from_utf16(&[0x61, 0xDE00, 0xD83D]);
        assert_eq!(Text::from_wtf8(lone.as_wtf8()), Ok(lone));
        for (bytes, position) in
            [(&b"a\xFF"[..], 1), (b"a\xED\xA0\xBD\xED\xB8\x80", 4), (b"\xED\xA0", 0), (b"\xC0\x80", 0)]
        {
            assert_eq!(Text::from_wtf8(bytes), Err(InvalidWtf8 { position }), "{bytes:x?}");
        }
        assert!(Text::from_wtf8(b"\xED\xA0\xBDx\xED\xB8\x80").is_ok());
    }

    #[test]
    fn case_is_ignored_as_for_member_names() {
        assert!(Text::from("PipelineState").eq_ignore_case("pipelinestate"));
        assert!(Text::from("É").eq_ignore_case("é"));
        assert!(!Text::from("ß").eq_ignore_case("SS"));
        assert!(!Text::from("a").eq_ignore_case("b"));
    }
}
