//! Dates, times and lengths of time: calendar arithmetic, text and parsing, as .NET does them.
//!
//! [`DateTime`](crate::DateTime) and [`TimeSpan`](crate::TimeSpan) get their arithmetic in [`calendar`].
//! [`write_date_time`] and [`write_time_span`] take any format string; [`DateParser`] reads what
//! `DateTime.Parse` reads, [`parse_exact`] what `DateTime.ParseExact` does. The clock and the time zone are
//! arguments ([`Zone`]); nothing here looks at the process's own.

pub mod calendar;
mod exact;
mod format;
mod parse;
mod resolve;
mod time_span_format;
mod time_span_parse;
mod words;
mod zone;

pub use exact::{parse_exact, parse_exact_any};
pub use format::{
    DateFormatError, write_date_only, write_date_time, write_date_time_offset, write_time_only,
};
pub use parse::DateParser;
pub use resolve::{DateParseError, DateTimeStyles, ParsedDate};
pub use time_span_format::write_time_span;
pub use time_span_parse::{TimeSpanParseError, parse_time_span, parse_time_span_exact};
pub use zone::{Season, Zone};

/// Ticks (of 100 ns) in a millisecond.
pub const TICKS_PER_MILLISECOND: i64 = 10_000;
/// Ticks in a second.
pub const TICKS_PER_SECOND: i64 = 10_000_000;
/// Ticks in a minute.
pub const TICKS_PER_MINUTE: i64 = 60 * TICKS_PER_SECOND;
/// Ticks in an hour.
pub const TICKS_PER_HOUR: i64 = 60 * TICKS_PER_MINUTE;
/// Ticks in a day.
pub const TICKS_PER_DAY: i64 = 24 * TICKS_PER_HOUR;
