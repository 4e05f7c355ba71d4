//! Comparison as .NET does it with ICU.
//!
//! ICU4X has the same root collation and tailorings. .NET adds to it: where case is ignored, ICU would ignore
//! kana and width too, and .NET keeps them apart.

use crate::text::culture::Culture;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::LazyLock;

/// A culture's order of strings.
pub struct Comparer {
    sensitive: CollatorBorrowed<'static>,
    insensitive: CollatorBorrowed<'static>,
    /// Whether ASCII text has the order of the root collation.
    plain_ascii: bool,
}

impl Comparer {
    /// The order of the invariant culture and of English.
    pub fn root() -> &'static Self {
        static ROOT: LazyLock<Comparer> = LazyLock::new(|| Comparer::new(&Locale::UNKNOWN, true));
        &ROOT
    }

    /// The order of a culture; the root's where ICU has no other.
    pub fn of(culture: &Culture) -> Self {
        let locale = culture.name.parse().unwrap_or(Locale::UNKNOWN);
        let plain =
            matches!(&*culture.two_letter_iso_language_name, "iv" | "en" | "de" | "fr" | "it" | "nl" | "pt");
        Self::new(&locale, plain)
    }

    fn new(locale: &Locale, plain_ascii: bool) -> Self {
        let collator = |strength| {
            let mut options = CollatorOptions::default();
            options.strength = Some(strength);
            Collator::try_new(locale.into(), options)
                .or_else(|_| Collator::try_new((&Locale::UNKNOWN).into(), options))
                .expect("the root collation is compiled in")
        };
        Self {
            sensitive: collator(Strength::Tertiary),
            insensitive: collator(Strength::Secondary),
            plain_ascii,
        }
    }

    /// Compares two WTF-8 texts.
    pub fn compare(&self, left: &[u8], right: &[u8], ignore_case: bool) -> Ordering {
        if left == right {
            return Ordering::Equal;
        }
        if self.plain_ascii
            && let Some(order) = compare_ascii(left, right, ignore_case)
        {
            return order;
        }
        if !ignore_case {
            return self.sensitive.compare_utf8(left, right);
        }
        let (left, right) = (keep_kana_and_width(left), keep_kana_and_width(right));
        self.insensitive.compare_utf8(&left, &right)
    }

    /// Whether two WTF-8 texts are equal in this order.
    pub fn equals(&self, left: &[u8], right: &[u8], ignore_case: bool) -> bool {
        self.compare(left, right, ignore_case) == Ordering::Equal
    }
}

/// ASCII in the order of the root collation; what is not here has no weight at all.
const ORDER: &[u8] = b"\t\n\x0b\x0c\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789";

/// Primary weights: 0 for what has none, the same for both cases of a letter.
static WEIGHTS: [u8; 128] = {
    let mut weights = [0; 128];
    let mut at = 0;
    while at < ORDER.len() {
        weights[ORDER[at] as usize] = at as u8 + 1;
        at += 1;
    }
    let mut letter = 0;
    while letter < 26 {
        let weight = ORDER.len() as u8 + 1 + letter;
        weights[(b'a' + letter) as usize] = weight;
        weights[(b'A' + letter) as usize] = weight;
        letter += 1;
    }
    weights
};

/// `None` where a character is not ASCII or has no weight.
fn compare_ascii(left: &[u8], right: &[u8], ignore_case: bool) -> Option<Ordering> {
    let weight = |byte: u8| WEIGHTS.get(usize::from(byte)).copied().filter(|&weight| weight != 0);
    let shorter = left.len().min(right.len());
    let mut case = Ordering::Equal;
    let mut primary = Ordering::Equal;
    for (&a, &b) in left.iter().zip(right) {
        primary = weight(a)?.cmp(&weight(b)?);
        if primary != Ordering::Equal {
            break;
        }
        // small letters come first
        case = case.then(b.cmp(&a));
    }
    if primary != Ordering::Equal {
        // what follows could still change the characters before it where it is not ASCII
        return (left.is_ascii() && right.is_ascii()).then_some(primary);
    }
    for &byte in left[shorter..].iter().chain(&right[shorter..]) {
        weight(byte)?;
    }
    let length = left.len().cmp(&right.len());
    Some(length.then(if ignore_case { Ordering::Equal } else { case }))
}

/// Puts a character of the highest weight behind every kana or width variant. .NET's rules give such a variant
/// a primary weight of its own right behind the plain character, and this orders texts the same way.
fn keep_kana_and_width(text: &[u8]) -> Cow<'_, [u8]> {
    // every variant begins with one of these bytes
    if !text.iter().any(|byte| matches!(byte, 0xe3 | 0xef)) {
        return Cow::Borrowed(text);
    }
    let mut kept = Vec::with_capacity(text.len() * 2);
    for chunk in text.utf8_chunks() {
        for ch in chunk.valid().chars() {
            kept.extend_from_slice(ch.encode_utf8(&mut [0; 4]).as_bytes());
            let highest = "\u{ffff}".as_bytes();
            match ch {
                '\u{30a1}'..='\u{30f4}'
                | '\u{30fd}'
                | '\u{30fe}'
                | '\u{ff01}'..='\u{ff5e}'
                | '\u{ffa0}'..='\u{ffee}' => {
                    kept.extend_from_slice(highest);
                }
                // half-width katakana differ from hiragana twice
                '\u{ff61}'..='\u{ff9f}' => {
                    kept.extend_from_slice(highest);
                    kept.extend_from_slice(highest);
                }
                _ => {}
            }
        }
        kept.extend_from_slice(chunk.invalid());
    }
    Cow::Owned(kept)
}
