//! Dates to text: standard format letters and pictures.

use super::{TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, Zone};
use crate::text::culture::{Culture, DateInfo};
use crate::{DateTime, DateTimeKind, TimeSpan};
use std::borrow::Cow;
use std::fmt::Write;
use thiserror::Error;

/// A format that .NET refuses with FormatException; the texts are .NET's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DateFormatError {
    /// A letter that means nothing alone, or a picture that breaks off.
    #[error("Input string was not in a correct format.")]
    InvalidFormat,
    /// A quote without its other half.
    #[error("Cannot find a matching quote character for the character '{quote}'.")]
    UnmatchedQuote {
        /// `'` or `"`.
        quote: char,
    },
}

const ROUND_TRIP: &str = "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK";
const RFC1123: &str = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
const SORTABLE: &str = "yyyy'-'MM'-'dd'T'HH':'mm':'ss";
const UNIVERSAL: &str = "yyyy'-'MM'-'dd HH':'mm':'ss'Z'";

/// What a picture is filled from.
struct Moment<'a> {
    value: DateTime,
    /// Of a DateTimeOffset; a DateTime finds its own.
    offset: Option<i64>,
    info: &'a DateInfo,
    zone: &'a Zone,
}

/// Appends a DateTime in `format`; empty is `G`.
///
/// # Errors
/// [`DateFormatError`]; `out` may then hold a beginning.
pub fn write_date_time(
    value: DateTime,
    format: &str,
    info: &DateInfo,
    zone: &Zone,
    out: &mut String,
) -> Result<(), DateFormatError> {
    let format = if format.is_empty() { "G" } else { format };
    write_moment(&Moment { value, offset: None, info, zone }, format, out)
}

/// Appends a DateTimeOffset, given as its clock time and offset from UTC; empty is `G` with the offset.
///
/// # Errors
/// [`DateFormatError`]; `out` may then hold a beginning.
pub fn write_date_time_offset(
    clock: DateTime,
    offset: TimeSpan,
    format: &str,
    info: &DateInfo,
    out: &mut String,
) -> Result<(), DateFormatError> {
    let zone = Zone::utc();
    let moment = |value| Moment { value, offset: Some(offset.0), info, zone: &zone };
    match format {
        "" => {
            let value = clock.with_kind(DateTimeKind::Unspecified);
            write_moment(&moment(value), "G", out)?;
            out.push(' ');
            write_moment(&moment(value), "zzz", out)
        }
        "U" => Err(DateFormatError::InvalidFormat),
        "r" | "R" | "u" => {
            let utc = (clock.ticks() - offset.0).clamp(0, DateTime::MAX_TICKS);
            let value = DateTime::new(utc, DateTimeKind::Unspecified).unwrap_or(clock);
            write_moment(&moment(value), format, out)
        }
        _ => write_moment(&moment(clock.with_kind(DateTimeKind::Unspecified)), format, out),
    }
}

/// Appends a DateOnly, given as its day number (from 0001-01-01); empty is `d`.
///
/// # Errors
/// [`DateFormatError`], also where the format asks for a time.
pub fn write_date_only(
    day_number: i32,
    format: &str,
    info: &DateInfo,
    out: &mut String,
) -> Result<(), DateFormatError> {
    let format = match format {
        "" => "d",
        "o" | "O" => "yyyy'-'MM'-'dd",
        "r" | "R" => "ddd, dd MMM yyyy",
        "d" | "D" | "m" | "M" | "y" | "Y" => format,
        _ if format.len() == 1 => return Err(DateFormatError::InvalidFormat),
        _ => format,
    };
    if format.len() > 1 && has_field(format, "HhmstfFzKg:") {
        return Err(DateFormatError::InvalidFormat);
    }
    let value = DateTime::new(i64::from(day_number) * TICKS_PER_DAY, DateTimeKind::Unspecified)
        .ok_or(DateFormatError::InvalidFormat)?;
    let zone = Zone::utc();
    let info = if format == "ddd, dd MMM yyyy" { &Culture::invariant().date } else { info };
    write_moment(&Moment { value, offset: None, info, zone: &zone }, format, out)
}

