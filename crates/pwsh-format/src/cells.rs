//! Texts by the cells they take on a screen, escape sequences taking none.

use std::iter::Peekable;
use std::str::CharIndices;

/// A part of a text: an escape sequence or a character.
#[derive(Clone, Copy)]
pub(crate) enum Part<'a> {
    /// A sequence that begins with ESC.
    Escape(&'a str),
    /// A character.
    Char(char),
}

/// The parts of a text.
pub(crate) struct Parts<'a> {
    text: &'a str,
    chars: Peekable<CharIndices<'a>>,
}

/// Takes a text apart.
pub(crate) fn parts(text: &str) -> Parts<'_> {
    Parts { text, chars: text.char_indices().peekable() }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        let (at, c) = self.chars.next()?;
        if c == '\u{1b}'
            && let Some(length) = sequence_length(&self.text[at..])
        {
            let end = at + length;
            while self.chars.next_if(|(next, _)| *next < end).is_some() {}
            return Some(Part::Escape(&self.text[at..end]));
        }
        Some(Part::Char(c))
    }
}

/// The length in bytes of the graphics (`ESC [ ... m` and its kin) or link sequence at the start.
fn sequence_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    match bytes.get(1)? {
        b'[' => {
            let end =
                bytes[2..].iter().position(|b| !(b.is_ascii_digit() || matches!(b, b';' | b':' | b'?')))?;
            bytes[2 + end].is_ascii_alphabetic().then_some(end + 3)
        }
        b']' => {
            let close = text.find("\u{1b}\\").map(|at| at + 2);
            close.or_else(|| text.find('\u{7}').map(|at| at + 1))
        }
        _ => None,
    }
}

/// How many cells a character takes.
pub(crate) fn width_of(c: char) -> usize {
    let wide = matches!(u32::from(c),
        0x1100..=0x115f | 0x2329 | 0x232a | 0x2e80..=0x303e | 0x3040..=0xa4cf | 0xac00..=0xd7a3
        | 0xf900..=0xfaff | 0xfe10..=0xfe19 | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6
        | 0x1_0000..);
    1 + usize::from(wide)
}

/// How many cells a text takes.
pub(crate) fn width(text: &str) -> usize {
    if text.is_ascii() && !text.contains('\u{1b}') {
        return text.len();
    }
    parts(text).map(|part| if let Part::Char(c) = part { width_of(c) } else { 0 }).sum()
}

/// Whether a text has escape sequences.
pub(crate) fn is_decorated(text: &str) -> bool {
    text.contains('\u{1b}')
}

/// A text without its escape sequences.
pub(crate) fn plain(text: &str) -> String {
    parts(text).filter_map(|part| if let Part::Char(c) = part { Some(c) } else { None }).collect()
}

/// The start of a text that fits, escape sequences kept.
pub(crate) fn head(text: &str, cells: usize) -> String {
    let (mut out, mut used, mut full) = (String::new(), 0, false);
    for part in parts(text) {
        match part {
            Part::Escape(sequence) => out.push_str(sequence),
            Part::Char(c) if !full && used + width_of(c) <= cells => {
                out.push(c);
                used += width_of(c);
            }
            Part::Char(_) => full = true,
        }
    }
    out
}

/// The end of a text that fits, escape sequences kept.
pub(crate) fn tail(text: &str, cells: usize) -> String {
    let mut skip = width(text).saturating_sub(cells);
    let mut out = String::new();
    for part in parts(text) {
        match part {
            Part::Escape(sequence) => out.push_str(sequence),
            Part::Char(c) if skip > 0 => skip = skip.saturating_sub(width_of(c)),
            Part::Char(c) => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_take_no_cells() {
        assert_eq!(width("\u{1b}[31mred\u{1b}[0m"), 3);
        assert_eq!(plain("\u{1b}[31;1mred\u{1b}[0m!"), "red!");
        assert_eq!(head("\u{1b}[31mred\u{1b}[0m", 2), "\u{1b}[31mre\u{1b}[0m");
    }

    #[test]
    fn wide_characters_take_two() {
        assert_eq!(width("日本語"), 6);
        assert_eq!(head("日本語", 5), "日本");
        assert_eq!(tail("abcdef", 2), "ef");
    }
}
