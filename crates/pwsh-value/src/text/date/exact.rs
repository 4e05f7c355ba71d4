//! `DateTime.ParseExact`: text that a picture describes.

use super::format::{is_invariant, standard_picture};
use super::resolve::{
    DateParseError, DateTimeStyles, ParsedDate, ReadFields, ZoneText, four_digit_year, fraction_ticks,
};
use super::words::prefix_ignoring_case;
use super::{TICKS_PER_HOUR, TICKS_PER_MINUTE};
use crate::DateTime;
use crate::text::culture::{Culture, DateInfo, Text};
use std::borrow::Cow;

/// Reads `text` by one format, a standard letter or a picture. `today` is the session's now.
///
/// # Errors
/// [`DateParseError`] where .NET throws FormatException.
pub fn parse_exact(
    text: &str,
    format: &str,
    info: &DateInfo,
    today: DateTime,
    styles: DateTimeStyles,
) -> Result<ParsedDate, DateParseError> {
    let (picture, invariant) = picture(format, info)?;
    let info = if invariant { &Culture::invariant().date } else { info };
    if text.is_empty() {
        return Err(DateParseError::NotRecognized { text: String::new() });
    }
    parse_picture(text, &picture, info, today, styles)
}

/// Reads `text` by the first of `formats` that it fits.
///
/// # Errors
/// [`DateParseError::NotRecognized`] where it fits none.
pub fn parse_exact_any<'f>(
    text: &str,
    formats: impl IntoIterator<Item = &'f str>,
    info: &DateInfo,
    today: DateTime,
    styles: DateTimeStyles,
) -> Result<ParsedDate, DateParseError> {
    formats
        .into_iter()
        .find_map(|format| parse_exact(text, format, info, today, styles).ok())
        .ok_or_else(|| DateParseError::NotRecognized { text: text.to_owned() })
}

/// The picture that a format stands for, and whether it is read in the invariant culture.
fn picture<'f>(format: &'f str, info: &'f DateInfo) -> Result<(Cow<'f, str>, bool), DateParseError> {
    let mut chars = format.chars();
    match (chars.next(), chars.next()) {
        (None, _) => Err(DateParseError::FormatSpecifier { format: String::new() }),
        (Some(letter), None) => {
            let picture = standard_picture(letter, info).ok_or(DateParseError::InvalidFormat)?;
            Ok((picture, is_invariant(letter)))
        }
        _ => Ok((Cow::Borrowed(format), false)),
    }
}

struct Reader<'t> {
    text: &'t str,
    rest: &'t str,
    info: &'t DateInfo,
    fields: ReadFields,
    inner_white: bool,
    /// Whether the hour is one of `h`.
    twelve_hours: bool,
}

fn parse_picture(
    text: &str,
    picture: &str,
    info: &DateInfo,
    today: DateTime,
    styles: DateTimeStyles,
) -> Result<ParsedDate, DateParseError> {
    let mut rest = text;
    let mut picture = picture;
    if styles.has(DateTimeStyles::ALLOW_LEADING_WHITE) {
        rest = rest.trim_start();
        picture = picture.trim_start();
    }
    if styles.has(DateTimeStyles::ALLOW_TRAILING_WHITE) {
        rest = rest.trim_end();
        picture = picture.trim_end();
    }
    let inner_white = styles.has(DateTimeStyles::ALLOW_INNER_WHITE);
    let mut reader =
        Reader { text, rest, info, fields: ReadFields::default(), inner_white, twelve_hours: false };
    reader.read(picture)?;
    if !reader.rest.is_empty() {
        return Err(reader.not_recognized());
    }
    if reader.fields.afternoon.is_some() && reader.fields.hour.is_none() {
        return Err(reader.not_recognized());
    }
    if reader.twelve_hours && reader.fields.hour == Some(12) && reader.fields.afternoon.is_none() {
        // twelve without a designator is midnight
        reader.fields.hour = Some(0);
    }
    reader.fields.resolve(today, styles, text).map_err(|error| match error {
        // what fits the picture and is no date fails in the calendar
        DateParseError::NotRecognized { text } => DateParseError::NotInCalendar { text },
        other => other,
    })
}

