//! The Gregorian calendar over ticks: fields, arithmetic, weeks.

use super::{TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND};
use crate::{DateTime, DateTimeKind};
use thiserror::Error;

/// What .NET refuses with ArgumentOutOfRangeException; the texts are .NET's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DateRangeError {
    /// No such day.
    #[error("Year, Month, and Day parameters describe an un-representable DateTime.")]
    Date,
    /// No such time of day.
    #[error("Hour, Minute, and Second parameters describe an un-representable DateTime.")]
    Time,
    /// Ticks outside year 1 to 9999.
    #[error("Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks. (Parameter 'ticks')")]
    Ticks,
    /// A sum outside year 1 to 9999.
    #[error(
        "The added or subtracted value results in an un-representable DateTime. (Parameter '{parameter}')"
    )]
    Arithmetic {
        /// .NET's name of the argument.
        parameter: &'static str,
    },
    /// More than 10,000 years.
    #[error("Years value must be between +/-10000. (Parameter 'value')")]
    Years,
    /// More than 120,000 months.
    #[error("Months value must be between +/-120000. (Parameter 'months')")]
    Months,
    /// A month that the calendar does not have.
    #[error("Month must be between one and twelve. (Parameter 'month')\nActual value was {month}.")]
    Month {
        /// The month that was asked for.
        month: i32,
    },
    /// A year that the calendar does not have.
    #[error("Year must be between 1 and 9999. (Parameter 'year')")]
    Year,
}

/// A date and time of day in the calendar's fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fields {
    /// 1 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: i32,
    /// 1 to 31.
    pub day: i32,
    /// 0 to 23.
    pub hour: i32,
    /// 0 to 59.
    pub minute: i32,
    /// 0 to 59.
    pub second: i32,
    /// Ticks within the second.
    pub fraction: i64,
}

/// Whether the year has 366 days.
pub fn is_leap_year(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The days of a month.
///
/// # Errors
/// Where there is no such month or year.
pub fn days_in_month(year: i32, month: i32) -> Result<i32, DateRangeError> {
    if !(1..=12).contains(&month) {
        return Err(DateRangeError::Month { month });
    }
    if !(1..=9999).contains(&year) {
        return Err(DateRangeError::Year);
    }
    Ok(match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year(year) => 29,
        2 => 28,
        _ => 31,
    })
}

/// Days since 0001-01-01.
///
/// # Errors
/// [`DateRangeError::Date`] where there is no such day.
pub fn day_number(year: i32, month: i32, day: i32) -> Result<i64, DateRangeError> {
    let length = days_in_month(year, month).map_err(|_| DateRangeError::Date)?;
    if !(1..=length).contains(&day) {
        return Err(DateRangeError::Date);
    }
    let before = i64::from(year - 1);
    let days = before * 365 + before / 4 - before / 100 + before / 400;
    Ok(days + i64::from(days_before_month(year, month)) + i64::from(day) - 1)
}

fn days_before_month(year: i32, month: i32) -> i32 {
    const BEFORE: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    BEFORE[(month - 1) as usize] + i32::from(month > 2 && is_leap_year(year))
}

/// Year, month, day and day of the year (from 1) of a day number.
fn civil(day_number: i64) -> (i32, i32, i32, i32) {
    let mut rest = day_number;
    let cycles = rest / 146_097;
    rest %= 146_097;
    // the last day of a cycle of 400 or 4 years belongs to its last century or year
    let centuries = (rest / 36_524).min(3);
    rest -= centuries * 36_524;
    let fours = rest / 1461;
    rest %= 1461;
    let years = (rest / 365).min(3);
    rest -= years * 365;
    let year = (cycles * 400 + centuries * 100 + fours * 4 + years + 1) as i32;
    let day_of_year = rest as i32 + 1;
    let mut month = (rest / 32 + 1) as i32;
    while month < 12 && days_before_month(year, month + 1) < day_of_year {
        month += 1;
    }
    (year, month, day_of_year - days_before_month(year, month), day_of_year)
}

