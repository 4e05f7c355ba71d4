//! TimeSpans to text.

use super::format::{DateFormatError, push_fraction, push_quoted};
use super::{TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND};
use crate::TimeSpan;
use crate::text::culture::NumberInfo;
use std::fmt::Write;

/// The magnitude of a TimeSpan in its fields; the smallest value has no positive counterpart.
struct Parts {
    negative: bool,
    days: u64,
    hours: u64,
    minutes: u64,
    seconds: u64,
    fraction: u64,
}

impl Parts {
    fn of(value: TimeSpan) -> Self {
        let ticks = value.0.unsigned_abs();
        Self {
            negative: value.0 < 0,
            days: ticks / TICKS_PER_DAY as u64,
            hours: ticks / TICKS_PER_HOUR as u64 % 24,
            minutes: ticks / TICKS_PER_MINUTE as u64 % 60,
            seconds: ticks / TICKS_PER_SECOND as u64 % 60,
            fraction: ticks % TICKS_PER_SECOND as u64,
        }
    }
}

/// Appends a TimeSpan in `format` (`c`, `g`, `G` or a picture; empty is `c`). The culture gives the decimal
/// separator of `g` and `G`.
///
/// # Errors
/// [`DateFormatError`]; `out` may then hold a beginning.
pub fn write_time_span(
    value: TimeSpan,
    format: &str,
    info: &NumberInfo,
    out: &mut String,
) -> Result<(), DateFormatError> {
    let parts = Parts::of(value);
    let Parts { days, hours, minutes, seconds, fraction, .. } = parts;
    let point = &info.number.decimal_separator;
    let sign = |out: &mut String| {
        if parts.negative {
            out.push('-');
        }
    };
    // writing to a String cannot fail
    match format {
        "" | "c" | "t" | "T" => {
            sign(out);
            if days > 0 {
                let _ = write!(out, "{days}.");
            }
            let _ = write!(out, "{hours:02}:{minutes:02}:{seconds:02}");
            if fraction > 0 {
                let _ = write!(out, ".{fraction:07}");
            }
        }
        "g" => {
            sign(out);
            if days > 0 {
                let _ = write!(out, "{days}:");
            }
            let _ = write!(out, "{hours}:{minutes:02}:{seconds:02}");
            if fraction > 0 {
                let digits = format!("{fraction:07}");
                let _ = write!(out, "{point}{}", digits.trim_end_matches('0'));
            }
        }
        "G" => {
            sign(out);
            let _ = write!(out, "{days}:{hours:02}:{minutes:02}:{seconds:02}{point}{fraction:07}");
        }
        _ if format.len() == 1 => return Err(DateFormatError::InvalidFormat),
        _ => return write_picture(&parts, format, out),
    }
    Ok(())
}

fn write_picture(parts: &Parts, picture: &str, out: &mut String) -> Result<(), DateFormatError> {
    let mut at = 0;
    while let Some(ch) = picture[at..].chars().next() {
        let run = picture[at..].chars().take_while(|&other| other == ch).count();
        let mut taken = run;
        match ch {
            'd' | 'h' | 'm' | 's' => {
                let (value, most) = match ch {
                    'd' => (parts.days, 8),
                    'h' => (parts.hours, 2),
                    'm' => (parts.minutes, 2),
                    _ => (parts.seconds, 2),
                };
                if run > most {
                    return Err(DateFormatError::InvalidFormat);
                }
                let _ = write!(out, "{value:0run$}");
            }
            'f' | 'F' => push_fraction_digits(parts.fraction, run, ch == 'F', out)?,
            '\'' | '"' => taken = push_quoted(&picture[at..], ch, out)?,
            '%' => {
                let next = picture[at + 1..].chars().next().filter(|&next| next != '%');
                let next = next.ok_or(DateFormatError::InvalidFormat)?;
                taken = 1 + next.len_utf8();
                write_picture(parts, &picture[at + 1..at + taken], out)?;
            }
            '\\' => {
                let next = picture[at + 1..].chars().next().ok_or(DateFormatError::InvalidFormat)?;
                out.push(next);
                taken = 1 + next.len_utf8();
            }
            _ => return Err(DateFormatError::InvalidFormat),
        }
        at += taken;
    }
    Ok(())
}

fn push_fraction_digits(
    fraction: u64,
    places: usize,
    trim: bool,
    out: &mut String,
) -> Result<(), DateFormatError> {
    if !trim {
        return push_fraction(fraction as i64, places, false, out);
    }
    // unlike a date's, a TimeSpan's point stays when nothing follows
    let mut digits = String::new();
    push_fraction(fraction as i64, places, true, &mut digits)?;
    out.push_str(&digits);
    Ok(())
}
