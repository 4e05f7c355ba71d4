//! Numbers: their parts, and the value that the parts make.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive, Zero};

use super::*;
use crate::ast::ConstantValue;
use crate::decimal_text::{decimal_from_bigint, decimal_from_text};

/// Integers with more digits than this are no numbers: reading them would take quadratic time, and all of them
/// are far beyond the greatest double.
const MAX_INTEGER_DIGITS: usize = 20_000;

/// How the digits of a number are to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NumberFormat {
    Decimal,
    Hex,
    Binary,
}

/// The type that a number's suffix asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NumberSuffix {
    None,
    SByte,
    Byte,
    Int16,
    UInt16,
    /// `u`: the smallest of `uint` and `ulong` that fits.
    Unsigned,
    Int64,
    UInt64,
    Decimal,
    BigInteger,
}

/// A number taken apart.
#[derive(Debug)]
pub(crate) struct NumberScan {
    negative: bool,
    /// The digits; of a decimal number with its point and exponent, of a hexadecimal one behind an added zero.
    digits: String,
    format: NumberFormat,
    suffix: NumberSuffix,
    /// Whether there is a point or an exponent.
    real: bool,
    multiplier: i64,
}

impl Tokenizer<'_> {
    /// After the first digit, point or sign. What turns out to be no number is a word.
    pub(super) fn scan_number(&mut self, first: char) -> Token {
        let Some(scan) = self.scan_number_parts(first) else { return self.rescan_as_word() };
        let value = scan.value();
        if value.is_none() {
            if !self.in_expression_mode() {
                return self.rescan_as_word();
            }
            let extent = self.current_extent();
            let text = &self.text[self.token_start..self.pos];
            self.report(extent, ErrorId::BadNumericConstant, &[text]);
        }
        self.token_with(TokenKind::Number, TokenFlags::NONE, TokenValue::Number(value))
    }

    fn rescan_as_word(&mut self) -> Token {
        self.pos = self.token_start;
        self.scan_generic_token(TextBuilder::default())
    }

    /// The parts of a number, or `None` where the word is none.
    pub(super) fn scan_number_parts(&mut self, first: char) -> Option<NumberScan> {
        let mut first = first;
        let mut scan = NumberScan {
            negative: false,
            digits: String::new(),
            format: NumberFormat::Decimal,
            suffix: NumberSuffix::None,
            real: false,
            multiplier: 1,
        };
        if is_dash(first) || first == '+' {
            scan.negative = first != '+';
            first = self.next_char()?;
        }
        let mut is_number = true;
        if first == '.' {
            scan.digits.push('.');
            scan.real = true;
            is_number &= self.scan_after_point(&mut scan.digits);
        } else if first == '0' && self.peek_is(|c| matches!(c, 'x' | 'X')) {
            self.pos += 1;
            scan.format = NumberFormat::Hex;
            // the zero keeps the number from being negative where its highest bit is set
            scan.digits.push('0');
            self.take_digits(&mut scan.digits, |byte| byte.is_ascii_hexdigit());
        } else if first == '0' && self.peek_is(|c| matches!(c, 'b' | 'B')) {
            self.pos += 1;
            scan.format = NumberFormat::Binary;
            is_number &= self.take_digits(&mut scan.digits, |byte| matches!(byte, b'0' | b'1')) > 0;
        } else {
            scan.digits.push(first);
            self.take_digits(&mut scan.digits, |byte| byte.is_ascii_digit());
            match self.peek_char() {
                // two points are the range operator
                Some('.') if !self.text[self.pos + 1..].starts_with('.') => {
                    self.pos += 1;
                    scan.real = true;
                    scan.digits.push('.');
                    is_number &= self.scan_after_point(&mut scan.digits);
                }
                Some('e' | 'E') => {
                    scan.real = true;
                    is_number &= self.scan_exponent(&mut scan.digits);
                }
                _ => {}
            }
        }
        is_number &= self.scan_suffix(&mut scan) && self.scan_multiplier(&mut scan);
        let next = self.peek_char();
        if !force_start_new_token(next) {
            is_number &= self.in_expression_mode()
                && next
                    .is_some_and(|c| force_start_new_token_after_number(c, self.force_end_number_on_ternary));
        }
        is_number.then_some(scan)
    }

    fn take_digits(&mut self, digits: &mut String, is_digit: impl Fn(u8) -> bool) -> usize {
        let rest = &self.text.as_bytes()[self.pos..];
        let len = rest.iter().position(|&byte| !is_digit(byte)).unwrap_or(rest.len());
        digits.push_str(&self.text[self.pos..self.pos + len]);
        self.pos += len;
        len
    }

    fn scan_after_point(&mut self, digits: &mut String) -> bool {
        self.take_digits(digits, |byte| byte.is_ascii_digit());
        !self.peek_is(|c| matches!(c, 'e' | 'E')) || self.scan_exponent(digits)
    }

    /// From the `e`.
    fn scan_exponent(&mut self, digits: &mut String) -> bool {
        self.pos += 1;
        digits.push('e');
        if let Some(c) = self.peek_char().filter(|&c| c == '+' || is_dash(c)) {
            self.pos += c.len_utf8();
            digits.push(if c == '+' { '+' } else { '-' });
        }
        self.take_digits(digits, |byte| byte.is_ascii_digit()) > 0
    }

    fn scan_suffix(&mut self, scan: &mut NumberScan) -> bool {
        let Some(suffix) = self.take_suffix_letter() else { return true };
        scan.suffix = match suffix {
            'u' => NumberSuffix::Unsigned,
            's' => NumberSuffix::Int16,
            'l' => NumberSuffix::Int64,
            'd' => NumberSuffix::Decimal,
            'y' => NumberSuffix::SByte,
            _ => NumberSuffix::BigInteger,
        };
        let Some(second) = self.take_suffix_letter() else { return true };
        scan.suffix = match (suffix, second) {
            ('u', 'l') => NumberSuffix::UInt64,
            ('u', 's') => NumberSuffix::UInt16,
            ('u', 'y') => NumberSuffix::Byte,
            _ => return false,
        };
        true
    }

    fn take_suffix_letter(&mut self) -> Option<char> {
        let letter = self.peek_char()?.to_ascii_lowercase();
        matches!(letter, 'u' | 's' | 'l' | 'd' | 'y' | 'n').then(|| {
            self.pos += 1;
            letter
        })
    }

    fn scan_multiplier(&mut self, scan: &mut NumberScan) -> bool {
        let power = match self.peek_char().map(|c| c.to_ascii_lowercase()) {
            Some('k') => 10,
            Some('m') => 20,
            Some('g') => 30,
            Some('t') => 40,
            Some('p') => 50,
            _ => return true,
        };
        self.pos += 1;
        scan.multiplier = 1 << power;
        self.skip_if('b') || self.skip_if('B')
    }
}

