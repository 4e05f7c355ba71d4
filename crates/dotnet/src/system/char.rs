//! `System.Char`: one UTF-16 unit.

use super::letter_case;
use crate::fault;
use crate::globalization::provider::{culture_of, current};
use crate::globalization::unicode_category::category_of;
use crate::system::object;
use pwsh_value::payload::Reference;
use pwsh_value::text::culture::Culture;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property};
use pwsh_value::{Error, PsString, Result, Value};

/// `System.Char`.
pub static CHAR: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IComparable[char]",
        "System.IEquatable[char]",
        "System.IConvertible",
        "System.IFormattable",
    ],
    members: &[
        property("static char MaxValue {get;}", max_value),
        property("static char MinValue {get;}", min_value),
        method("static bool IsAscii(char c)", is_ascii),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(char obj)", object::equals),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(char value)", object::compare_to),
        method("string ToString()", to_string),
        method("string ToString(System.IFormatProvider provider)", to_string),
        method("static string ToString(char c)", static_to_string),
        method("static char Parse(string s)", parse),
        method("static bool TryParse(string s, [ref] char result)", try_parse),
        method("static bool IsAsciiLetter(char c)", is_ascii_letter),
        method("static bool IsAsciiLetterLower(char c)", is_ascii_letter_lower),
        method("static bool IsAsciiLetterUpper(char c)", is_ascii_letter_upper),
        method("static bool IsAsciiDigit(char c)", is_ascii_digit),
        method("static bool IsAsciiLetterOrDigit(char c)", is_ascii_letter_or_digit),
        method("static bool IsAsciiHexDigit(char c)", is_ascii_hex_digit),
        method("static bool IsAsciiHexDigitUpper(char c)", is_ascii_hex_digit_upper),
        method("static bool IsAsciiHexDigitLower(char c)", is_ascii_hex_digit_lower),
        method("static bool IsDigit(char c)", is_digit),
        method("static bool IsLetter(char c)", is_letter),
        method("static bool IsWhiteSpace(char c)", is_white_space),
        method("static bool IsUpper(char c)", is_upper),
        method("static bool IsLower(char c)", is_lower),
        method("static bool IsPunctuation(char c)", is_punctuation),
        method("static bool IsLetterOrDigit(char c)", is_letter_or_digit),
        method("static char ToUpper(char c, cultureinfo culture)", to_upper),
        method("static char ToUpper(char c)", to_upper),
        method("static char ToUpperInvariant(char c)", to_upper_invariant),
        method("static char ToLower(char c, cultureinfo culture)", to_lower),
        method("static char ToLower(char c)", to_lower),
        method("static char ToLowerInvariant(char c)", to_lower_invariant),
        method("System.TypeCode GetTypeCode()", get_type_code),
        method("static bool IsControl(char c)", is_control),
        method("static bool IsControl(string s, int index)", is_control),
        method("static bool IsDigit(string s, int index)", is_digit),
        method("static bool IsLetter(string s, int index)", is_letter),
        method("static bool IsLetterOrDigit(string s, int index)", is_letter_or_digit),
        method("static bool IsLower(string s, int index)", is_lower),
        method("static bool IsNumber(char c)", is_number),
        method("static bool IsNumber(string s, int index)", is_number),
        method("static bool IsPunctuation(string s, int index)", is_punctuation),
        method("static bool IsSeparator(char c)", is_separator),
        method("static bool IsSeparator(string s, int index)", is_separator),
        method("static bool IsSurrogate(char c)", is_surrogate),
        method("static bool IsSurrogate(string s, int index)", is_surrogate),
        method("static bool IsSymbol(char c)", is_symbol),
        method("static bool IsSymbol(string s, int index)", is_symbol),
        method("static bool IsUpper(string s, int index)", is_upper),
        method("static bool IsWhiteSpace(string s, int index)", is_white_space),
        method(
            "static System.Globalization.UnicodeCategory GetUnicodeCategory(char c)",
            get_unicode_category,
        ),
        method(
            "static System.Globalization.UnicodeCategory GetUnicodeCategory(string s, int index)",
            get_unicode_category,
        ),
        method("static double GetNumericValue(char c)", get_numeric_value),
        method("static double GetNumericValue(string s, int index)", get_numeric_value),
        method("static bool IsHighSurrogate(char c)", is_high_surrogate),
        method("static bool IsHighSurrogate(string s, int index)", is_high_surrogate),
        method("static bool IsLowSurrogate(char c)", is_low_surrogate),
        method("static bool IsLowSurrogate(string s, int index)", is_low_surrogate),
        method("static bool IsSurrogatePair(string s, int index)", is_surrogate_pair),
        method("static bool IsSurrogatePair(char highSurrogate, char lowSurrogate)", is_surrogate_pair),
        method("static string ConvertFromUtf32(int utf32)", convert_from_utf32),
        method("static int ConvertToUtf32(char highSurrogate, char lowSurrogate)", convert_to_utf32),
        method("static int ConvertToUtf32(string s, int index)", convert_to_utf32),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.Char")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| Ok(PsString::from_utf16(&[unit_of(value)]))),
    equals: Some(|_, a, b| Ok(a.same(b))),
    hash_code: Some(|_, value| Ok(i32::from(unit_of(value)) | i32::from(unit_of(value)) << 16)),
    compare: Some(|_, a, b| match b {
        Value::Char(other) => Ok(i32::from(unit_of(a)) - i32::from(*other)),
        _ => Err(Error::argument("Object must be of type Char.", "")),
    }),
    default: Some(|| Value::Char(0)),
    ..Hooks::NONE
};

