//! How a long search is ended from outside, and the errors of a search.

use std::sync::atomic::{AtomicBool, Ordering};

/// Asked every few thousand steps of a search whether it may go on.
pub trait Poll {
    /// `Ok` to go on, else why the search ends.
    fn poll(&self) -> Result<(), Interrupt>;
}

/// Why a search was ended from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interrupt {
    /// The pipeline is stopping.
    Stopped,
    /// `MatchTimeout` is over: .NET's `RegexMatchTimeoutException`.
    TimedOut,
}

/// Lets every search run to its end.
#[derive(Clone, Copy, Debug, Default)]
pub struct NeverStop;

impl Poll for NeverStop {
    fn poll(&self) -> Result<(), Interrupt> {
        Ok(())
    }
}

/// Stops the search once it is true.
impl Poll for AtomicBool {
    fn poll(&self) -> Result<(), Interrupt> {
        if self.load(Ordering::Relaxed) { Err(Interrupt::Stopped) } else { Ok(()) }
    }
}

/// Why a search has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MatchError {
    /// The [`Poll`] ended it.
    #[error("the search was ended: {0:?}")]
    Interrupted(Interrupt),
    /// It needed to remember more than [`MAX_BACKTRACK`] places to go back to, or memory for them was refused.
    #[error("the search needs more than {MAX_BACKTRACK} places to go back to")]
    BacktrackLimit,
}

impl From<Interrupt> for MatchError {
    fn from(interrupt: Interrupt) -> Self {
        Self::Interrupted(interrupt)
    }
}

/// The most places to go back to that one search may remember: 16 bytes each, so 256 MiB, enough for a group
/// repeated over a text of some five million units.
pub const MAX_BACKTRACK: usize = 16 << 20;
