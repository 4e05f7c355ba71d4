//! `System.DateTime` ([MS-PSRP] 2.2.5.1.6).

use std::fmt;
use std::str::FromStr;

use super::InvalidText;

const TICKS_PER_MINUTE: i64 = 600_000_000;
const TICKS_PER_DAY: i64 = 1_440 * TICKS_PER_MINUTE;
/// The last tick of the year 9999.
const MAX_TICKS: i64 = 3_155_378_975_999_999_999;

/// A date and time. Its text is XML Schema's `dateTime`, whose suffix tells the kind: none, `Z` or an offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateTime {
    /// What the clock shows, in ticks of 100 nanoseconds since the beginning of the year 1: 0 to
    /// 3,155,378,975,999,999,999.
    pub ticks: i64,
    /// Whose clock it is.
    pub kind: DateTimeKind,
}

/// What a [`DateTime`]'s clock is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateTimeKind {
    /// It was not said.
    Unspecified,
    /// UTC.
    Utc,
    /// The writer's local time.
    Local {
        /// Minutes that it was ahead of UTC: -840 to 840.
        offset: i16,
    },
}

impl DateTime {
    /// The ticks of the same moment in UTC; those of an unspecified kind as they are. They may lie up to 14 hours
    /// outside of the range of `ticks`.
    pub fn utc_ticks(&self) -> i64 {
        match self.kind {
            DateTimeKind::Local { offset } => self.ticks - i64::from(offset) * TICKS_PER_MINUTE,
            DateTimeKind::Unspecified | DateTimeKind::Utc => self.ticks,
        }
    }
}

impl FromStr for DateTime {
    type Err = InvalidText;

    /// Reads `dateTime` and a bare `date`; digits beyond the tick are dropped, `24:00:00` is the next day's start.
    fn from_str(text: &str) -> Result<Self, InvalidText> {
        let trimmed = text.trim_matches([' ', '\t', '\r', '\n']).as_bytes();
        parse(trimmed).ok_or_else(|| InvalidText::new("a date and time", text))
    }
}

fn parse(text: &[u8]) -> Option<DateTime> {
    let (date, rest) = text.split_at_checked(10)?;
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *date else { return None };
    let (year, month, day) = (number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?);
    let mut ticks = days_before(year, month, day)? * TICKS_PER_DAY;
    let mut rest = rest;
    if let [b'T', h1, h2, b':', m1, m2, b':', s1, s2, tail @ ..] = rest {
        rest = tail;
        let (hour, minute, second) = (number(&[*h1, *h2])?, number(&[*m1, *m2])?, number(&[*s1, *s2])?);
        let mut time = (hour * 60 + minute) * TICKS_PER_MINUTE + second * 10_000_000;
        if let [b'.', tail @ ..] = rest {
            let length = tail.iter().take_while(|b| b.is_ascii_digit()).count();
            let digits = tail[..length].iter().copied().chain(std::iter::repeat(b'0')).take(7);
            time += digits.fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
            rest = &tail[length..];
            if length == 0 {
                return None;
            }
        }
        if minute > 59 || second > 59 || time > TICKS_PER_DAY {
            return None;
        }
        ticks += time;
    }
    let kind = match rest {
        [] => DateTimeKind::Unspecified,
        b"Z" => DateTimeKind::Utc,
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let minutes = number(&[*m1, *m2]).filter(|&minutes| minutes < 60)?;
            let offset =
                i16::try_from(number(&[*h1, *h2])? * 60 + minutes).ok().filter(|&offset| offset <= 840)?;
            DateTimeKind::Local { offset: if *sign == b'-' { -offset } else { offset } }
        }
        _ => return None,
    };
    (ticks <= MAX_TICKS).then_some(DateTime { ticks, kind })
}

fn number(digits: &[u8]) -> Option<i64> {
    digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + i64::from(digit - b'0')))
}

/// The days from the beginning of the year 1 to a date; `None` where the calendar has no such date.
fn days_before(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let before = usize::try_from(month - 1).ok()?;
    let length = *lengths.get(before)?;
    if year < 1 || day < 1 || day > length {
        return None;
    }
    let past = year - 1;
    Some(past * 365 + past / 4 - past / 100 + past / 400 + lengths[..before].iter().sum::<i64>() + day - 1)
}

/// Year, month and day of a number of days since the beginning of the year 1.
fn date_of(days: i64) -> (i64, i64, i64) {
    // counted from 0000-03-01, so that the leap day is the last of its year, cycle and era
    let shifted = days + 306;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = date_of(self.ticks.div_euclid(TICKS_PER_DAY));
        let time = self.ticks.rem_euclid(TICKS_PER_DAY);
        let (seconds, fraction) = (time / 10_000_000, time % 10_000_000);
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        if fraction != 0 {
            let digits = format!("{fraction:07}");
            write!(f, ".{}", digits.trim_end_matches('0'))?;
        }
        match self.kind {
            DateTimeKind::Unspecified => Ok(()),
            DateTimeKind::Utc => f.write_str("Z"),
            DateTimeKind::Local { offset } => {
                let (sign, offset) = (if offset < 0 { '-' } else { '+' }, offset.unsigned_abs());
                write!(f, "{sign}{:02}:{:02}", offset / 60, offset % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_go_through() {
        for (text, ticks, kind) in [
            ("0001-01-01T00:00:00", 0, DateTimeKind::Unspecified),
            ("9999-12-31T23:59:59.9999999", MAX_TICKS, DateTimeKind::Unspecified),
            ("2024-02-29T13:14:15.12Z", 638_448_092_551_200_000, DateTimeKind::Utc),
            ("2024-02-29T13:14:15+05:30", 638_448_092_550_000_000, DateTimeKind::Local { offset: 330 }),
            ("2024-02-29T13:14:15-14:00", 638_448_092_550_000_000, DateTimeKind::Local { offset: -840 }),
            ("2024-02-29T13:14:15+00:00", 638_448_092_550_000_000, DateTimeKind::Local { offset: 0 }),
        ] {
            assert_eq!(text.parse(), Ok(DateTime { ticks, kind }), "{text}");
            assert_eq!(DateTime { ticks, kind }.to_string(), text);
        }
    }

    #[test]
    fn every_day_of_the_calendar_is_its_own_inverse() {
        let (mut expected, mut count) = (0, 0);
        for year in 1..=9_999 {
            for month in 1..=12 {
                for day in 1..=31 {
                    if let Some(days) = days_before(year, month, day) {
                        assert_eq!((days, date_of(days)), (expected, (year, month, day)));
                        expected += 1;
                        count += 1;
                    }
                }
            }
        }
        assert_eq!(count, 3_652_059);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "2024",
            "2024-02-30T00:00:00",
            "2024-13-01T00:00:00",
            "0000-01-01T00:00:00",
            "2024-01-01T25:00:00",
            "2024-01-01T00:60:00",
            "2024-01-01T00:00:60",
            "2024-01-01T24:00:01",
            "9999-12-31T24:00:00",
            "2024-01-01T00:00:00.",
            "2024-01-01T00:00:00+14:01",
            "2024-01-01T00:00:00+1:00",
            "2024-01-01T00:00:00z",
            "2024-01-01T00:00",
            "2024-01-0é",
        ] {
            assert!(text.parse::<DateTime>().is_err(), "{text}");
        }
        assert_eq!("2024-01-01".parse::<DateTime>(), "2023-12-31T24:00:00".parse());
    }
}
