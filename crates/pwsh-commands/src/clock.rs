//! The time and the session's time zone.

use pwsh_runtime::Runspace;
use pwsh_value::text::date::Zone;
use pwsh_value::{DateTime, DateTimeKind};
use std::time::{SystemTime, UNIX_EPOCH};

/// Ticks from 0001-01-01 to 1970-01-01.
const UNIX_EPOCH_TICKS: i64 = 621_355_968_000_000_000;

/// The time now, in UTC.
pub fn now_utc() -> DateTime {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let ticks = UNIX_EPOCH_TICKS + (since.as_nanos() / 100) as i64;
    DateTime::new(ticks, DateTimeKind::Utc).expect("the year is below 10000")
}

/// The rules of the session's local time.
pub fn zone(rs: &Runspace) -> Zone {
    let tz = rs.session.process().env("TZ").map(|tz| tz.to_string_lossy().into_owned());
    Zone::of_variable(tz.as_deref())
}

/// The time now, local.
pub fn now_local(rs: &Runspace) -> DateTime {
    zone(rs).to_local(now_utc())
}
