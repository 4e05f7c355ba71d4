//! Gathers the value of a string or word while it is scanned.

use crate::Extent;
use crate::ast::{StringText, VariablePath};
use crate::token::{ExpandableText, TokenValue, UnparsedPart, UnscannedSubExpression};

/// What an escape stands for.
#[derive(Clone, Copy)]
pub(crate) enum Escaped {
    Char(char),
    /// A surrogate without its other half.
    Surrogate(u16),
}

/// The value of a string or word so far: WTF-8 bytes, and the parts to expand.
#[derive(Default)]
pub(crate) struct TextBuilder {
    value: Vec<u8>,
    parts: Vec<UnparsedPart>,
    literal_start: usize,
}

impl TextBuilder {
    pub fn from_text(text: &str) -> Self {
        Self { value: text.as_bytes().to_vec(), ..Self::default() }
    }

    pub fn push(&mut self, c: char) {
        self.value.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }

    pub fn push_str(&mut self, text: &str) {
        self.value.extend_from_slice(text.as_bytes());
    }

    pub fn push_escaped(&mut self, escaped: Escaped) {
        match escaped {
            Escaped::Char(c) => self.push(c),
            Escaped::Surrogate(unit) => self.push_surrogate(unit),
        }
    }

    /// A low surrogate after a high one makes a character, as in .NET's strings.
    fn push_surrogate(&mut self, unit: u16) {
        let literal = &self.value[self.literal_start..];
        if let [.., 0xED, second @ 0xA0..=0xAF, third] = *literal
            && (0xDC00..0xE000).contains(&unit)
        {
            let high = 0xD000 | (u32::from(second & 0x3F) << 6) | u32::from(third & 0x3F);
            let code = 0x10000 + ((high - 0xD800) << 10) + u32::from(unit - 0xDC00);
            self.value.truncate(self.value.len() - 3);
            self.push(char::from_u32(code).unwrap_or('\u{FFFD}'));
        } else {
            let unit = u32::from(unit);
            self.value.extend_from_slice(&[
                0xE0 | (unit >> 12) as u8,
                0x80 | ((unit >> 6) & 0x3F) as u8,
                0x80 | (unit & 0x3F) as u8,
            ]);
        }
    }

    pub fn len(&self) -> usize {
        self.value.len()
    }

    /// Takes back what was pushed after `len`, which must be literal text.
    pub fn truncate(&mut self, len: usize) {
        self.value.truncate(len.max(self.literal_start));
    }

    pub fn push_variable(&mut self, raw: &str, path: VariablePath, extent: Extent, braced: bool) {
        self.push_part(raw, UnparsedPart::Variable { path, extent, braced });
    }

    pub fn push_sub_expression(&mut self, raw: &str, part: UnscannedSubExpression) {
        self.push_part(raw, UnparsedPart::SubExpression(part));
    }

    fn push_part(&mut self, raw: &str, part: UnparsedPart) {
        self.end_literal();
        self.parts.push(part);
        self.push_str(raw);
        self.literal_start = self.value.len();
    }

    fn end_literal(&mut self) {
        if self.literal_start < self.value.len() {
            let literal = self.value[self.literal_start..].to_vec();
            self.parts.push(UnparsedPart::Text(StringText::from_wtf8(literal)));
        }
    }

    pub fn into_value(mut self) -> TokenValue {
        if self.parts.is_empty() {
            return TokenValue::Text(StringText::from_wtf8(self.value));
        }
        self.end_literal();
        TokenValue::Expandable(Box::new(ExpandableText {
            value: StringText::from_wtf8(self.value),
            parts: self.parts,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surrogates_join() {
        let mut text = TextBuilder::default();
        text.push_escaped(Escaped::Surrogate(0xD83D));
        text.push_escaped(Escaped::Surrogate(0xDE00));
        let TokenValue::Text(value) = text.into_value() else { panic!("nothing to expand") };
        assert_eq!(&*value, "\u{1F600}");
    }
}