/// The ticks of a time of day.
///
/// # Errors
/// [`DateRangeError::Time`] where there is no such time.
pub fn time_ticks(hour: i32, minute: i32, second: i32) -> Result<i64, DateRangeError> {
    if (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second) {
        Ok(i64::from(hour) * TICKS_PER_HOUR
            + i64::from(minute) * TICKS_PER_MINUTE
            + i64::from(second) * TICKS_PER_SECOND)
    } else {
        Err(DateRangeError::Time)
    }
}

impl DateTime {
    /// Midnight of a day.
    ///
    /// # Errors
    /// [`DateRangeError::Date`] where there is no such day.
    pub fn from_date(year: i32, month: i32, day: i32, kind: DateTimeKind) -> Result<Self, DateRangeError> {
        Self::from_ticks(day_number(year, month, day)? * TICKS_PER_DAY, kind)
    }

    /// A date from ticks.
    ///
    /// # Errors
    /// [`DateRangeError::Ticks`] outside year 1 to 9999.
    pub fn from_ticks(ticks: i64, kind: DateTimeKind) -> Result<Self, DateRangeError> {
        Self::new(ticks, kind).ok_or(DateRangeError::Ticks)
    }

    /// The calendar's fields.
    pub fn fields(self) -> Fields {
        let (year, month, day, _) = civil(self.ticks() / TICKS_PER_DAY);
        let time = self.ticks() % TICKS_PER_DAY;
        Fields {
            year,
            month,
            day,
            hour: (time / TICKS_PER_HOUR) as i32,
            minute: (time / TICKS_PER_MINUTE % 60) as i32,
            second: (time / TICKS_PER_SECOND % 60) as i32,
            fraction: time % TICKS_PER_SECOND,
        }
    }

    /// 0 is Sunday.
    pub fn day_of_week(self) -> i32 {
        ((self.ticks() / TICKS_PER_DAY + 1) % 7) as i32
    }

    /// From 1.
    pub fn day_of_year(self) -> i32 {
        civil(self.ticks() / TICKS_PER_DAY).3
    }

    /// Midnight of the same day, of the same kind.
    pub fn date(self) -> Self {
        let ticks = self.ticks();
        Self::new(ticks - ticks % TICKS_PER_DAY, self.kind()).unwrap_or(self)
    }

    /// Ticks since midnight.
    pub fn time_of_day(self) -> i64 {
        self.ticks() % TICKS_PER_DAY
    }

    /// The same ticks of another kind.
    pub fn with_kind(self, kind: DateTimeKind) -> Self {
        Self::new(self.ticks(), kind).unwrap_or(self)
    }

    /// Later by `ticks`.
    ///
    /// # Errors
    /// [`DateRangeError::Arithmetic`] outside year 1 to 9999.
    pub fn add_ticks(self, ticks: i64) -> Result<Self, DateRangeError> {
        self.ticks()
            .checked_add(ticks)
            .and_then(|sum| Self::new(sum, self.kind()))
            .ok_or(DateRangeError::Arithmetic { parameter: "value" })
    }

    /// Later by `value` units of `unit_ticks`, as AddDays, AddHours and their kin: whole milliseconds are not
    /// rounded to, as they were before .NET 7.
    ///
    /// # Errors
    /// [`DateRangeError::Arithmetic`] outside year 1 to 9999.
    pub fn add_units(self, value: f64, unit_ticks: i64) -> Result<Self, DateRangeError> {
        let error = DateRangeError::Arithmetic { parameter: "value" };
        let most = (Self::MAX_TICKS / unit_ticks + 1) as f64;
        if value.is_nan() || value.abs() > most {
            return Err(error);
        }
        let whole = value.trunc();
        let part = ((value - whole) * unit_ticks as f64) as i64;
        self.add_ticks(whole as i64 * unit_ticks + part)
    }

    /// Later by whole months; the day becomes the month's last where it has no such day.
    ///
    /// # Errors
    /// [`DateRangeError::Months`] or [`DateRangeError::Arithmetic`].
    pub fn add_months(self, months: i32) -> Result<Self, DateRangeError> {
        if !(-120_000..=120_000).contains(&months) {
            return Err(DateRangeError::Months);
        }
        let error = DateRangeError::Arithmetic { parameter: "months" };
        let fields = self.fields();
        let index = fields.year * 12 + fields.month - 1 + months;
        let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
        let length = days_in_month(year, month).map_err(|_| error)?;
        let days = day_number(year, month, fields.day.min(length)).map_err(|_| error)?;
        Self::new(days * TICKS_PER_DAY + self.time_of_day(), self.kind()).ok_or(error)
    }

