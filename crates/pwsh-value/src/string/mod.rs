//! .NET's strings: a sequence of UTF-16 code units, kept as WTF-8.
//!
//! Lengths and indices count UTF-16 units, as script sees them. An ASCII string, by far the most common,
//! answers both from its bytes; another makes a UTF-16 copy once, at its first indexing.

mod repr;
mod wtf8;

pub use repr::PsString;
pub use wtf8::{encode_wide, push_unit, wide_len};

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

impl PsString {
    /// The empty string.
    pub fn empty() -> PsString {
        PsString::from("")
    }

    /// Makes a string from UTF-16 code units; surrogates need not be paired.
    pub fn from_utf16(units: &[u16]) -> PsString {
        PsString::from_wtf8(encode_wide(units))
    }

    /// The text with lone surrogates replaced by U+FFFD; borrowed unless there are some.
    pub fn to_str(&self) -> Cow<'_, str> {
        match self.as_str() {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(wtf8::lossy(self.as_wtf8())),
        }
    }

    /// Whether the string has no characters.
    pub fn is_empty(&self) -> bool {
        self.as_wtf8().is_empty()
    }

    /// The code unit at `index`, `None` past the end.
    pub fn unit(&self, index: usize) -> Option<u16> {
        if self.is_ascii() {
            self.as_wtf8().get(index).map(|&b| u16::from(b))
        } else {
            self.wide().get(index).copied()
        }
    }

    /// `length` units from `start`; both are cut to what is there.
    pub fn substring(&self, start: usize, length: usize) -> PsString {
        let start = start.min(self.len());
        let end = start.saturating_add(length).min(self.len());
        if self.is_ascii() {
            if start == 0 && end == self.len() {
                return self.clone();
            }
            PsString::from_ascii(&self.as_wtf8()[start..end])
        } else {
            PsString::from_utf16(&self.wide()[start..end])
        }
    }

    /// The UTF-16 code units, in order.
    pub fn units(&self) -> Cow<'_, [u16]> {
        if self.is_ascii() {
            Cow::Owned(self.as_wtf8().iter().map(|&b| u16::from(b)).collect())
        } else {
            Cow::Borrowed(self.wide())
        }
    }

    /// This string followed by `other`.
    pub fn concat(&self, other: &PsString) -> PsString {
        let mut bytes = Vec::with_capacity(self.as_wtf8().len() + other.as_wtf8().len());
        bytes.extend_from_slice(self.as_wtf8());
        wtf8::append(&mut bytes, other.as_wtf8());
        PsString::from_wtf8(bytes)
    }

    /// Equality without case, by .NET's ordinal rule (simple upper-case mapping of each unit).
    pub fn eq_ignore_case(&self, other: &PsString) -> bool {
        if self.is_ascii() && other.is_ascii() {
            return self.as_wtf8().eq_ignore_ascii_case(other.as_wtf8());
        }
        self.len() == other.len()
            && self.units().iter().zip(other.units().iter()).all(|(&a, &b)| fold_unit(a) == fold_unit(b))
    }

    /// Equality without case to plain text.
    pub fn is(&self, text: &str) -> bool {
        if self.is_ascii() {
            self.as_wtf8().eq_ignore_ascii_case(text.as_bytes())
        } else {
            self.eq_ignore_case(&text.into())
        }
    }

    /// Feeds the case-insensitive (ordinal) hash of the string.
    pub fn hash_ignore_case<H: Hasher>(&self, state: &mut H) {
        if self.is_ascii() {
            // No string beyond ASCII equals one of ASCII, so the two may hash in their own ways.
            let mut folded = [0; 64];
            for part in self.as_wtf8().chunks(folded.len()) {
                let folded = &mut folded[..part.len()];
                folded.copy_from_slice(part);
                folded.make_ascii_uppercase();
                state.write(folded);
            }
        } else {
            for &unit in self.units().iter() {
                state.write_u16(fold_unit(unit));
            }
        }
    }
}

/// The upper-case form of one code unit by .NET's ordinal rule: a mapping to more than one unit is no mapping.
pub fn fold_unit(unit: u16) -> u16 {
    if unit < 0x80 {
        return u16::from((unit as u8).to_ascii_uppercase());
    }
    // U+0131 and U+017F upper-case to ASCII letters, which .NET's ordinal comparison leaves apart.
    if matches!(unit, 0x131 | 0x17F) {
        return unit;
    }
    let Some(c) = char::from_u32(u32::from(unit)) else { return unit };
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) => u16::try_from(u32::from(one)).unwrap_or(unit),
        _ => unit,
    }
}

impl Default for PsString {
    /// The empty string.
    fn default() -> PsString {
        PsString::empty()
    }
}

impl From<&str> for PsString {
    fn from(text: &str) -> Self {
        PsString::from_str_bytes(text)
    }
}

impl From<String> for PsString {
    fn from(text: String) -> Self {
        PsString::from_str_bytes(&text)
    }
}

impl From<Cow<'_, str>> for PsString {
    fn from(text: Cow<'_, str>) -> Self {
        PsString::from_str_bytes(&text)
    }
}

impl From<char> for PsString {
    fn from(c: char) -> Self {
        PsString::from_str_bytes(c.encode_utf8(&mut [0; 4]))
    }
}

impl PartialEq for PsString {
    fn eq(&self, other: &Self) -> bool {
        self.as_wtf8() == other.as_wtf8()
    }
}

impl Eq for PsString {}

impl PartialEq<str> for PsString {
    fn eq(&self, other: &str) -> bool {
        self.as_wtf8() == other.as_bytes()
    }
}

impl PartialEq<&str> for PsString {
    fn eq(&self, other: &&str) -> bool {
        self.as_wtf8() == other.as_bytes()
    }
}

impl Hash for PsString {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_wtf8().hash(state);
    }
}

impl fmt::Debug for PsString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.to_str(), f)
    }
}

impl fmt::Display for PsString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.to_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_indices_count_utf16_units() {
        let s = PsString::from("a\u{1F600}b");
        assert_eq!(s.len(), 4);
        assert_eq!(s.unit(1), Some(0xD83D));
        assert_eq!(s.unit(3), Some(u16::from(b'b')));
        assert_eq!(s.unit(4), None);
        assert_eq!(PsString::from("abc").unit(2), Some(u16::from(b'c')));
    }

    #[test]
    fn a_lone_surrogate_survives_and_joins_its_other_half() {
        let high = PsString::from_utf16(&[0xD83D]);
        let low = PsString::from_utf16(&[0xDE00]);
        assert_eq!(high.len(), 1);
        assert_eq!(high.as_str(), None);
        assert_eq!(high.to_str(), "\u{FFFD}");
        let joined = high.concat(&low);
        assert_eq!(joined, PsString::from("\u{1F600}"));
        assert_eq!(joined.substring(0, 1), high);
    }

    #[test]
    fn case_folding_is_ordinal() {
        assert!(PsString::from("STRASSE").eq_ignore_case(&"strasse".into()));
        assert!(PsString::from("ÄÖ").eq_ignore_case(&"äö".into()));
        assert!(!PsString::from("ß").eq_ignore_case(&"SS".into()));
        assert!(!PsString::from("ı").eq_ignore_case(&"I".into()));
    }
}
