//! Text to numbers.
//!
//! One lexer reads every style into lexed digits; each type then takes what fits it. That a text is no
//! number and that its number does not fit are different errors, as in .NET.

use super::styles::NumberStyles;
use crate::text::culture::NumberInfo;
use num_bigint::BigInt;
use rust_decimal::Decimal;
use smallvec::SmallVec;
use thiserror::Error;

/// Why a text did not become a number. The texts are .NET's own.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NumberParseError {
    /// FormatException: the text is no number in this style and culture.
    #[error("The input string '{text}' was not in a correct format.")]
    Format {
        /// The text as it was given.
        text: String,
    },
    /// FormatException of a BigInteger, which does not show the text.
    #[error("The value could not be parsed.")]
    BigFormat,
    /// OverflowException: a number, but not one of this type.
    #[error("Value was either too large or too small for {}.", .kind.with_article())]
    Overflow {
        /// The type that was asked for.
        kind: NumberKind,
    },
}

/// The types whose range a text can miss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberKind {
    /// 8 bits with a sign.
    SByte,
    /// 8 bits.
    Byte,
    /// 16 bits with a sign.
    Int16,
    /// 16 bits.
    UInt16,
    /// 32 bits with a sign.
    Int32,
    /// 32 bits.
    UInt32,
    /// 64 bits with a sign.
    Int64,
    /// 64 bits.
    UInt64,
    /// 96 bits and a scale.
    Decimal,
}

impl NumberKind {
    /// The type as .NET's OverflowException names it.
    pub fn with_article(self) -> &'static str {
        match self {
            Self::SByte => "a signed byte",
            Self::Byte => "an unsigned byte",
            Self::Int16 => "an Int16",
            Self::UInt16 => "a UInt16",
            Self::Int32 => "an Int32",
            Self::UInt32 => "a UInt32",
            Self::Int64 => "an Int64",
            Self::UInt64 => "a UInt64",
            Self::Decimal => "a Decimal",
        }
    }
}

/// An integer type that text can become.
pub trait ParseInteger: Sized + TryFrom<i128> {
    /// Its name and width in errors and in hexadecimal text.
    const KIND: NumberKind;
    /// Its width in bits.
    const BITS: u32;
    /// Takes the low bits of `value`, as hexadecimal text gives them.
    fn from_bits(value: u64) -> Self;
}

macro_rules! parse_integer {
    ($($type:ty, $kind:ident;)*) => {$(
        impl ParseInteger for $type {
            const KIND: NumberKind = NumberKind::$kind;
            const BITS: u32 = <$type>::BITS;
            fn from_bits(value: u64) -> Self {
                value as $type
            }
        }
    )*};
}
parse_integer! {
    i8, SByte;
    u8, Byte;
    i16, Int16;
    u16, UInt16;
    i32, Int32;
    u32, UInt32;
    i64, Int64;
    u64, UInt64;
}

/// Reads an integer. The style must have passed
/// [`check_for_integer`](NumberStyles::check_for_integer).
///
/// # Errors
/// [`NumberParseError::Format`] where the text is none, [`NumberParseError::Overflow`] where it does not fit.
pub fn parse_integer<T: ParseInteger>(
    text: &str,
    styles: NumberStyles,
    info: &NumberInfo,
) -> Result<T, NumberParseError> {
    let overflow = || NumberParseError::Overflow { kind: T::KIND };
    for (specifier, shift) in
        [(NumberStyles::ALLOW_HEX_SPECIFIER, 4), (NumberStyles::ALLOW_BINARY_SPECIFIER, 1)]
    {
        if styles.has(specifier) {
            let digits = radix_digits(text, styles, shift).ok_or_else(|| format_error(text))?;
            if digits.len() > (T::BITS / shift) as usize {
                return Err(overflow());
            }
            let value = digits.iter().fold(0u64, |sum, &digit| (sum << shift) | u64::from(digit));
            return Ok(T::from_bits(value));
        }
    }
    let lexed = lex(text, styles, info, Keep::Significant).ok_or_else(|| format_error(text))?;
    if lexed.negative && lexed.pointed && lexed.digits.is_empty() && T::try_from(-1).is_err() {
        // .NET keeps the sign of `-0.0`, and no unsigned type takes a sign
        return Err(overflow());
    }
    let value = lexed.to_integer().ok_or_else(overflow)?;
    T::try_from(value).map_err(|_| overflow())
}

