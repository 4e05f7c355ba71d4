//! What parsing gives: the tree and the errors found on the way.

use std::borrow::Cow;
use std::sync::Arc;

use crate::ast::ScriptBlockAst;
use crate::{Extent, Source, position_message};

/// A `ParseException` shows so many errors, and then that there are more.
const MAX_SHOWN_ERRORS: usize = 10;

/// What it shows in place of the others.
const TOO_MANY_ERRORS: &str =
    "Not all parse errors were reported.  Correct the reported errors and try again.";

/// An error of parsing (`System.Management.Automation.Language.ParseError`).
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct ParseError {
    /// What the error points at. It may be one past the text, where the end of the input is.
    pub extent: Extent,
    /// PowerShell's id: `MissingEndCurlyBrace`.
    pub error_id: &'static str,
    /// PowerShell's text.
    pub message: Cow<'static, str>,
    /// Whether more text could make the input right: a prompt would ask for another line.
    pub incomplete_input: bool,
}

impl ParseError {
    /// The position in `source`, which the error was found in, and the text (`ParseError.ToString`).
    pub fn text_with_position(&self, source: &Source) -> String {
        format!("{}\n{}", position_message(source, self.extent), self.message)
    }
}

/// A parsed script. The tree is there even where there are errors; only without errors may it run.
#[derive(Clone, Debug)]
pub struct ParsedScript {
    /// The tree.
    pub script_block: Arc<ScriptBlockAst>,
    /// The errors in the order they were found: those of the grammar, then those of the checks after it.
    pub errors: Vec<ParseError>,
}

impl ParsedScript {
    /// Whether the text is unfinished rather than wrong: PowerShell throws an `IncompleteParseException` where
    /// the first error is one of unfinished input, a `ParseException` otherwise.
    pub fn is_incomplete(&self) -> bool {
        self.errors.first().is_some_and(|error| error.incomplete_input)
    }

    /// The message of the exception that PowerShell throws for the errors: of an `IncompleteParseException` the
    /// first error's text, of a `ParseException` the first ten with their positions. Its
    /// `FullyQualifiedErrorId` is the first error's id. Empty where there are no errors.
    pub fn exception_message(&self) -> String {
        let Some(first) = self.errors.first() else { return String::new() };
        if first.incomplete_input { first.message.to_string() } else { self.text_of_all_errors() }
    }

    /// The message of a `ParseException` even where the text is unfinished, as `ScriptBlock.Create` throws it.
    pub fn text_of_all_errors(&self) -> String {
        let source = &self.script_block.source;
        let mut texts: Vec<String> =
            self.errors.iter().take(MAX_SHOWN_ERRORS).map(|error| error.text_with_position(source)).collect();
        if self.errors.len() > MAX_SHOWN_ERRORS {
            texts.push(format!("\n{TOO_MANY_ERRORS}"));
        }
        texts.join("\n\n")
    }
}