impl Reader<'_> {
    fn not_recognized(&self) -> DateParseError {
        DateParseError::NotRecognized { text: self.text.to_owned() }
    }

    fn skip_inner_white(&mut self) {
        if self.inner_white {
            self.rest = self.rest.trim_start();
        }
    }

    /// `least` to `most` digits.
    fn digits(&mut self, least: usize, most: usize) -> Result<&str, DateParseError> {
        self.skip_inner_white();
        let length = self.rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        if length < least {
            return Err(self.not_recognized());
        }
        let (digits, rest) = self.rest.split_at(length);
        self.rest = rest;
        Ok(digits)
    }

    fn number(&mut self, least: usize, most: usize) -> Result<i32, DateParseError> {
        let digits = self.digits(least, most)?;
        // at most eight digits, and at least one
        Ok(digits.parse().unwrap_or(0))
    }

    fn literal(&mut self, wanted: &str) -> Result<(), DateParseError> {
        match self.rest.strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest;
                Ok(())
            }
            None => Err(self.not_recognized()),
        }
    }

    /// The longest of `names` that comes next; gives its index.
    fn name<'n>(&mut self, names: impl Iterator<Item = (i32, &'n str)>) -> Result<i32, DateParseError> {
        self.skip_inner_white();
        let found = names
            .filter(|(_, name)| !name.is_empty())
            .filter_map(|(index, name)| Some((prefix_ignoring_case(self.rest, name)?, index)))
            .max_by_key(|&(length, _)| length);
        let (length, index) = found.ok_or_else(|| self.not_recognized())?;
        self.rest = &self.rest[length..];
        Ok(index)
    }

    fn read(&mut self, picture: &str) -> Result<(), DateParseError> {
        let mut at = 0;
        while let Some(ch) = picture[at..].chars().next() {
            let run = picture[at..].chars().take_while(|&other| other == ch).count();
            let mut taken = run * ch.len_utf8();
            match ch {
                'd' | 'M' | 'y' | 'h' | 'H' | 'm' | 's' => self.read_field(ch, run)?,
                'f' => {
                    if run > 7 {
                        return Err(self.not_recognized());
                    }
                    let ticks = fraction_ticks(self.digits(run, run)?);
                    set(&mut self.fields.fraction, ticks, ch)?;
                }
                'F' => {
                    if run > 7 {
                        return Err(self.not_recognized());
                    }
                    let ticks = fraction_ticks(self.digits(0, run)?);
                    set(&mut self.fields.fraction, ticks, ch)?;
                }
                't' => self.read_designator(run)?,
                'z' => {
                    let offset = self.offset(run)?;
                    self.set_zone(ZoneText { offset, utc: false })?;
                }
                'Z' => {
                    taken = 1;
                    self.literal("Z").or_else(|_| self.literal("GMT"))?;
                    self.set_zone(ZoneText { offset: 0, utc: true })?;
                }
                'K' => {
                    taken = 1;
                    if self.rest.starts_with('Z') {
                        self.rest = &self.rest[1..];
                        self.set_zone(ZoneText { offset: 0, utc: true })?;
                    } else if self.rest.starts_with(['+', '-']) {
                        let offset = self.offset(3)?;
                        self.set_zone(ZoneText { offset, utc: false })?;
                    }
                }
                'g' => {
                    let names = [&*self.info.era_name, &self.info.abbreviated_era_name];
                    self.name(names.into_iter().map(|name| (0, name)))?;
                }
                ':' => {
                    taken = 1;
                    let separator = self.info.time_separator.clone();
                    self.literal(":").or_else(|_| self.literal(&separator))?;
                }
                '/' => {
                    taken = 1;
                    let separator = self.info.date_separator.clone();
                    self.literal("/").or_else(|_| self.literal(&separator))?;
                }
                '\'' | '"' => taken = self.read_quoted(&picture[at..], ch)?,
                '%' => {
                    let next = picture[at + 1..].chars().next().filter(|&next| next != '%');
                    if next.is_none() {
                        return Err(DateParseError::FormatSpecifier { format: picture.to_owned() });
                    }
                    taken = 1;
                }
                '\\' => {
                    let Some(next) = picture[at + 1..].chars().next() else {
                        return Err(DateParseError::FormatSpecifier { format: picture.to_owned() });
                    };
                    taken = 1 + next.len_utf8();
                    self.literal(&picture[at + 1..at + taken])?;
                }
                '.' if !self.rest.starts_with('.') && picture[at + 1..].starts_with('F') => {
                    // a fraction that is all zeros may be left out with its point
                    taken = 1 + picture[at + 1..].bytes().take_while(|&byte| byte == b'F').count();
                }
                _ if ch.is_whitespace() && self.inner_white => {
                    taken = ch.len_utf8();
                    self.rest = self.rest.trim_start();
                }
                _ => {
                    taken = ch.len_utf8();
                    self.skip_inner_white();
                    self.literal(&picture[at..at + taken])?;
                }
            }
            at += taken;
        }
        Ok(())
    }

    fn read_field(&mut self, letter: char, run: usize) -> Result<(), DateParseError> {
        let info = self.info;
        match (letter, run) {
            ('d', 3) => {
                let day = self.name(indexed(&info.abbreviated_day_names))?;
                set(&mut self.fields.day_of_week, day, letter)
            }
            ('d', 4..) => {
                let day = self.name(indexed(&info.day_names))?;
                set(&mut self.fields.day_of_week, day, letter)
            }
            ('M', 3) => {
                let names = indexed(&info.abbreviated_month_names)
                    .chain(indexed(&info.abbreviated_month_genitive_names));
                let month = self.name(names)? + 1;
                set(&mut self.fields.month, month, letter)
            }
            ('M', 4..) => {
                let names = indexed(&info.month_names).chain(indexed(&info.month_genitive_names));
                let month = self.name(names)? + 1;
                set(&mut self.fields.month, month, letter)
            }
            ('y', _) => {
                let year = match run {
                    1 => four_digit_year(self.number(1, 2)?),
                    2 => four_digit_year(self.number(2, 2)?),
                    3 => self.number(3, 4)?,
                    _ => self.number(run.min(8), run.min(8))?,
                };
                set(&mut self.fields.year, year, letter)
            }
            _ => {
                let value = self.number(run.min(2), 2)?;
                let field = match letter {
                    'd' => &mut self.fields.day,
                    'M' => &mut self.fields.month,
                    'm' => &mut self.fields.minute,
                    's' => &mut self.fields.second,
                    _ => &mut self.fields.hour,
                };
                set(field, value, letter)?;
                self.twelve_hours |= letter == 'h';
                if letter == 'h' && value > 12 {
                    return Err(self.not_recognized());
                }
                Ok(())
            }
        }
    }

    fn read_designator(&mut self, run: usize) -> Result<(), DateParseError> {
        let info = self.info;
        let (am, pm) = (&*info.am_designator, &*info.pm_designator);
        let afternoon = if run == 1 {
            let initial = |name: &str| name.chars().next().map(String::from).unwrap_or_default();
            let (am, pm) = (initial(am), initial(pm));
            self.name([(0, &*am), (1, &*pm)].into_iter())?
        } else {
            self.name([(0, am), (1, pm)].into_iter())?
        };
        set(&mut self.fields.afternoon, afternoon == 1, 't')
    }

    /// `+1`, `+01` or, from three letters on, `+01:00`.
    fn offset(&mut self, run: usize) -> Result<i64, DateParseError> {
        self.skip_inner_white();
        let negative = match self.rest.chars().next() {
            Some('-') => true,
            Some('+') => false,
            _ => return Err(self.not_recognized()),
        };
        self.rest = &self.rest[1..];
        let hours = self.number(run.min(2), 2)?;
        let minutes = if run >= 3 {
            self.rest = self.rest.strip_prefix(':').unwrap_or(self.rest);
            self.number(2, 2)?
        } else {
            0
        };
        if minutes > 59 {
            return Err(self.not_recognized());
        }
        let offset = i64::from(hours) * TICKS_PER_HOUR + i64::from(minutes) * TICKS_PER_MINUTE;
        Ok(if negative { -offset } else { offset })
    }

    fn set_zone(&mut self, zone: ZoneText) -> Result<(), DateParseError> {
        set(&mut self.fields.zone, zone, 'z')
    }

    /// Reads what stands between quotes; gives the bytes of the picture taken.
    fn read_quoted(&mut self, picture: &str, quote: char) -> Result<usize, DateParseError> {
        let mut wanted = String::new();
        let mut chars = picture.char_indices().skip(1);
        while let Some((at, ch)) = chars.next() {
            if ch == quote {
                self.skip_inner_white();
                let wanted = if self.inner_white { wanted.trim() } else { &wanted };
                self.literal(wanted)?;
                return Ok(at + 1);
            }
            match ch {
                '\\' => wanted.extend(chars.next().map(|(_, escaped)| escaped)),
                _ => wanted.push(ch),
            }
        }
        Err(DateParseError::UnmatchedQuote { quote })
    }
}

fn indexed(names: &[Text]) -> impl Iterator<Item = (i32, &str)> {
    names.iter().enumerate().map(|(at, name)| (at as i32, &**name))
}

fn set<T: PartialEq + Copy>(field: &mut Option<T>, value: T, letter: char) -> Result<(), DateParseError> {
    match field {
        Some(known) if *known != value => Err(DateParseError::Repeated { letter }),
        _ => {
            *field = Some(value);
            Ok(())
        }
    }
}
