//! What parsing gives: the tree and the errors found on the way.

use std::borrow::Cow;
use std::sync::Arc;

use crate::Extent;
use crate::ast::ScriptBlockAst;

/// An error of parsing (`System.Management.Automation.Language.ParseError`).
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct ParseError {
    /// What the error points at.
    pub extent: Extent,
    /// PowerShell's id: `MissingEndCurlyBrace`.
    pub error_id: &'static str,
    /// PowerShell's text.
    pub message: Cow<'static, str>,
    /// Whether more text could make the input right: a prompt would ask for another line.
    pub incomplete_input: bool,
}

/// A parsed script. The tree is there even where there are errors; only without errors may it run.
#[derive(Clone, Debug)]
pub struct ParsedScript {
    /// The tree.
    pub script_block: Arc<ScriptBlockAst>,
    /// The errors in the order of their places.
    pub errors: Vec<ParseError>,
}

impl ParsedScript {
    /// Whether the text is unfinished rather than wrong: PowerShell throws an `IncompleteParseException` where
    /// the first error is one of unfinished input, a `ParseException` otherwise.
    pub fn is_incomplete(&self) -> bool {
        self.errors.first().is_some_and(|error| error.incomplete_input)
    }
}