/// Reads a BigInteger.
///
/// # Errors
/// [`NumberParseError::BigFormat`] where the text is none.
pub fn parse_big(text: &str, styles: NumberStyles, info: &NumberInfo) -> Result<BigInt, NumberParseError> {
    for (specifier, shift) in
        [(NumberStyles::ALLOW_HEX_SPECIFIER, 4), (NumberStyles::ALLOW_BINARY_SPECIFIER, 1)]
    {
        if styles.has(specifier) {
            let digits = radix_digits_with_zeros(text, styles, shift).ok_or(NumberParseError::BigFormat)?;
            return Ok(big_from_twos_complement(&digits, shift));
        }
    }
    let lexed = lex(text, styles, info, Keep::Significant).ok_or(NumberParseError::BigFormat)?;
    let length = lexed.digits.len();
    // the bound keeps `1e999999999` from asking for gigabytes of zeros
    if (length as i64) > i64::from(lexed.scale) || lexed.scale > 10_000_000 {
        return if length == 0 { Ok(BigInt::ZERO) } else { Err(NumberParseError::BigFormat) };
    }
    let mut digits = lexed.digits.into_vec();
    digits.resize(lexed.scale.max(0) as usize, b'0');
    let magnitude = BigInt::parse_bytes(&digits, 10).unwrap_or_default();
    Ok(if lexed.negative { -magnitude } else { magnitude })
}

/// Reads a Double; what is too large becomes an infinity, as in .NET.
///
/// # Errors
/// [`NumberParseError::Format`].
pub fn parse_double(text: &str, styles: NumberStyles, info: &NumberInfo) -> Result<f64, NumberParseError> {
    match lex(text, styles, info, Keep::Significant) {
        Some(lexed) => Ok(lexed.to_float_text().parse().unwrap_or(f64::NAN)),
        None => parse_symbol(text, info).ok_or_else(|| format_error(text)),
    }
}

/// Reads a Single, rounded once from the text.
///
/// # Errors
/// [`NumberParseError::Format`].
pub fn parse_single(text: &str, styles: NumberStyles, info: &NumberInfo) -> Result<f32, NumberParseError> {
    match lex(text, styles, info, Keep::Significant) {
        Some(lexed) => Ok(lexed.to_float_text().parse().unwrap_or(f32::NAN)),
        None => parse_symbol(text, info).map(|symbol| symbol as f32).ok_or_else(|| format_error(text)),
    }
}

/// Reads a Decimal with the scale that the text has; digits that do not fit are rounded half to even.
///
/// # Errors
/// [`NumberParseError::Format`] or [`NumberParseError::Overflow`].
pub fn parse_decimal(
    text: &str,
    styles: NumberStyles,
    info: &NumberInfo,
) -> Result<Decimal, NumberParseError> {
    let lexed = lex(text, styles, info, Keep::TrailingZeros).ok_or_else(|| format_error(text))?;
    lexed.to_decimal().ok_or(NumberParseError::Overflow { kind: NumberKind::Decimal })
}

fn format_error(text: &str) -> NumberParseError {
    NumberParseError::Format { text: text.to_owned() }
}

/// NaN and the infinities, by the culture's symbols and without case.
fn parse_symbol(text: &str, info: &NumberInfo) -> Option<f64> {
    let text = text.trim_matches(|ch: char| ch.is_whitespace());
    let same = |text: &str, symbol: &str| {
        text == symbol || (text.len() == symbol.len() && text.eq_ignore_ascii_case(symbol))
    };
    if same(text, &info.positive_infinity_symbol) {
        return Some(f64::INFINITY);
    }
    if same(text, &info.negative_infinity_symbol) {
        return Some(f64::NEG_INFINITY);
    }
    if same(text, &info.nan_symbol) {
        return Some(f64::NAN);
    }
    if let Some(unsigned) = text.strip_prefix(&*info.positive_sign) {
        if same(unsigned, &info.positive_infinity_symbol) {
            return Some(f64::INFINITY);
        }
        return same(unsigned, &info.nan_symbol).then_some(f64::NAN);
    }
    let unsigned = text.strip_prefix(&*info.negative_sign).or_else(|| text.strip_prefix('-'))?;
    same(unsigned, &info.nan_symbol).then_some(f64::NAN)
}

