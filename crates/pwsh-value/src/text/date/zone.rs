//! The session's time zone.

use super::{TICKS_PER_SECOND, calendar::DateRangeError};
use crate::{DateTime, DateTimeKind};
use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// The rules between local time and UTC: a session's `TZ`, or the machine's zone.
#[derive(Debug, Clone)]
pub struct Zone {
    rules: TimeZone,
}

/// Seconds from 0001-01-01 to 1970-01-01.
const UNIX_EPOCH: i64 = 62_135_596_800;

impl Zone {
    /// UTC.
    pub fn utc() -> Self {
        Self { rules: TimeZone::UTC }
    }

    /// The zone that the value of `TZ` names (an IANA name, a POSIX rule, with or without a leading `:`); the
    /// machine's where there is none, UTC where it names nothing.
    pub fn of_variable(tz: Option<&str>) -> Self {
        let rules = match tz.map(|name| name.trim_start_matches(':')) {
            None => TimeZone::try_system().unwrap_or(TimeZone::UTC),
            Some("") => TimeZone::UTC,
            Some(name) => TimeZone::get(name).or_else(|_| TimeZone::posix(name)).unwrap_or(TimeZone::UTC),
        };
        Self { rules }
    }

    /// The IANA name, `UTC` where it has none.
    pub fn id(&self) -> &str {
        self.rules.iana_name().unwrap_or("UTC")
    }

    /// Ticks to add to the UTC time `utc` (its kind is not looked at).
    pub fn offset_at_utc(&self, utc: DateTime) -> i64 {
        let seconds = utc.ticks() / TICKS_PER_SECOND - UNIX_EPOCH;
        match Timestamp::from_second(seconds) {
            Ok(instant) => ticks(self.rules.to_offset(instant)),
            Err(_) => 0,
        }
    }

    /// Ticks that the local time `local` is ahead of UTC. A time that a clock shows twice counts as standard
    /// time, one that it skips as the time before the change.
    pub fn offset_at_local(&self, local: DateTime) -> i64 {
        let fields = local.fields();
        let civil = jiff::civil::DateTime::new(
            fields.year as i16,
            fields.month as i8,
            fields.day as i8,
            fields.hour as i8,
            fields.minute as i8,
            fields.second as i8,
            0,
        );
        let Ok(civil) = civil else { return 0 };
        match self.rules.to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } => ticks(offset),
            AmbiguousOffset::Fold { before, after } => ticks(before).min(ticks(after)),
            AmbiguousOffset::Gap { before, .. } => ticks(before),
        }
    }

    /// `value` as local time: of kind Local it already is, otherwise it is taken for UTC.
    pub fn to_local(&self, value: DateTime) -> DateTime {
        if value.kind() == DateTimeKind::Local {
            return value;
        }
        shift(value, self.offset_at_utc(value), DateTimeKind::Local)
    }

    /// `value` as UTC: of kind Utc it already is, otherwise it is taken for local time.
    pub fn to_universal(&self, value: DateTime) -> DateTime {
        if value.kind() == DateTimeKind::Utc {
            return value;
        }
        shift(value, -self.offset_at_local(value), DateTimeKind::Utc)
    }

    /// A Local time from the ticks of a UTC one.
    ///
    /// # Errors
    /// [`DateRangeError::Ticks`] outside year 1 to 9999.
    pub fn local_from_utc_ticks(&self, ticks: i64) -> Result<DateTime, DateRangeError> {
        let utc = DateTime::from_ticks(ticks, DateTimeKind::Utc)?;
        Ok(self.to_local(utc))
    }
}

fn ticks(offset: Offset) -> i64 {
    i64::from(offset.seconds()) * TICKS_PER_SECOND
}

/// Stops at the ends of the calendar, as .NET does.
fn shift(value: DateTime, by: i64, kind: DateTimeKind) -> DateTime {
    let ticks = (value.ticks() + by).clamp(0, DateTime::MAX_TICKS);
    DateTime::new(ticks, kind).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date::TICKS_PER_HOUR;

    #[test]
    fn summer_time_counts_by_the_rules_of_the_zone() {
        let berlin = Zone::of_variable(Some("CET-1CEST,M3.5.0,M10.5.0/3"));
        let july = DateTime::from_date(2024, 7, 1, DateTimeKind::Unspecified).unwrap();
        let january = DateTime::from_date(2024, 1, 1, DateTimeKind::Unspecified).unwrap();
        assert_eq!(berlin.offset_at_local(july), 2 * TICKS_PER_HOUR);
        assert_eq!(berlin.offset_at_local(january), TICKS_PER_HOUR);
        assert_eq!(berlin.to_universal(january).kind(), DateTimeKind::Utc);
        assert_eq!(berlin.to_local(berlin.to_universal(july)).ticks(), july.ticks());
    }
}
