//! `System.Text.RegularExpressions.RegexParseException`: what is wrong with a pattern, in .NET's words.

/// `RegexParseError`: .NET's kinds of error, with .NET's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are .NET's own; the texts are in `ParseError`")]
#[repr(u8)]
pub enum ParseErrorKind {
    Unknown = 0,
    AlternationHasTooManyConditions = 1,
    AlternationHasMalformedCondition = 2,
    InvalidUnicodePropertyEscape = 3,
    MalformedUnicodePropertyEscape = 4,
    UnrecognizedEscape = 5,
    UnrecognizedControlCharacter = 6,
    MissingControlCharacter = 7,
    InsufficientOrInvalidHexDigits = 8,
    QuantifierOrCaptureGroupOutOfRange = 9,
    UndefinedNamedReference = 10,
    UndefinedNumberedReference = 11,
    MalformedNamedReference = 12,
    UnescapedEndingBackslash = 13,
    UnterminatedComment = 14,
    InvalidGroupingConstruct = 15,
    AlternationHasNamedCapture = 16,
    AlternationHasComment = 17,
    AlternationHasMalformedReference = 18,
    AlternationHasUndefinedReference = 19,
    CaptureGroupNameInvalid = 20,
    CaptureGroupOfZero = 21,
    UnterminatedBracket = 22,
    ExclusionGroupNotLast = 23,
    ReversedCharacterRange = 24,
    ShorthandClassInCharacterRange = 25,
    InsufficientClosingParentheses = 26,
    ReversedQuantifierRange = 27,
    NestedQuantifiersNotParenthesized = 28,
    QuantifierAfterNothing = 29,
    InsufficientOpeningParentheses = 30,
    UnrecognizedUnicodeProperty = 31,
}

/// A pattern that .NET refuses. The text is the whole message of .NET's exception.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ParseError {
    /// `RegexParseException.Error`.
    pub kind: ParseErrorKind,
    /// `RegexParseException.Offset`, in UTF-16 code units.
    pub offset: usize,
    /// The exception's message; a lone surrogate of the pattern shows as U+FFFD.
    pub message: String,
}

impl ParseError {
    /// The error of kind `kind` at `offset` of `pattern`; `detail` is what the kind's text names, if anything.
    pub(crate) fn new(kind: ParseErrorKind, pattern: &[u16], offset: usize, detail: &str) -> Self {
        let pattern = String::from_utf16_lossy(pattern);
        let reason = reason(kind, detail);
        Self { kind, offset, message: format!("Invalid pattern '{pattern}' at offset {offset}. {reason}") }
    }
}

fn reason(kind: ParseErrorKind, detail: &str) -> String {
    use ParseErrorKind as K;
    let text = match kind {
        K::Unknown => "Unknown error.",
        K::AlternationHasTooManyConditions => "Too many | in (?()|).",
        K::AlternationHasMalformedCondition => "Illegal conditional (?(...)) expression.",
        K::InvalidUnicodePropertyEscape => "Incomplete \\p{X} character escape.",
        K::MalformedUnicodePropertyEscape => "Malformed \\p{X} character escape.",
        K::UnrecognizedEscape => return format!("Unrecognized escape sequence \\{detail}."),
        K::UnrecognizedControlCharacter => "Unrecognized control character.",
        K::MissingControlCharacter => "Missing control character.",
        K::InsufficientOrInvalidHexDigits => "Insufficient or invalid hexadecimal digits.",
        K::QuantifierOrCaptureGroupOutOfRange => {
            "Quantifier and capture group numbers must be less than or equal to Int32.MaxValue."
        }
        K::UndefinedNamedReference => return format!("Reference to undefined group name '{detail}'."),
        K::UndefinedNumberedReference => return format!("Reference to undefined group number {detail}."),
        K::MalformedNamedReference => "Malformed \\k<...> named back reference.",
        K::UnescapedEndingBackslash => "Illegal \\ at end of pattern.",
        K::UnterminatedComment => "Unterminated (?#...) comment.",
        K::InvalidGroupingConstruct => "Unrecognized grouping construct.",
        K::AlternationHasNamedCapture => "Alternation conditions do not capture and cannot be named.",
        K::AlternationHasComment => "Alternation conditions cannot be comments.",
        K::AlternationHasMalformedReference => {
            return format!(
                "Conditional alternation is missing a closing parenthesis after the group number {detail}."
            );
        }
        K::AlternationHasUndefinedReference => {
            return format!("Conditional alternation refers to an undefined group number {detail}.");
        }
        K::CaptureGroupNameInvalid => "Invalid group name: Group names must begin with a word character.",
        K::CaptureGroupOfZero => "Capture number cannot be zero.",
        K::UnterminatedBracket => "Unterminated [] set.",
        K::ExclusionGroupNotLast => "A subtraction must be the last element in a character class.",
        K::ReversedCharacterRange => "[x-y] range in reverse order.",
        K::ShorthandClassInCharacterRange => {
            return format!("Cannot include class \\{detail} in character range.");
        }
        K::InsufficientClosingParentheses => "Not enough )'s.",
        K::ReversedQuantifierRange => "Illegal {x,y} with x > y.",
        K::NestedQuantifiersNotParenthesized => return format!("Nested quantifier '{detail}'."),
        K::QuantifierAfterNothing => return format!("Quantifier '{detail}' following nothing."),
        K::InsufficientOpeningParentheses => "Too many )'s.",
        K::UnrecognizedUnicodeProperty => return format!("Unknown property '{detail}'."),
    };
    text.to_owned()
}
