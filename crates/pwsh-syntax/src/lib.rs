//! The PowerShell 7.6 grammar: tokens, parser and AST with extents.
//!
//! The nodes are those of `System.Management.Automation.Language`, with the same names ([`ast`]). Parsing never
//! fails: it gives a tree and a list of errors with PowerShell's own ids and texts, and tells text that is
//! merely unfinished from text that is wrong. The crate does no I/O and knows no runtime: commands, types and
//! variables are names here.
//!
//! ```
//! use pwsh_syntax::{Source, parse_input};
//!
//! let source = Source::new("Get-Item | Where-Object { $_.Length -gt", None);
//! let parsed = parse_input(&source);
//! assert_eq!(parsed.errors[0].error_id, "ExpectedValueExpression");
//! assert!(parsed.is_incomplete());
//! ```

pub mod ast;
mod char_traits;
mod comment_help;
mod decimal_text;
mod error_id;
mod error_list;
pub mod fuzzing;
mod offset_map;
mod parse_error;
mod parser;
mod position_message;
mod semantic_checks;
mod source;
mod token;
mod token_kind;
mod tokenizer;

use std::sync::Arc;

pub use comment_help::{HelpSection, function_help, script_help};
pub use parse_error::{ParseError, ParsedScript};
pub use position_message::{brief_message, position_message};
pub use semantic_checks::{KnownTypes, RestrictedLanguage};
pub use source::{Extent, LineColumn, Source};
pub use token::{ExpandableText, Token, TokenValue};
pub use token_kind::{TokenFlags, TokenKind};

/// Parses a whole script (`Parser.ParseInput`). Types that classes name are not looked for.
pub fn parse_input(source: &Arc<Source>) -> ParsedScript {
    parser::parse_script(source, None, false).0
}

/// Parses a whole script, and reports types that its classes name and that are neither in it nor in `types`.
pub fn parse_input_with_types(source: &Arc<Source>, types: &dyn KnownTypes) -> ParsedScript {
    parser::parse_script(source, Some(types), false).0
}

/// Parses a whole script and gives its tokens too, comments and line ends included. `types`: as for
/// [`parse_input_with_types`], or none.
pub fn parse_input_with_tokens(
    source: &Arc<Source>,
    types: Option<&dyn KnownTypes>,
) -> (ParsedScript, Vec<Token>) {
    parser::parse_script(source, types, true)
}

/// The type that `text` names, without brackets around it; `None` where it is no type's name.
pub fn parse_type_name(text: &str) -> Option<ast::TypeName> {
    parser::parse_type_name(&Source::new(text.trim(), None))
}

/// The number that a string is when PowerShell needs a number of no type asked for: `-5`, `0x10`, `1kb`, `1.5d`.
/// White space around it does not count, and the empty string is 0. `None` where it is no number.
pub fn parse_number(text: &str) -> Option<ast::ConstantValue> {
    tokenizer::number_of_text(text)
}
