//! The PowerShell 7.6 grammar: tokens, parser and AST with extents.
//!
//! The nodes are those of `System.Management.Automation.Language`, with the same names ([`ast`]). Parsing never
//! fails: it gives a tree and a list of errors with PowerShell's own ids and texts, and tells text that is
//! merely unfinished from text that is wrong. The crate does no I/O and knows no runtime: commands, types and
//! variables are names here.

pub mod ast;
mod parse_error;
mod source;

pub use parse_error::{ParseError, ParsedScript};
pub use source::{Extent, LineColumn, Source};
