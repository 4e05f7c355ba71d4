//! Comparison by UTF-16 unit, as StringComparison.Ordinal and OrdinalIgnoreCase.

use super::casing::Casing;
use std::cmp::Ordering;

/// Compares by UTF-16 unit. The arguments are WTF-8.
pub fn compare(left: &[u8], right: &[u8]) -> Ordering {
    let same = common_prefix(left, right);
    let (Some(&a), Some(&b)) = (left.get(same), right.get(same)) else {
        return left.len().cmp(&right.len());
    };
    // UTF-8 order is code point order; surrogate pairs sort below U+E000 in UTF-16
    if a >= 0xee && b >= 0xee && (a >= 0xf0) != (b >= 0xf0) {
        return b.cmp(&a);
    }
    a.cmp(&b)
}

/// Compares by UTF-16 unit after simple upper-casing. The arguments are WTF-8.
pub fn compare_ignore_case(left: &[u8], right: &[u8]) -> Ordering {
    if left.is_ascii() && right.is_ascii() {
        return left.iter().map(u8::to_ascii_uppercase).cmp(right.iter().map(u8::to_ascii_uppercase));
    }
    folded_units(left).cmp(folded_units(right))
}

/// Whether the texts are the same but for case. The arguments are WTF-8.
pub fn equals_ignore_case(left: &[u8], right: &[u8]) -> bool {
    if left.is_ascii() && right.is_ascii() {
        return left.eq_ignore_ascii_case(right);
    }
    folded_units(left).eq(folded_units(right))
}

fn common_prefix(left: &[u8], right: &[u8]) -> usize {
    left.iter().zip(right).take_while(|(a, b)| a == b).count()
}

/// Upper case as ordinal comparison has it: the invariant one, but the long s is no S.
pub fn fold(ch: char) -> char {
    if ch == 'ſ' { ch } else { Casing::Invariant.upper(ch) }
}

/// UTF-16 units of the folded text; a lone surrogate is itself.
fn folded_units(text: &[u8]) -> impl Iterator<Item = u16> {
    text.utf8_chunks().flat_map(|chunk| {
        let valid = chunk.valid().chars().flat_map(|ch| {
            let mut units = [0; 2];
            let count = fold(ch).encode_utf16(&mut units).len();
            units.into_iter().take(count)
        });
        // three bytes of a surrogate come as chunks of one invalid byte each: the values keep their order
        valid.chain(chunk.invalid().iter().map(|&byte| 0xd800 | u16::from(byte)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surrogate_pairs_sort_below_the_private_use_area() {
        assert_eq!(compare("\u{1f600}".as_bytes(), "\u{e000}".as_bytes()), Ordering::Less);
        assert_eq!(compare("\u{1f600}".as_bytes(), "\u{d7ff}".as_bytes()), Ordering::Greater);
        assert_eq!(compare(b"ab", b"a"), Ordering::Greater);
    }

    #[test]
    fn case_is_simple() {
        assert!(equals_ignore_case("É".as_bytes(), "é".as_bytes()));
        assert!(!equals_ignore_case("ſ".as_bytes(), "S".as_bytes()));
        assert!(!equals_ignore_case("ß".as_bytes(), "ss".as_bytes()));
        assert!(!equals_ignore_case("ı".as_bytes(), "I".as_bytes()));
        assert_eq!(compare_ignore_case(b"a", b"_"), Ordering::Less);
    }
}
