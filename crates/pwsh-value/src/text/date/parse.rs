//! `DateTime.Parse`: dates and times as people write them.
//!
//! The text is read once into numbers, names and a time of day; the numbers of the date then take their places
//! by the order of the culture's short date.

use super::resolve::{
    DateParseError, DateTimeStyles, ParsedDate, ReadFields, ZoneText, four_digit_year, fraction_ticks,
};
use super::words::{Suffix, Word, match_suffix, match_word};
use super::{TICKS_PER_HOUR, TICKS_PER_MINUTE};
use crate::DateTime;
use crate::text::culture::DateInfo;
use smallvec::SmallVec;

/// What reading a date depends on besides the text.
#[derive(Debug, Clone, Copy)]
pub struct DateParser<'a> {
    /// Names and order of the culture.
    pub info: &'a DateInfo,
    /// The session's now, in its local time: what a text leaves out.
    pub today: DateTime,
    /// What is allowed and assumed.
    pub styles: DateTimeStyles,
}

/// A part of the date, in the order of the text.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Part {
    /// One or two digits.
    Number(i32),
    /// Three digits or more.
    Year(i32),
    /// A name.
    Month(i32),
}

/// The places of the first `y`, `M` and `d` of a pattern.
struct Order {
    year: usize,
    month: usize,
    day: usize,
}

impl Order {
    fn of(pattern: &str) -> Self {
        let place = |letter| pattern.find(letter).unwrap_or(usize::MAX);
        // a name of the day is not the day
        let mut day = usize::MAX;
        let mut at = 0;
        for run in pattern.split_inclusive(|ch| ch != 'd') {
            let count = run.bytes().filter(|&byte| byte == b'd').count();
            if (1..=2).contains(&count) && day == usize::MAX {
                day = at;
            }
            at += run.len();
        }
        Self { year: place('y'), month: place('M'), day }
    }

    fn day_before_month(&self) -> bool {
        self.day < self.month
    }

    fn year_first(&self) -> bool {
        self.year < self.month && self.year < self.day
    }
}

impl DateParser<'_> {
    /// Reads `text`.
    ///
    /// # Errors
    /// [`DateParseError`] where .NET throws FormatException.
    pub fn parse(&self, text: &str) -> Result<ParsedDate, DateParseError> {
        let mut reader = Reader {
            text,
            at: 0,
            info: self.info,
            parts: SmallVec::new(),
            fields: ReadFields::default(),
            time_expected: false,
            separator_open: false,
            in_date: false,
            date_closed: false,
        };
        reader.read()?;
        let mut fields = reader.fields;
        if reader.parts.is_empty() && fields.hour.is_none() {
            return Err(reader.not_recognized());
        }
        if !reader.parts.is_empty() {
            place(&reader.parts, self.info, &mut fields).ok_or_else(|| reader.not_recognized())?;
        }
        fields.resolve(self.today, self.styles, text)
    }
}