fn unit_of(value: &Value) -> u16 {
    match value {
        Value::Char(unit) => *unit,
        _ => 0,
    }
}

fn max_value(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Char(u16::MAX))
}

fn min_value(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Char(0))
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    object::to_string(call)
}

fn static_to_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(PsString::from_utf16(&[call.char(0)]).into())
}

fn get_type_code(call: &mut Call<'_>) -> Result<Value> {
    Ok(super::type_code::code_of(call.this.ty()))
}

fn parse(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("s"));
    }
    let text = call.str(0);
    match text.unit(0) {
        Some(unit) if text.len() == 1 => Ok(Value::Char(unit)),
        _ => Err(fault::format("String must be exactly one character long.")),
    }
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(0);
    let unit = text.unit(0).filter(|_| text.len() == 1);
    if let Some(slot) = call.payload::<Reference>(1) {
        slot.set(Value::Char(unit.unwrap_or(0)));
    }
    Ok(unit.is_some().into())
}

/// The character asked about: a unit, or the one at an index of a string with its other half.
fn asked(call: &Call<'_>) -> Result<char> {
    let unit = match call.arg(0) {
        Value::Char(unit) => *unit,
        _ => return at(call, 0),
    };
    Ok(char::from_u32(unit.into()).unwrap_or(char::REPLACEMENT_CHARACTER))
}

fn at(call: &Call<'_>, text: usize) -> Result<char> {
    if call.arg(text).is_null() {
        return Err(fault::null("s"));
    }
    let (units, index) = (call.str(text), call.int(text + 1));
    let start = usize::try_from(index).ok().filter(|index| *index < units.len());
    let Some(start) = start else {
        let message =
            "Index was out of range. Must be non-negative and less than the size of the collection.";
        return Err(fault::out_of_range(message, "index"));
    };
    let rest = units.substring(start, 2).units().into_owned();
    Ok(char::decode_utf16(rest).next().and_then(Result::ok).unwrap_or(char::REPLACEMENT_CHARACTER))
}

fn asked_unit(call: &Call<'_>) -> Result<u16> {
    match call.arg(0) {
        Value::Char(unit) => Ok(*unit),
        _ => {
            at(call, 0)?;
            Ok(call.str(0).unit(call.int(1) as usize).unwrap_or(0))
        }
    }
}

macro_rules! questions {
    ($($name:ident = $question:expr;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            let question: fn(char) -> bool = $question;
            Ok(question(asked(call)?).into())
        }
    )*};
}

