//! The session's clock and time zone.

use pwsh_value::text::date::{TICKS_PER_SECOND, Zone};
use pwsh_value::{Context, DateTime, DateTimeKind};
use std::time::{SystemTime, UNIX_EPOCH};

/// The ticks of 1970-01-01.
pub const UNIX_EPOCH_TICKS: i64 = 621_355_968_000_000_000;

/// The time zone that the session's `TZ` names, or the machine's.
pub fn zone(cx: &dyn Context) -> Zone {
    Zone::of_variable(cx.process().env("TZ").and_then(|tz| tz.into_string().ok()).as_deref())
}

/// Now, in UTC.
pub fn utc_now() -> DateTime {
    from_system(SystemTime::now())
}

/// Now, in the session's local time.
pub fn now(cx: &dyn Context) -> DateTime {
    zone(cx).to_local(utc_now())
}

/// A time of the operating system, in UTC; times out of .NET's range are cut to it.
pub fn from_system(time: SystemTime) -> DateTime {
    let ticks = match time.duration_since(UNIX_EPOCH) {
        Ok(after) => (after.as_nanos() / 100) as i64,
        Err(before) => -((before.duration().as_nanos() / 100) as i64),
    };
    let ticks = UNIX_EPOCH_TICKS.saturating_add(ticks).clamp(0, DateTime::MAX_TICKS);
    DateTime::new(ticks, DateTimeKind::Utc).expect("the ticks were cut to their range")
}

/// A UTC time for the operating system.
pub fn to_system(utc: DateTime) -> SystemTime {
    let ticks = utc.ticks() - UNIX_EPOCH_TICKS;
    let length = |ticks: u64| {
        let (seconds, rest) = (ticks / TICKS_PER_SECOND as u64, ticks % TICKS_PER_SECOND as u64);
        std::time::Duration::new(seconds, rest as u32 * 100)
    };
    if ticks >= 0 { UNIX_EPOCH + length(ticks as u64) } else { UNIX_EPOCH - length(ticks.unsigned_abs()) }
}