/// Appends a TimeOnly, given as its ticks since midnight; empty is `t`.
///
/// # Errors
/// [`DateFormatError`], also where the format asks for a date.
pub fn write_time_only(
    ticks: i64,
    format: &str,
    info: &DateInfo,
    out: &mut String,
) -> Result<(), DateFormatError> {
    let format = match format {
        "" => "t",
        "o" | "O" => "HH':'mm':'ss.fffffff",
        "r" | "R" => "HH':'mm':'ss",
        "t" | "T" => format,
        _ if format.len() == 1 => return Err(DateFormatError::InvalidFormat),
        _ => format,
    };
    if format.len() > 1 && has_field(format, "dMyzKg/") {
        return Err(DateFormatError::InvalidFormat);
    }
    let value = DateTime::new(ticks, DateTimeKind::Unspecified).ok_or(DateFormatError::InvalidFormat)?;
    let zone = Zone::utc();
    write_moment(&Moment { value, offset: None, info, zone: &zone }, format, out)
}

/// Whether a picture has one of `letters` outside quotes.
fn has_field(picture: &str, letters: &str) -> bool {
    let mut chars = picture.chars();
    while let Some(ch) = chars.next() {
        match ch {
            '\'' | '"' => {
                chars.by_ref().find(|&other| other == ch);
            }
            '\\' => {
                chars.next();
            }
            _ if letters.contains(ch) => return true,
            _ => {}
        }
    }
    false
}

/// The picture of a standard letter in this culture.
pub(super) fn standard_picture(letter: char, info: &DateInfo) -> Option<Cow<'_, str>> {
    let joined = |date: &str, time: &str| Some(Cow::Owned(format!("{date} {time}")));
    match letter {
        'd' => Some(info.short_date_pattern().into()),
        'D' => Some(info.long_date_pattern().into()),
        'f' => joined(info.long_date_pattern(), info.short_time_pattern()),
        'F' | 'U' => Some(Cow::Borrowed(&info.full_date_time_pattern)),
        'g' => joined(info.short_date_pattern(), info.short_time_pattern()),
        'G' => joined(info.short_date_pattern(), info.long_time_pattern()),
        'm' | 'M' => Some(Cow::Borrowed(&info.month_day_pattern)),
        'o' | 'O' => Some(ROUND_TRIP.into()),
        'r' | 'R' => Some(RFC1123.into()),
        's' => Some(SORTABLE.into()),
        't' => Some(info.short_time_pattern().into()),
        'T' => Some(info.long_time_pattern().into()),
        'u' => Some(UNIVERSAL.into()),
        'y' | 'Y' => Some(info.year_month_pattern().into()),
        _ => None,
    }
}

/// Whether a standard letter means the same in every culture.
pub(super) fn is_invariant(letter: char) -> bool {
    matches!(letter, 'o' | 'O' | 'r' | 'R' | 's' | 'u')
}

fn write_moment(moment: &Moment<'_>, format: &str, out: &mut String) -> Result<(), DateFormatError> {
    let mut chars = format.chars();
    let (Some(letter), None) = (chars.next(), chars.next()) else {
        return write_picture(moment, format, out);
    };
    let picture = standard_picture(letter, moment.info).ok_or(DateFormatError::InvalidFormat)?;
    if letter == 'U' {
        let value = moment.zone.to_universal(moment.value);
        return write_picture(&Moment { value, ..*moment }, &picture, out);
    }
    if is_invariant(letter) {
        let info = &Culture::invariant().date;
        return write_picture(&Moment { info, ..*moment }, &picture, out);
    }
    write_picture(moment, &picture, out)
}

