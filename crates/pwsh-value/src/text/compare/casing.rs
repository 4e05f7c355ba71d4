//! Case mapping as .NET has it: one character to one, never longer.

use crate::text::culture::Culture;

/// Whose rules the letter i follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Casing {
    /// The invariant culture: `İ` and `ı` stay as they are.
    Invariant,
    /// Most cultures: `İ` lowers to `i`, `ı` uppers to `I`.
    Usual,
    /// Turkish and Azerbaijani: `i` and `İ`, `ı` and `I` are pairs.
    Turkic,
}

impl Casing {
    /// The rules of a culture.
    pub fn of(culture: &Culture) -> Self {
        match &*culture.two_letter_iso_language_name {
            "iv" => Self::Invariant,
            "tr" | "az" => Self::Turkic,
            _ => Self::Usual,
        }
    }

    /// The upper-case form of a character.
    pub fn upper(self, ch: char) -> char {
        if ch.is_ascii() {
            return if self == Self::Turkic && ch == 'i' { 'İ' } else { ch.to_ascii_uppercase() };
        }
        match ch {
            'ı' => {
                if self == Self::Invariant {
                    'ı'
                } else {
                    'I'
                }
            }
            // Greek with iota below: its simple upper-case form is the title-case one
            '\u{1f80}'..='\u{1f87}' | '\u{1f90}'..='\u{1f97}' | '\u{1fa0}'..='\u{1fa7}' => {
                char::from_u32(ch as u32 + 8).unwrap_or(ch)
            }
            '\u{1fb3}' | '\u{1fc3}' | '\u{1ff3}' => char::from_u32(ch as u32 + 9).unwrap_or(ch),
            _ => single(ch.to_uppercase(), ch),
        }
    }

    /// The lower-case form of a character.
    pub fn lower(self, ch: char) -> char {
        if ch.is_ascii() {
            return if self == Self::Turkic && ch == 'I' { 'ı' } else { ch.to_ascii_lowercase() };
        }
        match ch {
            'İ' => {
                if self == Self::Invariant {
                    'İ'
                } else {
                    'i'
                }
            }
            _ => single(ch.to_lowercase(), ch),
        }
    }

    /// Appends `text` in upper case.
    pub fn write_upper(self, text: &str, out: &mut String) {
        out.extend(text.chars().map(|ch| self.upper(ch)));
    }

    /// Appends `text` in lower case.
    pub fn write_lower(self, text: &str, out: &mut String) {
        out.extend(text.chars().map(|ch| self.lower(ch)));
    }
}

/// The mapping where it is one character, else the character itself.
fn single(mut mapped: impl Iterator<Item = char>, ch: char) -> char {
    match (mapped.next(), mapped.next()) {
        (Some(only), None) => only,
        _ => ch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_i_follows_the_culture() {
        let of = |name: &str| Casing::of(&Culture::get(name).unwrap());
        assert_eq!(of("").upper('ı'), 'ı');
        assert_eq!(of("en-US").upper('ı'), 'I');
        assert_eq!(of("tr-TR").upper('i'), 'İ');
        assert_eq!(of("tr-TR").lower('I'), 'ı');
        assert_eq!(of("").lower('İ'), 'İ');
        assert_eq!(of("de-DE").lower('İ'), 'i');
    }

    #[test]
    fn what_would_grow_stays() {
        assert_eq!(Casing::Usual.upper('ß'), 'ß');
        assert_eq!(Casing::Usual.upper('ᾳ'), 'ᾼ');
    }
}
