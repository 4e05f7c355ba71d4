//! What parsing a date gives, its errors, and the step from what was read to a DateTime of some kind.

use super::calendar::{DateRangeError, day_number, time_ticks};
use super::{TICKS_PER_DAY, TICKS_PER_HOUR, Zone};
use crate::{DateTime, DateTimeKind, TimeSpan};
use std::ops::BitOr;
use thiserror::Error;

/// .NET's DateTimeStyles, by its own numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DateTimeStyles(pub u32);

impl DateTimeStyles {
    /// None of them.
    pub const NONE: Self = Self(0);
    /// White space before an exact text.
    pub const ALLOW_LEADING_WHITE: Self = Self(1);
    /// White space after an exact text.
    pub const ALLOW_TRAILING_WHITE: Self = Self(2);
    /// White space within an exact text.
    pub const ALLOW_INNER_WHITE: Self = Self(4);
    /// A time alone is of 0001-01-01 instead of today.
    pub const NO_CURRENT_DATE_DEFAULT: Self = Self(8);
    /// The result is UTC.
    pub const ADJUST_TO_UNIVERSAL: Self = Self(16);
    /// A text without a zone is local.
    pub const ASSUME_LOCAL: Self = Self(32);
    /// A text without a zone is UTC.
    pub const ASSUME_UNIVERSAL: Self = Self(64);
    /// `Z` gives UTC instead of local time.
    pub const ROUNDTRIP_KIND: Self = Self(128);

    /// Whether all of `other` is set.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for DateTimeStyles {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Why a text is no date: .NET's FormatException, with its texts.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DateParseError {
    /// No date at all, or no such day.
    #[error("String '{text}' was not recognized as a valid DateTime.")]
    NotRecognized {
        /// The text as it was given.
        text: String,
    },
    /// A word that is no month, day, designator or zone.
    #[error(
        "The string '{text}' was not recognized as a valid DateTime. There is an unknown word starting at index '{index}'."
    )]
    UnknownWord {
        /// The text as it was given.
        text: String,
        /// Where the word begins, in UTF-16 units.
        index: usize,
    },
    /// The named day of the week is another one.
    #[error("String '{text}' was not recognized as a valid DateTime because the day of week was incorrect.")]
    DayOfWeek {
        /// The text as it was given.
        text: String,
    },
    /// A time of day that there is not.
    #[error(
        "The DateTime represented by the string '{text}' is not supported in calendar 'System.Globalization.GregorianCalendar'."
    )]
    NotInCalendar {
        /// The text as it was given.
        text: String,
    },
    /// An offset beyond 14 hours.
    #[error("The time zone offset of string '{text}' must be within plus or minus 14 hours.")]
    OffsetRange {
        /// The text as it was given.
        text: String,
    },
    /// The zone moves the time out of year 1 to 9999.
    #[error("The DateTime represented by the string '{text}' is out of range.")]
    OutOfRange {
        /// The text as it was given.
        text: String,
    },
    /// An exact format that means nothing.
    #[error("Format specifier '{format}' was invalid.")]
    FormatSpecifier {
        /// The format as it was given.
        format: String,
    },
    /// An exact format of one letter that means nothing.
    #[error("Input string was not in a correct format.")]
    InvalidFormat,
    /// A quote without its other half in an exact format.
    #[error("Cannot find a matching quote character for the character '{quote}'.")]
    UnmatchedQuote {
        /// `'` or `"`.
        quote: char,
    },
    /// The text gives a field of an exact format twice, differently.
    #[error("DateTime pattern '{letter}' appears more than once with different values.")]
    Repeated {
        /// The letter of the field.
        letter: char,
    },
}

/// The zone that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ZoneText {
    /// Ticks ahead of UTC.
    pub(super) offset: i64,
    /// Whether it is `Z` or a name of UTC rather than a number.
    pub(super) utc: bool,
}

/// A date as the text has it, before any zone is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParsedDate {
    pub(super) ticks: i64,
    pub(super) zone: Option<ZoneText>,
    /// Whether the text has a date.
    pub has_date: bool,
    /// Whether the text has a time of day.
    pub has_time: bool,
}

impl ParsedDate {
    /// The clock time of the text, whatever its zone.
    pub fn clock(&self) -> DateTime {
        let ticks = self.ticks.clamp(0, DateTime::MAX_TICKS);
        DateTime::new(ticks, DateTimeKind::Unspecified).expect("the ticks were clamped into range")
    }

    /// Whether the text names a zone.
    pub fn has_zone(&self) -> bool {
        self.zone.is_some()
    }

