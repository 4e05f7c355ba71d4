//! What a character may do in PowerShell's tokens. White space here is without line ends.

/// Spaces, tabs and the separators of Unicode; no line ends.
pub(crate) fn is_whitespace(c: char) -> bool {
    match c {
        ' ' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{A0}' => true,
        c if c < '\u{1680}' => false,
        '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => true,
        _ => false,
    }
}

/// The hyphen and the dashes a word processor makes of it.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2013}' | '\u{2014}' | '\u{2015}')
}

/// Straight and typographic single quotes.
pub(crate) fn is_single_quote(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}')
}

/// Straight and typographic double quotes.
pub(crate) fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}' | '\u{201D}' | '\u{201E}')
}

/// .NET sees letters outside the basic plane as two surrogates, which are no letters.
fn is_letter_or_digit(c: char) -> bool {
    c <= '\u{FFFF}' && c.is_alphanumeric()
}

/// A letter as `char.IsLetter` has it.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && c <= '\u{FFFF}' && c.is_alphabetic())
}

/// May begin the name of a variable without braces.
pub(crate) fn is_variable_start(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | ':' | '?' | '^')
    } else {
        is_letter_or_digit(c)
    }
}

/// May follow in the name of a variable without braces; the colon is looked at apart.
pub(crate) fn is_variable_follow(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || matches!(c, '_' | '?') } else { is_letter_or_digit(c) }
}

/// May begin an identifier or label.
pub(crate) fn is_identifier_start(c: char) -> bool {
    c == '_' || is_letter(c)
}

/// May follow in an identifier or label.
pub(crate) fn is_identifier_follow(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '_' } else { is_letter_or_digit(c) }
}

/// May be part of the name of a type.
pub(crate) fn is_type_name_char(c: char) -> bool {
    matches!(c, '.' | '`' | '_' | '+' | '#' | '\\') || is_letter_or_digit(c)
}

/// Ends a word in every mode; the end of the text does too.
pub(crate) fn force_start_new_token(c: Option<char>) -> bool {
    match c {
        None | Some('\0' | '\r' | '\n' | '&' | '(' | ')' | ',' | ';' | '{' | '}' | '|') => true,
        Some(c) => is_whitespace(c),
    }
}

/// Ends a number in an expression, where `7+` is two tokens and `7z` one. Inside a ternary `?` and `:` do too.
pub(crate) fn force_start_new_token_after_number(c: char, in_ternary: bool) -> bool {
    match c {
        '!' | '#' | '%' | '*' | '+' | '-' | '.' | '/' | '<' | '=' | '>' | ']' => true,
        '?' | ':' => in_ternary,
        c => is_dash(c),
    }
}

/// Ends a part of an assembly's name.
pub(crate) fn force_start_new_token_in_assembly_name(c: Option<char>) -> bool {
    match c {
        None | Some('\0' | '\r' | '\n' | ',' | '=' | ']') => true,
        Some(c) => is_whitespace(c),
    }
}
