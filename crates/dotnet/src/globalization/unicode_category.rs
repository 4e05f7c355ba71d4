//! `System.Globalization.UnicodeCategory`.

use pwsh_value::ty::FacadeType;

/// `System.Globalization.UnicodeCategory`.
pub static UNICODE_CATEGORY: FacadeType = FacadeType::enumeration(
    "System.Globalization.UnicodeCategory",
    &[
        ("UppercaseLetter", 0),
        ("LowercaseLetter", 1),
        ("TitlecaseLetter", 2),
        ("ModifierLetter", 3),
        ("OtherLetter", 4),
        ("NonSpacingMark", 5),
        ("SpacingCombiningMark", 6),
        ("EnclosingMark", 7),
        ("DecimalDigitNumber", 8),
        ("LetterNumber", 9),
        ("OtherNumber", 10),
        ("SpaceSeparator", 11),
        ("LineSeparator", 12),
        ("ParagraphSeparator", 13),
        ("Control", 14),
        ("Format", 15),
        ("Surrogate", 16),
        ("PrivateUse", 17),
        ("ConnectorPunctuation", 18),
        ("DashPunctuation", 19),
        ("OpenPunctuation", 20),
        ("ClosePunctuation", 21),
        ("InitialQuotePunctuation", 22),
        ("FinalQuotePunctuation", 23),
        ("OtherPunctuation", 24),
        ("MathSymbol", 25),
        ("CurrencySymbol", 26),
        ("ModifierSymbol", 27),
        ("OtherSymbol", 28),
        ("OtherNotAssigned", 29),
    ],
);

/// Where each run of one category begins: three bytes of code point, one of category, as .NET 10 has them.
static RUNS: &[u8] = include_bytes!("unicode_categories.bin");

/// The category of a character, by .NET's number.
pub fn category_of(c: char) -> u8 {
    let (runs, _) = RUNS.as_chunks::<4>();
    let start = |run: &[u8; 4]| u32::from_le_bytes([run[0], run[1], run[2], 0]);
    let after = runs.partition_point(|run| start(run) <= u32::from(c));
    runs[after.saturating_sub(1)][3]
}

#[cfg(test)]
mod tests {
    use super::category_of;

    #[test]
    fn categories_are_those_of_net() {
        assert_eq!(['A', 'a', '5', ' ', '_', '+', '\u{1F600}'].map(category_of), [0, 1, 8, 11, 18, 25, 28]);
    }
}