    /// The DateTime, of the kind that styles and zone call for.
    ///
    /// # Errors
    /// [`DateParseError::OutOfRange`] where the zone leads out of year 1 to 9999.
    pub fn to_date_time(
        &self,
        styles: DateTimeStyles,
        zone: &Zone,
        text: &str,
    ) -> Result<DateTime, DateParseError> {
        let clock = self.clock();
        let to_universal = styles.has(DateTimeStyles::ADJUST_TO_UNIVERSAL);
        let named = match self.zone {
            Some(named) => named,
            None if styles.has(DateTimeStyles::ASSUME_LOCAL) => {
                if !to_universal {
                    return Ok(clock.with_kind(DateTimeKind::Local));
                }
                ZoneText { offset: zone.offset_at_local(clock), utc: false }
            }
            None if styles.has(DateTimeStyles::ASSUME_UNIVERSAL) => ZoneText { offset: 0, utc: true },
            None => return Ok(clock),
        };
        if self.zone.is_some() && named.utc && styles.has(DateTimeStyles::ROUNDTRIP_KIND) {
            return Ok(clock.with_kind(DateTimeKind::Utc));
        }
        let mut ticks = self.ticks - named.offset;
        if !self.has_date && ticks < 0 {
            // a time alone stays within its day
            ticks += TICKS_PER_DAY;
        }
        let result = if to_universal {
            DateTime::from_ticks(ticks, DateTimeKind::Utc)
        } else {
            zone.local_from_utc_ticks(ticks)
        };
        result.map_err(|_: DateRangeError| DateParseError::OutOfRange { text: text.to_owned() })
    }

    /// The DateTimeOffset: clock time and offset.
    ///
    /// # Errors
    /// [`DateParseError::OffsetRange`] beyond 14 hours, [`DateParseError::OutOfRange`] out of year 1 to 9999.
    pub fn to_date_time_offset(
        &self,
        styles: DateTimeStyles,
        zone: &Zone,
        text: &str,
    ) -> Result<(DateTime, TimeSpan), DateParseError> {
        let offset = match self.zone {
            Some(named) => named.offset,
            None if styles.has(DateTimeStyles::ASSUME_UNIVERSAL) => 0,
            None => zone.offset_at_local(self.clock()),
        };
        if offset.abs() > 14 * TICKS_PER_HOUR {
            return Err(DateParseError::OffsetRange { text: text.to_owned() });
        }
        let utc = DateTime::from_ticks(self.ticks - offset, DateTimeKind::Unspecified)
            .map_err(|_| DateParseError::OutOfRange { text: text.to_owned() })?;
        if styles.has(DateTimeStyles::ADJUST_TO_UNIVERSAL) {
            return Ok((utc, TimeSpan(0)));
        }
        Ok((self.clock(), TimeSpan(offset)))
    }
}

/// The fields that a text gave, before what is missing is filled in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ReadFields {
    pub(super) year: Option<i32>,
    pub(super) month: Option<i32>,
    pub(super) day: Option<i32>,
    pub(super) hour: Option<i32>,
    pub(super) minute: Option<i32>,
    pub(super) second: Option<i32>,
    pub(super) fraction: Option<i64>,
    /// Whether it is after noon.
    pub(super) afternoon: Option<bool>,
    pub(super) day_of_week: Option<i32>,
    pub(super) zone: Option<ZoneText>,
}

impl ReadFields {
    /// Fills in what is missing from `today` and checks the rest.
    pub(super) fn resolve(
        &self,
        today: DateTime,
        styles: DateTimeStyles,
        text: &str,
    ) -> Result<ParsedDate, DateParseError> {
        let owned = || text.to_owned();
        let today = today.fields();
        let (year, month, day) = match (self.year, self.month, self.day) {
            (None, None, None) if styles.has(DateTimeStyles::NO_CURRENT_DATE_DEFAULT) => (1, 1, 1),
            (None, None, None) => (today.year, today.month, today.day),
            (year, month, day) => (year.unwrap_or(today.year), month.unwrap_or(1), day.unwrap_or(1)),
        };
        let days =
            day_number(year, month, day).map_err(|_| DateParseError::NotRecognized { text: owned() })?;
        let mut hour = self.hour.unwrap_or(0);
        match self.afternoon {
            Some(false) if hour > 12 => {
                return Err(DateParseError::NotRecognized { text: owned() });
            }
            Some(true) if hour < 12 => hour += 12,
            Some(false) if hour == 12 => hour = 0,
            _ => {}
        }
        let time = time_ticks(hour, self.minute.unwrap_or(0), self.second.unwrap_or(0))
            .map_err(|_| DateParseError::NotInCalendar { text: owned() })?;
        let ticks = days * TICKS_PER_DAY + time + self.fraction.unwrap_or(0);
        if ticks > DateTime::MAX_TICKS {
            return Err(DateParseError::OutOfRange { text: owned() });
        }
        if self.day_of_week.is_some_and(|named| i64::from(named) != (days + 1) % 7) {
            return Err(DateParseError::DayOfWeek { text: owned() });
        }
        Ok(ParsedDate {
            ticks,
            zone: self.zone,
            has_date: self.year.is_some() || self.month.is_some() || self.day.is_some(),
            has_time: self.hour.is_some() || self.minute.is_some() || self.second.is_some(),
        })
    }
}

/// A year of two digits: up to 49 of this century, from 50 of the last (TwoDigitYearMax is 2049).
pub(super) fn four_digit_year(year: i32) -> i32 {
    match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        _ => year,
    }
}

/// A fraction of a second in digits, to ticks, rounded.
pub(super) fn fraction_ticks(digits: &str) -> i64 {
    let mut ticks = 0;
    for at in 0..7 {
        ticks = ticks * 10 + digits.as_bytes().get(at).map_or(0, |digit| i64::from(digit - b'0'));
    }
    ticks + i64::from(digits.as_bytes().get(7).is_some_and(|&digit| digit >= b'5'))
}
