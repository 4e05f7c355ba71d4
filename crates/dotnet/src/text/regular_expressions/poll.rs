//! How a regular expression's search asks the runtime whether it may go on.

use dotnet_regex::{Interrupt, MatchError, Poll};
use pwsh_value::{Context, Error};
use std::cell::RefCell;
use std::time::{Duration, Instant};

/// Polls the runtime, and ends the search when `MatchTimeout` is over.
pub struct ContextPoll<'a> {
    cx: RefCell<&'a mut dyn Context>,
    until: Option<Instant>,
    stopped: RefCell<Option<Error>>,
}

impl<'a> ContextPoll<'a> {
    /// A poll whose time ends after `timeout` ticks.
    pub fn new(cx: &'a mut dyn Context, timeout: Option<i64>) -> ContextPoll<'a> {
        let length = |ticks: i64| Duration::from_nanos(ticks.unsigned_abs().saturating_mul(100));
        let until = timeout.and_then(|ticks| Instant::now().checked_add(length(ticks)));
        ContextPoll { cx: RefCell::new(cx), until, stopped: RefCell::new(None) }
    }
}

impl Poll for ContextPoll<'_> {
    fn poll(&self) -> Result<(), Interrupt> {
        if let Err(error) = self.cx.borrow_mut().poll() {
            *self.stopped.borrow_mut() = Some(error);
            return Err(Interrupt::Stopped);
        }
        if self.until.is_some_and(|until| Instant::now() >= until) {
            return Err(Interrupt::TimedOut);
        }
        Ok(())
    }
}

/// What the search's caller throws for an end that was not the search's own.
pub fn match_error(error: MatchError, poll: ContextPoll<'_>) -> Error {
    if let Some(stopped) = poll.stopped.into_inner() {
        return stopped;
    }
    match error {
        MatchError::Interrupted(_) => Error::new(
            "System.Text.RegularExpressions.RegexMatchTimeoutException",
            "The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many reasons, including very large inputs or excessive backtracking caused by nested quantifiers, back-references and other factors.",
        ),
        MatchError::BacktrackLimit => Error::new(
            "System.OutOfMemoryException",
            "Insufficient memory to continue the execution of the program.",
        ),
    }
}