impl NumberScan {
    /// The value, or `None` where the type asked for cannot hold it.
    pub(super) fn value(self) -> Option<ConstantValue> {
        if self.real { self.real_value() } else { self.integer_value() }
    }

    fn real_value(self) -> Option<ConstantValue> {
        if self.suffix == NumberSuffix::Decimal {
            let decimal = decimal_from_text(&self.digits, self.negative)?;
            return decimal.checked_mul(self.multiplier.into()).map(ConstantValue::Decimal);
        }
        let mut double: f64 = self.digits.parse().ok()?;
        if self.negative {
            double = -double;
        }
        double *= self.multiplier as f64;
        if self.suffix == NumberSuffix::None {
            return Some(ConstantValue::Double(double));
        }
        let integer = BigInt::from_f64(double.round_ties_even())?;
        integer_of_suffix(integer, self.suffix)
    }

    fn integer_value(mut self) -> Option<ConstantValue> {
        if self.digits.len() > MAX_INTEGER_DIGITS {
            return None;
        }
        let small = (self.format == NumberFormat::Decimal
            && self.suffix == NumberSuffix::None
            && self.multiplier == 1
            && self.digits.len() < 10)
            .then(|| self.digits.parse::<i32>().ok())
            .flatten();
        if let Some(small) = small {
            return Some(ConstantValue::Int32(if self.negative { -small } else { small }));
        }
        let mut multiplier = self.multiplier;
        if self.negative {
            multiplier = -multiplier;
        }
        let integer = match self.format {
            NumberFormat::Decimal => BigInt::parse_bytes(self.digits.as_bytes(), 10)?,
            NumberFormat::Hex => self.hex_value()?,
            NumberFormat::Binary => self.binary_value()?,
        };
        let integer = integer * multiplier;
        if self.suffix != NumberSuffix::None {
            return integer_of_suffix(integer, self.suffix);
        }
        if let Some(int) = integer.to_i32() {
            return Some(ConstantValue::Int32(int));
        }
        if let Some(long) = integer.to_i64() {
            return Some(ConstantValue::Int64(long));
        }
        if self.format != NumberFormat::Decimal {
            return None;
        }
        if let Some(decimal) = decimal_from_bigint(&integer) {
            return Some(ConstantValue::Decimal(decimal));
        }
        integer.to_f64().filter(|double| double.is_finite()).map(ConstantValue::Double)
    }