/// The values of hexadecimal (`shift` 4) or binary (1) digits, leading zeros dropped.
fn radix_digits(text: &str, styles: NumberStyles, shift: u32) -> Option<SmallVec<[u8; 64]>> {
    let digits = radix_digits_with_zeros(text, styles, shift)?;
    let zeros = digits.iter().take_while(|&&digit| digit == 0).count();
    Some(digits[zeros..].into())
}

fn radix_digits_with_zeros(text: &str, styles: NumberStyles, shift: u32) -> Option<SmallVec<[u8; 64]>> {
    let mut text = text.trim_end_matches('\0');
    if styles.has(NumberStyles::ALLOW_LEADING_WHITE) {
        text = text.trim_start_matches(is_white);
    }
    if styles.has(NumberStyles::ALLOW_TRAILING_WHITE) {
        text = text.trim_end_matches(is_white);
    }
    if text.is_empty() {
        return None;
    }
    text.chars().map(|ch| ch.to_digit(1 << shift).map(|digit| digit as u8)).collect()
}

fn big_from_twos_complement(digits: &[u8], shift: u32) -> BigInt {
    let negative = digits[0] >> (shift - 1) != 0;
    let per_byte = (8 / shift) as usize;
    let filler = if negative { (1u8 << shift) - 1 } else { 0 };
    let padding = (per_byte - digits.len() % per_byte) % per_byte;
    let padded: Vec<u8> = std::iter::repeat_n(filler, padding).chain(digits.iter().copied()).collect();
    let bytes: Vec<u8> = padded
        .chunks(per_byte)
        .map(|chunk| {
            chunk.iter().fold(0u8, |byte, &digit| if shift == 8 { digit } else { byte << shift | digit })
        })
        .collect();
    BigInt::from_signed_bytes_be(&bytes)
}

/// Whether trailing zeros of the digits mean something (they do for Decimal).
#[derive(Clone, Copy, PartialEq)]
enum Keep {
    Significant,
    TrailingZeros,
}

/// What the lexer found: `0.d1d2... * 10^scale`, the first digit not `0`.
#[derive(Debug)]
struct Lexed {
    digits: SmallVec<[u8; 40]>,
    scale: i32,
    negative: bool,
    /// Whether there was a decimal point.
    pointed: bool,
}

const MAX_DECIMAL: u128 = (1 << 96) - 1;

impl Lexed {
    fn to_integer(&self) -> Option<i128> {
        let length = self.digits.len();
        // 20 digits hold every integer type
        if length == 0 {
            return Some(0);
        }
        if self.scale > 20 || (length as i64) > i64::from(self.scale) {
            return None;
        }
        let mut value = self.digits.iter().fold(0i128, |sum, &digit| sum * 10 + i128::from(digit - b'0'));
        for _ in length..self.scale as usize {
            value *= 10;
        }
        Some(if self.negative { -value } else { value })
    }

    /// Text that Rust's parser rounds correctly.
    fn to_float_text(&self) -> String {
        let mut text = String::with_capacity(self.digits.len() + 16);
        if self.negative {
            text.push('-');
        }
        text.push_str("0.");
        text.extend(self.digits.iter().map(|&digit| char::from(digit)));
        text.push_str("0e");
        let mut scale = String::new();
        super::plain::write_integer(
            i64::from(self.scale),
            &crate::text::culture::Culture::invariant().number,
            &mut scale,
        );
        text.push_str(&scale);
        text
    }