/// Gives the parts of the date their places; `None` where there is no date in them.
fn place(parts: &[Part], info: &DateInfo, fields: &mut ReadFields) -> Option<()> {
    use Part::{Month, Number, Year};
    if parts.contains(&Year(0)) {
        return None;
    }
    let short = Order::of(info.short_date_pattern());
    let month_day = Order::of(&info.month_day_pattern);
    let year_month = Order::of(info.year_month_pattern());
    let mut set = |year: Option<i32>, month: i32, day: i32| {
        fields.year = year.map(four_digit_year);
        fields.month = Some(month);
        fields.day = Some(day);
    };
    match *parts {
        [Number(a), Number(b)] => {
            if month_day.day_before_month() {
                set(None, b, a);
            } else {
                set(None, a, b);
            }
        }
        [Number(a), Number(b), Number(c)] => {
            if short.year_first() {
                set(Some(a), b, c);
            } else if short.day_before_month() {
                set(Some(c), b, a);
            } else {
                set(Some(c), a, b);
            }
        }
        [Year(year), Number(a), Number(b)] => set(Some(year), a, b),
        [Number(a), Number(b), Year(year)] => {
            if short.day_before_month() && !short.year_first() {
                set(Some(year), b, a);
            } else {
                set(Some(year), a, b);
            }
        }
        [Year(year), Number(month)] | [Number(month), Year(year)] => set(Some(year), month, 1),
        [Month(month), Year(year)] | [Year(year), Month(month)] => set(Some(year), month, 1),
        [Month(month), Number(number)] => {
            if month_day.day_before_month() && year_month.month < year_month.year {
                set(Some(number), month, 1);
            } else {
                set(None, month, number);
            }
        }
        [Number(number), Month(month)] => {
            if !month_day.day_before_month() && year_month.year < year_month.month {
                set(Some(number), month, 1);
            } else {
                set(None, month, number);
            }
        }
        [Month(month), Number(a), Number(b)]
        | [Number(a), Month(month), Number(b)]
        | [Number(a), Number(b), Month(month)] => {
            // the day where the culture has it, else the other
            let (day, year) = if short.year_first() { (b, a) } else { (a, b) };
            if (1..=31).contains(&day) {
                set(Some(year), month, day);
            } else {
                set(Some(day), month, year);
            }
        }
        [Month(month), Number(day), Year(year)]
        | [Number(day), Month(month), Year(year)]
        | [Year(year), Month(month), Number(day)]
        | [Year(year), Number(day), Month(month)]
        | [Month(month), Year(year), Number(day)]
        | [Number(day), Year(year), Month(month)] => set(Some(year), month, day),
        _ => return None,
    }
    Some(())
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    info: &'t DateInfo,
    parts: SmallVec<[Part; 4]>,
    fields: ReadFields,
    /// After a `T`.
    time_expected: bool,
    /// After a `/` or `-` that wants a part of the date.
    separator_open: bool,
    /// Whether the last number was one of the date: a `-` then separates, and is no sign of an offset.
    in_date: bool,
    /// Whether a date stood before the time of day; no more of it may follow.
    date_closed: bool,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_white(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn not_recognized(&self) -> DateParseError {
        DateParseError::NotRecognized { text: self.text.to_owned() }
    }

    fn unknown_word(&self) -> DateParseError {
        let index = self.text[..self.at].encode_utf16().count();
        DateParseError::UnknownWord { text: self.text.to_owned(), index }
    }

    fn digits(&mut self) -> &'t str {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        self.at += length;
        &rest[..length]
    }

    fn small_number(&mut self) -> Result<i32, DateParseError> {
        let digits = self.digits();
        if digits.is_empty() || digits.len() > 8 {
            return Err(self.not_recognized());
        }
        digits.parse().map_err(|_| self.not_recognized())
    }

    fn read(&mut self) -> Result<(), DateParseError> {
        loop {
            self.skip_white();
            let Some(ch) = self.peek() else { break };
            match ch {
                '0'..='9' => self.read_number()?,
                '+' => self.read_offset()?,
                '-' if self.fields.hour.is_some() && !self.in_date => self.read_offset()?,
                '/' | '-' if !self.parts.is_empty() && !self.separator_open => {
                    self.at += 1;
                    self.separator_open = true;
                }
                ',' | '.' if !self.parts.is_empty() || self.fields.day_of_week.is_some() => self.at += 1,
                '\0' if self.rest().bytes().all(|byte| byte == 0) => break,
                _ if ch.is_alphabetic() => self.read_word()?,
                _ => return Err(self.not_recognized()),
            }
        }
        if self.separator_open || (self.time_expected && self.fields.hour.is_none()) {
            return Err(self.not_recognized());
        }
        Ok(())
    }

    /// Whether what follows separates hours from minutes, and how long it is. A culture may use `.` for both
    /// dates and times: it is a time's once the date is full.
    fn time_separator(&self) -> Option<usize> {
        let rest = self.rest();
        let trimmed = rest.trim_start();
        let white = rest.len() - trimmed.len();
        if trimmed.starts_with(':') {
            return Some(white + 1);
        }
        let own = &*self.info.time_separator;
        let date_full = self.parts.len() >= 3 || self.time_expected;
        (date_full && !own.is_empty() && trimmed.starts_with(own)).then_some(white + own.len())
    }

    fn read_number(&mut self) -> Result<(), DateParseError> {
        let from = self.at;
        let value = self.small_number()?;
        let length = self.at - from;
        if let Some((suffix, bytes)) = match_suffix(self.rest()) {
            if self.rest()[bytes..].starts_with(char::is_alphabetic) {
                return Err(self.unknown_word());
            }
            self.at += bytes;
            return self.read_suffixed(value, suffix);
        }
        if self.fields.hour.is_none() {
            if let Some(separator) = self.time_separator() {
                self.at += separator;
                return self.read_time(value);
            }
            let after_white = self.rest().trim_start();
            match match_word(after_white, self.info) {
                Some((Word::Afternoon(_), _)) if length <= 2 => {
                    self.set_hour(value);
                    return Ok(());
                }
                _ => {}
            }
        }
        if self.time_expected || self.parts.len() >= 3 {
            return Err(self.not_recognized());
        }
        self.push_part(if length >= 3 { Part::Year(value) } else { Part::Number(value) })
    }

    /// Takes `2024年`, `3月`, `5日`, `14時`; the suffix is read.
    fn read_suffixed(&mut self, value: i32, suffix: Suffix) -> Result<(), DateParseError> {
        match suffix {
            Suffix::Year => return self.push_part(Part::Year(four_digit_year(value))),
            Suffix::MonthOrDay => return self.push_part(Part::Number(value)),
            Suffix::Time if self.fields.hour.is_none() => self.set_hour(value),
            Suffix::Time if self.fields.minute.is_none() => self.fields.minute = Some(value),
            Suffix::Time => self.fields.second = Some(value),
        }
        Ok(())
    }

    fn set_hour(&mut self, hour: i32) {
        self.fields.hour = Some(hour);
        self.in_date = false;
        self.date_closed = !self.parts.is_empty();
    }

    fn push_part(&mut self, part: Part) -> Result<(), DateParseError> {
        if self.date_closed {
            return Err(self.not_recognized());
        }
        self.separator_open = false;
        self.in_date = true;
        self.parts.push(part);
        Ok(())
    }

    /// Reads on after `hour:`.
    fn read_time(&mut self, hour: i32) -> Result<(), DateParseError> {
        if self.separator_open {
            return Err(self.not_recognized());
        }
        self.set_hour(hour);
        self.skip_white();
        self.fields.minute = Some(self.small_number()?);
        let Some(separator) = self.time_separator() else { return Ok(()) };
        self.at += separator;
        self.skip_white();
        self.fields.second = Some(self.small_number()?);
        if self.rest().starts_with(['.', ',']) && self.rest()[1..].starts_with(|ch: char| ch.is_ascii_digit())
        {
            self.at += 1;
            self.fields.fraction = Some(fraction_ticks(self.digits()));
        }
        Ok(())
    }

    /// Reads `+1`, `-01:30`, `+0130`.
    fn read_offset(&mut self) -> Result<(), DateParseError> {
        if self.fields.zone.is_some_and(|zone| !zone.utc)
            || self.parts.is_empty() && self.fields.hour.is_none()
        {
            return Err(self.not_recognized());
        }
        let negative = self.peek() == Some('-');
        self.at += 1;
        let digits = self.digits();
        let value: i64 = digits.parse().map_err(|_| self.not_recognized())?;
        let (hours, minutes) = match digits.len() {
            1 | 2 if self.rest().starts_with(':') => {
                self.at += 1;
                let minutes = self.digits();
                (value, minutes.parse().map_err(|_| self.not_recognized())?)
            }
            1 | 2 => (value, 0),
            3 | 4 => (value / 100, value % 100),
            _ => return Err(self.not_recognized()),
        };
        if minutes > 59 || hours > 99 {
            return Err(self.not_recognized());
        }
        let offset = hours * TICKS_PER_HOUR + minutes * TICKS_PER_MINUTE;
        self.fields.zone = Some(ZoneText { offset: if negative { -offset } else { offset }, utc: false });
        Ok(())
    }

    fn read_word(&mut self) -> Result<(), DateParseError> {
        let known = match_word(self.rest(), self.info)
            .filter(|&(word, _)| word != Word::TimeMark || !self.parts.is_empty());
        let Some((word, length)) = known else {
            return Err(self.unknown_word());
        };
        let twice = match word {
            Word::Month(month) => {
                self.push_part(Part::Month(month))?;
                self.parts.iter().filter(|part| matches!(part, Part::Month(_))).count() > 1
            }
            Word::DayOfWeek(day) => self.fields.day_of_week.replace(day).is_some(),
            Word::Afternoon(afternoon) => self.fields.afternoon.replace(afternoon).is_some(),
            Word::TimeMark => std::mem::replace(&mut self.time_expected, true),
            Word::Utc => self.fields.zone.replace(ZoneText { offset: 0, utc: true }).is_some(),
            Word::Ignorable => false,
        };
        if twice {
            return Err(self.not_recognized());
        }
        self.at += length;
        Ok(())
    }
}
