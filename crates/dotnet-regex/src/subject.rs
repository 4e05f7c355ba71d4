//! The text that is searched, and places in it, counted in UTF-16 code units as .NET counts.

use crate::wtf8;

/// A text to search. Text of ASCII alone, by far the most, is searched where it lies.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// Bytes below 0x80 only: a byte is a code unit. Other bytes are taken as units of the same value.
    Ascii(&'a [u8]),
    /// UTF-16 code units, lone surrogates included.
    Utf16(&'a [u16]),
}

impl<'a> Subject<'a> {
    /// The subject of a WTF-8 text: the bytes themselves where all are ASCII, else its code units, written to `units`.
    pub fn from_wtf8(text: &'a [u8], units: &'a mut Vec<u16>) -> Self {
        if text.is_ascii() {
            return Self::Ascii(text);
        }
        units.clear();
        wtf8::decode_into(text, units);
        Self::Utf16(units)
    }

    /// Length in code units.
    pub fn len(&self) -> usize {
        match self {
            Self::Ascii(bytes) => bytes.len(),
            Self::Utf16(units) => units.len(),
        }
    }

    /// Whether the text has no code unit.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Appends the text of `span` to `out` as WTF-8, joining a surrogate pair that meets at the seam.
    ///
    /// # Panics
    /// Where `span` reaches past the end of this subject.
    pub fn push_span(&self, span: Span, out: &mut Vec<u8>) {
        match self {
            Self::Ascii(bytes) => out.extend_from_slice(&bytes[span.start..span.end()]),
            Self::Utf16(units) => wtf8::encode_into(&units[span.start..span.end()], out),
        }
    }

    /// The text of `span` as WTF-8.
    ///
    /// # Panics
    /// Where `span` reaches past the end of this subject.
    pub fn text(&self, span: Span) -> Vec<u8> {
        let mut out = Vec::with_capacity(span.len);
        self.push_span(span, &mut out);
        out
    }
}

/// A stretch of a subject, in UTF-16 code units: `Capture.Index` and `Capture.Length`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Index of the first code unit.
    pub start: usize,
    /// Number of code units.
    pub len: usize,
}

impl Span {
    /// The index just past the last unit.
    pub fn end(self) -> usize {
        self.start + self.len
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_text_is_searched_where_it_lies() {
        let mut units = Vec::new();
        let text = b"abc";
        let subject = Subject::from_wtf8(text, &mut units);
        assert!(matches!(subject, Subject::Ascii(bytes) if bytes.as_ptr() == text.as_ptr()));
    }

    #[test]
    fn other_text_is_counted_in_utf16_units() {
        let mut units = Vec::new();
        let subject = Subject::from_wtf8("a\u{1F600}b".as_bytes(), &mut units);
        assert_eq!(subject.len(), 4);
        assert_eq!(subject.text(Span { start: 1, len: 2 }), "\u{1F600}".as_bytes());
        assert_eq!(subject.text(Span { start: 1, len: 1 }), [0xED, 0xA0, 0xBD]);
    }
}