    fn to_decimal(&self) -> Option<Decimal> {
        if self.digits.is_empty() {
            let mut zero = Decimal::from_i128_with_scale(0, (-self.scale).clamp(0, 28) as u32);
            zero.set_sign_negative(self.negative);
            return Some(zero);
        }
        if self.scale > 29 {
            return None;
        }
        let mut value: u128 = 0;
        let mut exponent = self.scale;
        let mut next = 0;
        // a digit more, or a zero before the decimal point, while it fits
        while (exponent > 0 || next < self.digits.len()) && exponent > -28 {
            let digit = u128::from(self.digits.get(next).map_or(0, |digit| digit - b'0'));
            let longer = value * 10 + digit;
            if longer > MAX_DECIMAL {
                break;
            }
            value = longer;
            next += usize::from(next < self.digits.len());
            exponent -= 1;
        }
        let rest = self.digits.get(next..).unwrap_or_default();
        let round_up = match rest {
            [b'5', tail @ ..] => value & 1 == 1 || tail.iter().any(|&digit| digit != b'0'),
            [first, ..] => *first > b'5' && exponent > -29,
            [] => false,
        };
        if exponent <= -29 {
            let mut zero = Decimal::from_i128_with_scale(0, 28);
            zero.set_sign_negative(self.negative);
            return Some(zero);
        }
        if round_up {
            value += 1;
            if value > MAX_DECIMAL {
                // 2^96 has one digit to give up
                value = value.div_ceil(10);
                exponent += 1;
            }
        }
        if exponent > 0 {
            return None;
        }
        let mut decimal = Decimal::from_i128_with_scale(value as i128, (-exponent) as u32);
        decimal.set_sign_negative(self.negative);
        Some(decimal)
    }
}

/// .NET's white space of numbers: the space and 9 to 13.
fn is_white(ch: char) -> bool {
    matches!(ch, ' ' | '\t'..='\r')
}

/// A place in the text, with .NET's way of matching a culture's symbols.
struct Cursor<'t> {
    rest: &'t str,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    /// Takes `symbol`; a plain space stands for the no-break spaces in it.
    fn take(&mut self, symbol: &str) -> bool {
        if symbol.is_empty() {
            return false;
        }
        let mut rest = self.rest.chars();
        for wanted in symbol.chars() {
            match rest.next() {
                Some(found) if found == wanted => {}
                Some(' ') if matches!(wanted, '\u{a0}' | '\u{202f}') => {}
                _ => return false,
            }
        }
        self.rest = rest.as_str();
        true
    }

    /// Takes the culture's negative sign, or any hyphen where that sign is one.
    fn take_negative(&mut self, info: &NumberInfo) -> bool {
        if self.take(&info.negative_sign) {
            return true;
        }
        let is_hyphen = |ch: char| {
            matches!(
                ch,
                '-' | '\u{2012}'
                    | '\u{207b}'
                    | '\u{208b}'
                    | '\u{2212}'
                    | '\u{2796}'
                    | '\u{fe63}'
                    | '\u{ff0d}'
            )
        };
        let mut sign = info.negative_sign.chars();
        let hyphen_sign = sign.next().is_some_and(is_hyphen) && sign.next().is_none();
        if hyphen_sign && self.rest.starts_with('-') {
            self.rest = &self.rest[1..];
            return true;
        }
        false
    }

    fn skip(&mut self) {
        self.rest = &self.rest[1..];
    }

    fn at_white(&self) -> bool {
        self.peek().is_some_and(|byte| is_white(char::from(byte)))
    }
}