fn write_picture(moment: &Moment<'_>, picture: &str, out: &mut String) -> Result<(), DateFormatError> {
    let fields = moment.value.fields();
    let info = moment.info;
    let mut at = 0;
    while let Some(ch) = picture[at..].chars().next() {
        let run = picture[at..].chars().take_while(|&other| other == ch).count();
        let mut taken = run * ch.len_utf8();
        match ch {
            'g' => out.push_str(&info.era_name),
            'h' => {
                let hour = fields.hour % 12;
                push_padded(if hour == 0 { 12 } else { hour }, run.min(2), out);
            }
            'H' => push_padded(fields.hour, run.min(2), out),
            'm' => push_padded(fields.minute, run.min(2), out),
            's' => push_padded(fields.second, run.min(2), out),
            'f' | 'F' => push_fraction(fields.fraction, run, ch == 'F', out)?,
            't' => {
                let designator = if fields.hour < 12 { &info.am_designator } else { &info.pm_designator };
                match run {
                    1 => out.extend(designator.chars().next()),
                    _ => out.push_str(designator),
                }
            }
            'd' => match run {
                1 | 2 => push_padded(fields.day, run, out),
                3 => out.push_str(info.abbreviated_day_name(moment.value.day_of_week() as usize)),
                _ => out.push_str(info.day_name(moment.value.day_of_week() as usize)),
            },
            'M' => {
                let month = fields.month as usize;
                let genitive = run >= 3 && stands_beside_day(picture, at, taken);
                match run {
                    1 | 2 => push_padded(fields.month, run, out),
                    3 => out.push_str(info.abbreviated_month_name(month, genitive)),
                    _ => out.push_str(info.month_name(month, genitive)),
                }
            }
            'y' => match run {
                1 | 2 => push_padded(fields.year % 100, run, out),
                _ => push_padded(fields.year, run, out),
            },
            'z' => push_offset(own_offset(moment), run, out),
            'K' => {
                taken = 1;
                match (moment.offset, moment.value.kind()) {
                    (Some(offset), _) => push_offset(offset, 3, out),
                    (None, DateTimeKind::Utc) => out.push('Z'),
                    (None, DateTimeKind::Local) => push_offset(own_offset(moment), 3, out),
                    (None, DateTimeKind::Unspecified) => {}
                }
            }
            ':' => {
                taken = 1;
                out.push_str(&info.time_separator);
            }
            '/' => {
                taken = 1;
                out.push_str(&info.date_separator);
            }
            '\'' | '"' => taken = push_quoted(&picture[at..], ch, out)?,
            '%' => {
                // makes the next letter a picture of its own
                let next = picture[at + 1..].chars().next().filter(|&next| next != '%');
                let next = next.ok_or(DateFormatError::InvalidFormat)?;
                taken = 1 + next.len_utf8();
                write_picture(moment, &picture[at + 1..at + taken], out)?;
            }
            '\\' => {
                let next = picture[at + 1..].chars().next().ok_or(DateFormatError::InvalidFormat)?;
                out.push(next);
                taken = 1 + next.len_utf8();
            }
            _ => {
                taken = ch.len_utf8();
                out.push(ch);
            }
        }
        at += taken;
    }
    Ok(())
}

/// Copies what stands between quotes; gives the bytes taken.
pub(super) fn push_quoted(picture: &str, quote: char, out: &mut String) -> Result<usize, DateFormatError> {
    let mut chars = picture.char_indices().skip(1);
    while let Some((at, ch)) = chars.next() {
        if ch == quote {
            return Ok(at + 1);
        }
        if ch == '\\' {
            let (_, escaped) = chars.next().ok_or(DateFormatError::InvalidFormat)?;
            out.push(escaped);
        } else {
            out.push(ch);
        }
    }
    Err(DateFormatError::UnmatchedQuote { quote })
}

fn push_padded(value: i32, width: usize, out: &mut String) {
    // writing to a String cannot fail
    let _ = write!(out, "{value:0width$}");
}

/// The first `places` of seven digits; `trim` drops zeros at the end, and then a point before nothing.
pub(super) fn push_fraction(
    ticks: i64,
    places: usize,
    trim: bool,
    out: &mut String,
) -> Result<(), DateFormatError> {
    if places > 7 {
        return Err(DateFormatError::InvalidFormat);
    }
    let shown = ticks / 10i64.pow(7 - places as u32);
    if trim {
        if shown == 0 {
            if out.ends_with('.') {
                out.pop();
            }
            return Ok(());
        }
        let text = format!("{shown:0places$}");
        out.push_str(text.trim_end_matches('0'));
    } else {
        let _ = write!(out, "{shown:0places$}");
    }
    Ok(())
}

/// Whether a month name stands with a `d` or `dd`: it then takes its genitive form.
fn stands_beside_day(picture: &str, at: usize, length: usize) -> bool {
    let is_day = |run: usize| run == 1 || run == 2;
    let before = picture[..at].trim_end_matches(|ch| ch != 'd');
    if is_day(before.len() - before.trim_end_matches('d').len()) {
        return true;
    }
    let after = picture[at + length..].trim_start_matches(|ch| ch != 'd');
    is_day(after.len() - after.trim_start_matches('d').len())
}

fn own_offset(moment: &Moment<'_>) -> i64 {
    match (moment.offset, moment.value.kind()) {
        (Some(offset), _) => offset,
        (None, DateTimeKind::Utc) => 0,
        (None, _) => moment.zone.offset_at_local(moment.value),
    }
}

/// `z` `+1`, `zz` `+01`, `zzz` `+01:00`.
fn push_offset(offset: i64, run: usize, out: &mut String) {
    out.push(if offset < 0 { '-' } else { '+' });
    let hours = (offset.abs() / TICKS_PER_HOUR) as i32;
    push_padded(hours, run.min(2), out);
    if run >= 3 {
        out.push(':');
        push_padded((offset.abs() / TICKS_PER_MINUTE % 60) as i32, 2, out);
    }
}
