//! The primitive types of CLIXML that Rust has not ([MS-PSRP] 2.2.5.1), each with its text.

mod date_time;
mod floating;
mod progress_record;
mod time_span;
mod version;

pub use date_time::{DateTime, DateTimeKind};
pub(crate) use floating::{push_double, push_single, read_double, read_single};
pub use progress_record::ProgressRecord;
pub use time_span::TimeSpan;
pub use version::Version;

/// Text that is not of the form that its type has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, found {found:?}")]
pub struct InvalidText {
    /// The form that was expected, in words.
    pub expected: &'static str,
    /// The beginning of what was there.
    pub found: String,
}

impl InvalidText {
    /// The error for `found`, of which it keeps at most 64 characters.
    pub(crate) fn new(expected: &'static str, found: &str) -> Self {
        Self { expected, found: found.chars().take(64).collect() }
    }
}
