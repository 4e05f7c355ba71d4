//! Text to TimeSpans.

use super::{TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND};
use crate::TimeSpan;
use crate::text::culture::NumberInfo;
use thiserror::Error;

/// Why a text is no TimeSpan; the texts are .NET's own.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TimeSpanParseError {
    /// FormatException: no TimeSpan.
    #[error("String '{text}' was not recognized as a valid TimeSpan.")]
    NotRecognized {
        /// The text as it was given.
        text: String,
    },
    /// OverflowException: a part beyond its range.
    #[error(
        "The TimeSpan string '{text}' could not be parsed because at least one of the numeric components is out of range or contains too many digits."
    )]
    Overflow {
        /// The text as it was given.
        text: String,
    },
    /// FormatException: an exact format of one letter that means nothing, or an empty one.
    #[error("Format specifier '{format}' was invalid.")]
    FormatSpecifier {
        /// The format as it was given.
        format: String,
    },
    /// FormatException: a picture that means nothing, or digits that are not there.
    #[error("Input string was not in a correct format.")]
    InvalidFormat,
}

/// Reads what `TimeSpan.Parse` reads: `[-]d`, `[-][d.]h:m[:s[.f]]`, `[-]d:h:m:s[.f]`; the culture gives the
/// decimal separator besides the point.
///
/// # Errors
/// [`TimeSpanParseError`].
pub fn parse_time_span(text: &str, info: &NumberInfo) -> Result<TimeSpan, TimeSpanParseError> {
    let not_recognized = || TimeSpanParseError::NotRecognized { text: text.to_owned() };
    let overflow = || TimeSpanParseError::Overflow { text: text.to_owned() };
    let trimmed = text.trim_matches(|ch: char| ch.is_whitespace() || ch == '\0');
    let (negative, rest) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed),
    };
    let point = &*info.number.decimal_separator;
    // numbers and what follows each of them
    let mut numbers: Vec<&str> = Vec::new();
    let mut separators = String::new();
    let mut left = rest;
    loop {
        let digits = left.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return Err(not_recognized());
        }
        numbers.push(&left[..digits]);
        left = &left[digits..];
        if left.is_empty() {
            break;
        }
        let kind = if let Some(after) = left.strip_prefix(':') {
            left = after;
            ':'
        } else if let Some(after) = left.strip_prefix('.') {
            left = after;
            '.'
        } else if let Some(after) = left.strip_prefix(point) {
            left = after;
            ','
        } else {
            return Err(not_recognized());
        };
        separators.push(kind);
        if numbers.len() > 5 {
            return Err(not_recognized());
        }
    }
    let value = |text: &str| text.parse::<i64>().map_err(|_| overflow());
    let part = |at: usize| value(numbers[at]);
    let mut fraction = "";
    let (days, hours, minutes, seconds) = match separators.as_str() {
        "" => (part(0)?, 0, 0, 0),
        ":" => (0, part(0)?, part(1)?, 0),
        ".:" => (part(0)?, part(1)?, part(2)?, 0),
        "::" => {
            // a third number that is no second makes the first one days
            let (first, second, third) = (part(0)?, part(1)?, part(2)?);
            if first > 23 && second <= 23 && third <= 59 {
                (first, second, third, 0)
            } else {
                (0, first, second, third)
            }
        }
        "::." | "::," => {
            fraction = numbers[3];
            (0, part(0)?, part(1)?, part(2)?)
        }
        ".::" | ":::" => (part(0)?, part(1)?, part(2)?, part(3)?),
        ".::." | ":::," | ":::." if separators != ":::." || point == "." => {
            fraction = numbers[4];
            (part(0)?, part(1)?, part(2)?, part(3)?)
        }
        _ => return Err(not_recognized()),
    };
    if hours > 23 || minutes > 59 || seconds > 59 || days > 10_675_199 {
        return Err(overflow());
    }
    let fraction = fraction_to_ticks(fraction).ok_or_else(overflow)?;
    combine(negative, days, hours, minutes, seconds, fraction).ok_or_else(overflow)
}

/// Seven digits at most; more are rounded where zeros lead, and refused elsewhere, as in .NET.
fn fraction_to_ticks(digits: &str) -> Option<i64> {
    if digits.len() > 7 {
        if !digits.starts_with('0') {
            return None;
        }
        let (kept, dropped) = digits.split_at(7);
        let next = dropped.as_bytes()[0];
        let value: i64 = kept.parse().ok()?;
        return Some(value + i64::from(next >= b'5'));
    }
    let value: i64 = if digits.is_empty() { 0 } else { digits.parse().ok()? };
    Some(value * 10i64.pow(7 - digits.len() as u32))
}