    fn is_unsigned(&self) -> bool {
        matches!(
            self.suffix,
            NumberSuffix::Unsigned | NumberSuffix::Byte | NumberSuffix::UInt16 | NumberSuffix::UInt64
        )
    }

    /// Digits that fill the type asked for carry its sign bit.
    fn hex_value(&mut self) -> Option<BigInt> {
        if !self.is_unsigned() {
            let expected = match self.suffix {
                NumberSuffix::SByte => 2,
                NumberSuffix::Int16 => 4,
                NumberSuffix::Int64 => 16,
                _ if self.digits.len() < 16 => 8,
                _ => 16,
            };
            if self.digits.len() == expected + 1 {
                self.digits.remove(0);
            }
        }
        if self.digits.len() == 16 {
            self.widen_suffix();
        }
        let value = BigInt::parse_bytes(self.digits.as_bytes(), 16)?;
        let is_negative = self.digits.as_bytes().first().is_some_and(|&digit| digit >= b'8');
        Some(if is_negative { value - (BigInt::from(1) << (4 * self.digits.len())) } else { value })
    }

    /// Digits of the length of a type carry its sign bit.
    fn binary_value(&mut self) -> Option<BigInt> {
        if self.digits.len() == 64 {
            self.widen_suffix();
        }
        let value = BigInt::parse_bytes(self.digits.as_bytes(), 2)?;
        let len = self.digits.len();
        let is_negative = !self.is_unsigned()
            && self.digits.starts_with('1')
            && (matches!(len, 8 | 16 | 32 | 64 | 96) || len >= 128);
        Some(if is_negative { value - (BigInt::from(1) << len) } else { value })
    }

    /// A number written at the length of a `long` is one, even where its value is small.
    fn widen_suffix(&mut self) {
        self.suffix = match self.suffix {
            NumberSuffix::None => NumberSuffix::Int64,
            NumberSuffix::Unsigned => NumberSuffix::UInt64,
            other => other,
        };
    }
}

fn integer_of_suffix(value: BigInt, suffix: NumberSuffix) -> Option<ConstantValue> {
    match suffix {
        NumberSuffix::None => value.to_i32().map(ConstantValue::Int32),
        NumberSuffix::SByte => value.to_i8().map(ConstantValue::SByte),
        NumberSuffix::Byte => value.to_u8().map(ConstantValue::Byte),
        NumberSuffix::Int16 => value.to_i16().map(ConstantValue::Int16),
        NumberSuffix::UInt16 => value.to_u16().map(ConstantValue::UInt16),
        NumberSuffix::Unsigned => {
            value.to_u32().map(ConstantValue::UInt32).or_else(|| value.to_u64().map(ConstantValue::UInt64))
        }
        NumberSuffix::Int64 => value.to_i64().map(ConstantValue::Int64),
        NumberSuffix::UInt64 => value.to_u64().map(ConstantValue::UInt64),
        NumberSuffix::Decimal => decimal_from_bigint(&value).map(ConstantValue::Decimal),
        NumberSuffix::BigInteger => Some(ConstantValue::BigInteger(value)),
    }
}

/// The number that a whole text is, with a sign where it has one: `-5`, `0x10`, `1kb`. This is how PowerShell
/// turns a string into a number of no type asked for. White space around it does not count; no text is 0.
pub(crate) fn number_of_text(text: &str) -> Option<ConstantValue> {
    let text = text.trim();
    if text.is_empty() {
        return Some(ConstantValue::Int32(Zero::zero()));
    }
    let mut tokenizer = Tokenizer::new(text, OffsetMap::default());
    tokenizer.allow_signed_numbers = true;
    let token = tokenizer.next_token();
    match token.value {
        TokenValue::Number(value) if tokenizer.pos == text.len() => value,
        _ => None,
    }
}
