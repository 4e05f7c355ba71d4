//! The patterns of a Select-String.

use dotnet_regex::{Options, Regex};
use psjob_dotnet::text::regular_expressions::{regex, regex_match};
use pwsh_runtime::Runspace;
use pwsh_value::{Category, Error, PsString, Result, Value};
use std::sync::Arc;

/// Patterns, of which one has to match.
pub struct Patterns {
    list: Vec<(PsString, Arc<Regex>)>,
    simple: bool,
}

impl Patterns {
    /// Reads patterns.
    ///
    /// # Errors
    /// `InvalidRegex`.
    pub fn new(
        rs: &mut Runspace,
        patterns: &[PsString],
        simple: bool,
        case_sensitive: bool,
    ) -> Result<Patterns> {
        let options = if case_sensitive { Options::NONE } else { Options::IGNORE_CASE };
        let mut list = Vec::with_capacity(patterns.len());
        for pattern in patterns {
            let text = if simple {
                PsString::from_wtf8(dotnet_regex::escape(pattern.as_wtf8()))
            } else {
                pattern.clone()
            };
            let compiled = regex::compile(rs, &text, options).map_err(|error| {
                let text =
                    format!("The string {pattern} is not a valid regular expression: {}", error.message());
                Error::new("System.ArgumentException", text)
                    .id("InvalidRegex")
                    .category(Category::InvalidArgument)
            })?;
            list.push((pattern.clone(), compiled));
        }
        Ok(Patterns { list, simple })
    }

    /// The first pattern, which is named where none matched.
    pub fn first(&self) -> PsString {
        self.list.first().map(|(pattern, _)| pattern.clone()).unwrap_or_default()
    }

    /// The pattern that matches a line and where it does: the first place, or all of them. A plain text has no places.
    ///
    /// # Errors
    /// What stops the pipeline.
    pub fn find(
        &self,
        rs: &mut Runspace,
        line: &PsString,
        all: bool,
    ) -> Result<Option<(PsString, Vec<Value>)>> {
        let limit = if all && !self.simple { usize::MAX } else { 1 };
        for (pattern, regex) in &self.list {
            let matches = regex_match::all(rs, regex, line, 0, None, limit)?;
            if !matches.is_empty() {
                return Ok(Some((pattern.clone(), if self.simple { Vec::new() } else { matches })));
            }
        }
        Ok(None)
    }
}
