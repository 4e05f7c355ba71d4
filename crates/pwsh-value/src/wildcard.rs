//! PowerShell's wildcards: `*`, `?`, `[a-z]` and the backtick that takes their meaning away.

use crate::error::Result;
use crate::ops::Case;
use crate::string::PsString;

/// A compiled pattern.
#[derive(Clone, Debug)]
pub struct Wildcard {}

impl Wildcard {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// `WildcardPatternException` for a `[` that is never closed or a range that runs backwards.
    pub fn new(pattern: &PsString, case: Case) -> Result<Wildcard> {
        let _ = (pattern, case);
        todo!()
    }

    /// Whether the whole of `text` matches.
    pub fn matches(&self, text: &PsString) -> bool {
        let _ = text;
        todo!()
    }
}

/// Whether `*`, `?` or `[` stands in `text` with its special meaning.
pub fn has_wildcards(text: &PsString) -> bool {
    let _ = text;
    todo!()
}

/// The pattern that matches `text` alone.
pub fn escape(text: &PsString) -> PsString {
    text.clone()
}

/// `text` without the backticks that protect wildcards.
pub fn unescape(text: &PsString) -> PsString {
    text.clone()
}