fn combine(
    negative: bool,
    days: i64,
    hours: i64,
    minutes: i64,
    seconds: i64,
    fraction: i64,
) -> Option<TimeSpan> {
    let ticks = i128::from(days) * i128::from(TICKS_PER_DAY)
        + i128::from(hours * TICKS_PER_HOUR + minutes * TICKS_PER_MINUTE + seconds * TICKS_PER_SECOND)
        + i128::from(fraction);
    i64::try_from(if negative { -ticks } else { ticks }).ok().map(TimeSpan)
}

/// Reads `text` by one format: `c`, `g`, `G` or a picture. `negative` is .NET's
/// TimeSpanStyles.AssumeNegative, which pictures alone heed.
///
/// # Errors
/// [`TimeSpanParseError`].
pub fn parse_time_span_exact(
    text: &str,
    format: &str,
    info: &NumberInfo,
    negative: bool,
) -> Result<TimeSpan, TimeSpanParseError> {
    let not_recognized = || TimeSpanParseError::NotRecognized { text: text.to_owned() };
    match format {
        "c" | "t" | "T" => {
            let shape = text.trim().trim_start_matches('-');
            // the constant form has a point after the days, and seven digits where it has a fraction
            let colons = shape.matches(':').count();
            let days_alone = colons == 0 && shape.bytes().all(|byte| byte.is_ascii_digit());
            if !(days_alone || (1..=2).contains(&colons)) {
                return Err(not_recognized());
            }
            parse_time_span(text, info)
        }
        "g" => parse_time_span(text, info),
        "G" => {
            let shape = text.trim();
            let has_fraction = shape.contains(&*info.number.decimal_separator) || shape.contains('.');
            if shape.matches(':').count() != 3 || !has_fraction {
                return Err(not_recognized());
            }
            parse_time_span(text, info)
        }
        _ if format.chars().count() < 2 => {
            Err(TimeSpanParseError::FormatSpecifier { format: format.to_owned() })
        }
        _ => parse_picture(text, format, negative),
    }
}

fn parse_picture(text: &str, picture: &str, negative: bool) -> Result<TimeSpan, TimeSpanParseError> {
    let not_recognized = || TimeSpanParseError::NotRecognized { text: text.to_owned() };
    let mut rest = text;
    // days, hours, minutes, seconds, fraction
    let mut fields: [Option<i64>; 5] = [None; 5];
    let mut at = 0;
    while let Some(ch) = picture[at..].chars().next() {
        let run = picture[at..].chars().take_while(|&other| other == ch).count();
        let mut taken = run;
        match ch {
            'd' | 'h' | 'm' | 's' | 'f' | 'F' => {
                let (index, least, most) = match ch {
                    'd' => (0, run, if run == 1 { 8 } else { run }),
                    'h' => (1, run, 2),
                    'm' => (2, run, 2),
                    's' => (3, run, 2),
                    'f' => (4, run, run),
                    _ => (4, 0, run),
                };
                let limit = if ch == 'd' {
                    8
                } else if index == 4 {
                    7
                } else {
                    2
                };
                if run > limit || fields[index].is_some() {
                    return Err(TimeSpanParseError::InvalidFormat);
                }
                let length = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
                if length < least {
                    return Err(TimeSpanParseError::InvalidFormat);
                }
                let digits = &rest[..length];
                let value = if index == 4 { fraction_to_ticks(digits) } else { digits.parse().ok() };
                fields[index] = Some(value.ok_or_else(not_recognized)?);
                rest = &rest[length..];
            }
            '\'' | '"' => {
                let end = picture[at + 1..].find(ch).ok_or(TimeSpanParseError::InvalidFormat)?;
                let wanted = &picture[at + 1..at + 1 + end];
                rest = rest.strip_prefix(wanted).ok_or_else(not_recognized)?;
                taken = end + 2;
            }
            '\\' => {
                let next = picture[at + 1..].chars().next().ok_or(TimeSpanParseError::InvalidFormat)?;
                rest = rest.strip_prefix(next).ok_or_else(not_recognized)?;
                taken = 1 + next.len_utf8();
            }
            '%' => {
                let next = picture[at + 1..].chars().next().filter(|&next| next != '%');
                next.ok_or(TimeSpanParseError::InvalidFormat)?;
                taken = 1;
            }
            _ => return Err(TimeSpanParseError::InvalidFormat),
        }
        at += taken;
    }
    if !rest.is_empty() {
        return Err(not_recognized());
    }
    let [days, hours, minutes, seconds, fraction] = fields.map(|field| field.unwrap_or(0));
    if hours > 23 || minutes > 59 || seconds > 59 || days > 10_675_199 {
        return Err(TimeSpanParseError::Overflow { text: text.to_owned() });
    }
    combine(negative, days, hours, minutes, seconds, fraction)
        .ok_or_else(|| TimeSpanParseError::Overflow { text: text.to_owned() })
}
