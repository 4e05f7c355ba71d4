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

/// What clocks show in a part of the year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Season {
    /// Ticks ahead of UTC.
    pub offset: i64,
    /// The abbreviation (`CEST`).
    pub name: String,
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

    /// The zone of that IANA name, `None` if there is none.
    pub fn named(name: &str) -> Option<Self> {
        TimeZone::get(name).ok().map(|rules| Self { rules })
    }

    /// A zone that is always so many ticks ahead of UTC; `None` beyond a day.
    pub fn fixed(ahead: i64) -> Option<Self> {
        let seconds = i32::try_from(ahead / TICKS_PER_SECOND).ok()?;
        let offset = Offset::from_seconds(seconds).ok()?;
        Some(Self { rules: TimeZone::fixed(offset) })
    }

    /// The IANA names that the machine knows, in order.
    pub fn names() -> Vec<String> {
        let mut names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
        names.sort();
        names
    }

    /// What clocks show in the year of the UTC time `near`: standard time, and summer time if it has it.
    pub fn seasons(&self, near: DateTime) -> (Season, Option<Season>) {
        let year = near.fields().year;
        let months = (1..=12).filter_map(|month| DateTime::from_date(year, month, 1, DateTimeKind::Utc).ok());
        let all: Vec<(bool, Season)> = months.map(|month| self.season_at_utc(month)).collect();
        let find =
            |summer| all.iter().find(|(is_summer, _)| *is_summer == summer).map(|(_, season)| season.clone());
        let summer = find(true);
        (find(false).or_else(|| summer.clone()).unwrap_or_default(), summer)
    }

    /// Whether it is summer time at a UTC time, and what clocks show.
    pub fn season_at_utc(&self, utc: DateTime) -> (bool, Season) {
        let Ok(instant) = Timestamp::from_second(utc.ticks() / TICKS_PER_SECOND - UNIX_EPOCH) else {
            return Default::default();
        };
        let info = self.rules.to_offset_info(instant);
        let season = Season { offset: ticks(info.offset()), name: info.abbreviation().to_owned() };
        (info.dst().is_dst(), season)
    }

    /// How often a clock shows the local time: 0 if it skips it, 2 if it is put back over it, else 1.
    pub fn times_shown(&self, local: DateTime) -> u8 {
        match self.ambiguous_offset(local) {
            Some(AmbiguousOffset::Fold { .. }) => 2,
            Some(AmbiguousOffset::Gap { .. }) => 0,
            _ => 1,
        }
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
        let Some(offset) = self.ambiguous_offset(local) else { return 0 };
        match offset {
            AmbiguousOffset::Unambiguous { offset } => ticks(offset),
            AmbiguousOffset::Fold { before, after } => ticks(before).min(ticks(after)),
            AmbiguousOffset::Gap { before, .. } => ticks(before),
        }
    }

    /// `None` outside the years that the rules know.
    fn ambiguous_offset(&self, local: DateTime) -> Option<AmbiguousOffset> {
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
        Some(self.rules.to_ambiguous_timestamp(civil.ok()?).offset())
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
