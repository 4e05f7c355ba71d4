//! `DateTime` and `TimeSpan` as .NET keeps them: 100 ns ticks, inline in a value.

/// What a [`DateTime`] counts from: `System.DateTimeKind`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum DateTimeKind {
    /// Neither: as it was written.
    Unspecified = 0,
    /// Coordinated universal time.
    Utc = 1,
    /// The session's time zone.
    Local = 2,
}

/// A point in time, as `System.DateTime`: ticks of 100 ns since 0001-01-01 and a kind, in 8 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct DateTime(u64);

impl DateTime {
    /// The ticks of 9999-12-31T23:59:59.9999999.
    pub const MAX_TICKS: i64 = 3_155_378_975_999_999_999;

    /// 0001-01-01T00:00:00, of no kind.
    pub const MIN: DateTime = DateTime(0);

    /// Makes a date from ticks; `None` outside 0 ..= [`MAX_TICKS`](Self::MAX_TICKS).
    pub fn new(ticks: i64, kind: DateTimeKind) -> Option<DateTime> {
        (0..=Self::MAX_TICKS).contains(&ticks).then_some(DateTime(ticks as u64 | (kind as u64) << 62))
    }

    /// Ticks of 100 ns since 0001-01-01T00:00:00.
    pub fn ticks(self) -> i64 {
        (self.0 & !(3 << 62)) as i64
    }

    /// The kind.
    pub fn kind(self) -> DateTimeKind {
        match self.0 >> 62 {
            1 => DateTimeKind::Utc,
            2 => DateTimeKind::Local,
            _ => DateTimeKind::Unspecified,
        }
    }
}

/// A length of time, as `System.TimeSpan`: ticks of 100 ns, negative allowed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct TimeSpan(pub i64);