/// Reads the whole of `text`, which may end in NUL characters.
fn lex(text: &str, styles: NumberStyles, info: &NumberInfo, keep: Keep) -> Option<Lexed> {
    let mut cursor = Cursor { rest: text };
    let money = styles.has(NumberStyles::ALLOW_CURRENCY_SYMBOL);
    let mut currency_pending = money;
    let mut currency_seen = false;
    let mut signed = false;
    let mut in_parentheses = false;
    let mut negative = false;
    loop {
        // white space after a sign is allowed only before a currency symbol, or where the culture has `- 1`
        let may_skip_white = styles.has(NumberStyles::ALLOW_LEADING_WHITE)
            && !(signed && !currency_seen && info.number_negative_pattern != 2);
        if cursor.at_white() && may_skip_white {
            cursor.skip();
            continue;
        }
        if styles.has(NumberStyles::ALLOW_LEADING_SIGN) && !signed {
            if cursor.take(&info.positive_sign) {
                signed = true;
                continue;
            }
            if cursor.take_negative(info) {
                signed = true;
                negative = true;
                continue;
            }
        }
        if styles.has(NumberStyles::ALLOW_PARENTHESES) && !signed && cursor.peek() == Some(b'(') {
            cursor.skip();
            signed = true;
            in_parentheses = true;
            negative = true;
            continue;
        }
        if currency_pending && cursor.take(&info.currency_symbol) {
            currency_pending = false;
            currency_seen = true;
            continue;
        }
        break;
    }

    let points = if money { &info.currency } else { &info.number };
    let number_points_too = money && !currency_seen;
    let mut digits: SmallVec<[u8; 40]> = SmallVec::new();
    let mut scale: i32 = 0;
    let mut any_digit = false;
    let mut after_point = false;
    loop {
        match cursor.peek() {
            Some(digit @ b'0'..=b'9') => {
                any_digit = true;
                if digit != b'0' || !digits.is_empty() {
                    digits.push(digit);
                    scale = scale.saturating_add(i32::from(!after_point));
                } else if after_point {
                    scale = scale.saturating_sub(1);
                }
                cursor.skip();
            }
            _ => {
                if styles.has(NumberStyles::ALLOW_DECIMAL_POINT)
                    && !after_point
                    && (cursor.take(&points.decimal_separator)
                        || (number_points_too && cursor.take(&info.number.decimal_separator)))
                {
                    after_point = true;
                } else if styles.has(NumberStyles::ALLOW_THOUSANDS)
                    && any_digit
                    && !after_point
                    && (cursor.take(&points.group_separator)
                        || (number_points_too && cursor.take(&info.number.group_separator)))
                {
                    // group separators may stand anywhere between the digits
                } else {
                    break;
                }
            }
        }
    }
    if !any_digit {
        return None;
    }
    if styles.has(NumberStyles::ALLOW_EXPONENT) && matches!(cursor.peek(), Some(b'e' | b'E')) {
        let exponent = take_exponent(&mut cursor, info);
        scale = scale.saturating_add(exponent);
    }
    loop {
        if cursor.at_white() && styles.has(NumberStyles::ALLOW_TRAILING_WHITE) {
            cursor.skip();
            continue;
        }
        if styles.has(NumberStyles::ALLOW_TRAILING_SIGN) && !signed {
            if cursor.take(&info.positive_sign) {
                signed = true;
                continue;
            }
            if cursor.take_negative(info) {
                signed = true;
                negative = true;
                continue;
            }
        }
        if in_parentheses && cursor.peek() == Some(b')') {
            cursor.skip();
            in_parentheses = false;
            continue;
        }
        if currency_pending && cursor.take(&info.currency_symbol) {
            currency_pending = false;
            continue;
        }
        break;
    }
    if in_parentheses || !cursor.rest.bytes().all(|byte| byte == 0) {
        return None;
    }
    if keep == Keep::Significant {
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        if digits.is_empty() {
            scale = 0;
        }
    }
    Some(Lexed { digits, scale, negative, pointed: after_point })
}

/// Takes `e5`, `E-05`; leaves an `e` that no digit follows.
fn take_exponent(cursor: &mut Cursor<'_>, info: &NumberInfo) -> i32 {
    let before = cursor.rest;
    cursor.skip();
    let negative = !cursor.take(&info.positive_sign) && cursor.take_negative(info);
    if !matches!(cursor.peek(), Some(b'0'..=b'9')) {
        cursor.rest = before;
        return 0;
    }
    let mut exponent: i32 = 0;
    while let Some(digit @ b'0'..=b'9') = cursor.peek() {
        exponent = exponent.saturating_mul(10).saturating_add(i32::from(digit - b'0'));
        cursor.skip();
    }
    if negative { -exponent } else { exponent }
}