questions! {
    is_ascii = |c| c.is_ascii();
    is_ascii_letter = |c| c.is_ascii_alphabetic();
    is_ascii_letter_lower = |c| c.is_ascii_lowercase();
    is_ascii_letter_upper = |c| c.is_ascii_uppercase();
    is_ascii_digit = |c| c.is_ascii_digit();
    is_ascii_letter_or_digit = |c| c.is_ascii_alphanumeric();
    is_ascii_hex_digit = |c| c.is_ascii_hexdigit();
    is_ascii_hex_digit_upper = |c| c.is_ascii_digit() || ('A'..='F').contains(&c);
    is_ascii_hex_digit_lower = |c| c.is_ascii_digit() || ('a'..='f').contains(&c);
    is_digit = |c| category_of(c) == 8;
    is_letter = |c| category_of(c) <= 4;
    is_upper = |c| category_of(c) == 0;
    is_lower = |c| category_of(c) == 1;
    is_letter_or_digit = |c| category_of(c) <= 4 || category_of(c) == 8;
    is_number = |c| matches!(category_of(c), 8..=10);
    is_separator = |c| matches!(category_of(c), 11..=13);
    is_punctuation = |c| matches!(category_of(c), 18..=24);
    is_symbol = |c| matches!(category_of(c), 25..=28);
    is_control = char::is_control;
    is_white_space = char::is_whitespace;
}

fn is_surrogate(call: &mut Call<'_>) -> Result<Value> {
    Ok((0xD800..0xE000).contains(&asked_unit(call)?).into())
}

fn is_high_surrogate(call: &mut Call<'_>) -> Result<Value> {
    Ok((0xD800..0xDC00).contains(&asked_unit(call)?).into())
}

fn is_low_surrogate(call: &mut Call<'_>) -> Result<Value> {
    Ok((0xDC00..0xE000).contains(&asked_unit(call)?).into())
}

fn is_surrogate_pair(call: &mut Call<'_>) -> Result<Value> {
    if let (Value::Char(high), Value::Char(low)) = (call.arg(0), call.arg(1)) {
        return Ok(((0xD800..0xDC00).contains(high) && (0xDC00..0xE000).contains(low)).into());
    }
    Ok((u32::from(at(call, 0)?) > 0xFFFF).into())
}

fn get_unicode_category(call: &mut Call<'_>) -> Result<Value> {
    let number = category_of(asked(call)?);
    Ok(Value::enumeration(&named("System.Globalization.UnicodeCategory"), number.into()))
}

fn get_numeric_value(call: &mut Call<'_>) -> Result<Value> {
    let c = asked(call)?;
    Ok(c.to_digit(10).map_or(-1.0, f64::from).into())
}

fn to_upper(call: &mut Call<'_>) -> Result<Value> {
    changed(call, letter_case::upper_unit)
}

fn to_lower(call: &mut Call<'_>) -> Result<Value> {
    changed(call, letter_case::lower_unit)
}

fn changed(call: &Call<'_>, change: fn(u16, &Culture) -> u16) -> Result<Value> {
    let culture = match call.args.get(1) {
        Some(culture) if culture.is_null() => return Err(fault::null("culture")),
        Some(culture) => culture_of(call.cx, culture),
        None => current(call.cx),
    };
    Ok(Value::Char(change(call.char(0), &culture)))
}

fn to_upper_invariant(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Char(letter_case::upper_unit(call.char(0), Culture::invariant())))
}

fn to_lower_invariant(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Char(letter_case::lower_unit(call.char(0), Culture::invariant())))
}

fn convert_from_utf32(call: &mut Call<'_>) -> Result<Value> {
    let scalar = u32::try_from(call.int(0)).ok().and_then(char::from_u32);
    scalar.map(|c| PsString::from(c).into()).ok_or_else(|| {
        let message = "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate codepoint values (0x00d800 ~ 0x00dfff).";
        fault::out_of_range(message, "utf32")
    })
}

fn convert_to_utf32(call: &mut Call<'_>) -> Result<Value> {
    if let (Value::Char(high), Value::Char(low)) = (call.arg(0), call.arg(1)) {
        let c = char::decode_utf16([*high, *low]).next().and_then(Result::ok);
        return c.filter(|c| u32::from(*c) > 0xFFFF).map(|c| (u32::from(c) as i32).into()).ok_or_else(|| {
            let message = "A valid high surrogate character is between 0xd800 and 0xdbff, inclusive.";
            fault::out_of_range(message, "highSurrogate")
        });
    }
    Ok((u32::from(at(call, 0)?) as i32).into())
}