    /// Later by whole years; 29 February becomes the 28th where there is none.
    ///
    /// # Errors
    /// [`DateRangeError::Years`] or [`DateRangeError::Arithmetic`].
    pub fn add_years(self, years: i32) -> Result<Self, DateRangeError> {
        if !(-10_000..=10_000).contains(&years) {
            return Err(DateRangeError::Years);
        }
        self.add_months(years * 12).map_err(|_| DateRangeError::Arithmetic { parameter: "value" })
    }

    /// The week of the year by .NET's rule (0 first day, 1 first full week, 2 first four-day week) and first
    /// day of the week (0 is Sunday).
    pub fn week_of_year(self, rule: u8, first_day: i32) -> i32 {
        let day_of_year = self.day_of_year() - 1;
        let first_of_year = (self.day_of_week() - day_of_year % 7 + 14) % 7;
        // how far the first of January lies into its week
        let into_week = (first_of_year - first_day + 14) % 7;
        let least_days = match rule {
            0 => return (day_of_year + into_week) / 7 + 1,
            1 => 7,
            _ => 4,
        };
        let first_counts = into_week == 0 || 7 - into_week >= least_days;
        let start = if first_counts { -into_week } else { 7 - into_week };
        if day_of_year >= start {
            return (day_of_year - start) / 7 + 1;
        }
        // it belongs to the last week of the year before
        match self.add_ticks(-(i64::from(day_of_year) + 1) * TICKS_PER_DAY) {
            Ok(last) => last.week_of_year(rule, first_day),
            Err(_) => 53,
        }
    }

    /// The ISO 8601 year and week.
    pub fn iso_week(self) -> (i32, i32) {
        let fields = self.fields();
        let from_monday = (self.day_of_week() + 6) % 7;
        let week = (self.day_of_year() - 1 - from_monday + 10) / 7;
        if week < 1 {
            let year = fields.year - 1;
            return (year, iso_weeks_in_year(year));
        }
        if week > iso_weeks_in_year(fields.year) {
            return (fields.year + 1, 1);
        }
        (fields.year, week)
    }
}

fn iso_weeks_in_year(year: i32) -> i32 {
    // 31 December's day of the week, 0 is Sunday
    let last = |year: i32| (year + year / 4 - year / 100 + year / 400).rem_euclid(7);
    if last(year) == 4 || last(year - 1) == 3 { 53 } else { 52 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: i32, day: i32) -> DateTime {
        DateTime::from_date(year, month, day, DateTimeKind::Unspecified).unwrap()
    }

    #[test]
    fn every_day_number_comes_back_from_its_fields() {
        for number in (0..3_652_059).step_by(17).chain([3_652_058]) {
            let (year, month, day, _) = civil(number);
            assert_eq!(day_number(year, month, day), Ok(number));
        }
    }

    #[test]
    fn months_keep_the_day_where_there_is_one() {
        assert_eq!(date(2024, 1, 31).add_months(1), Ok(date(2024, 2, 29)));
        assert_eq!(date(2024, 2, 29).add_years(1), Ok(date(2025, 2, 28)));
        assert_eq!(date(2024, 1, 15).add_months(-1), Ok(date(2023, 12, 15)));
        assert_eq!(date(9999, 12, 1).add_months(1), Err(DateRangeError::Arithmetic { parameter: "months" }));
    }

    #[test]
    fn weeks_follow_the_rules() {
        assert_eq!(date(2024, 3, 5).day_of_week(), 2);
        assert_eq!(date(2021, 1, 3).iso_week(), (2020, 53));
        assert_eq!(date(2024, 12, 30).iso_week(), (2025, 1));
        assert_eq!(date(2024, 3, 5).week_of_year(0, 0), 10);
        assert_eq!(date(2021, 1, 1).week_of_year(2, 1), 53);
    }
}
