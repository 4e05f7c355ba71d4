//! Regular expressions with .NET's syntax, meaning and error texts.
//!
//! [`Regex`] is `System.Text.RegularExpressions.Regex`: it parses as .NET 10 does (the texts of [`ParseError`] are
//! .NET's own), and matches as .NET's interpreter does, with lists of captures, balancing groups, conditionals, looks
//! of any length and both directions. [`Replacement`], [`Regex::split`], [`escape`] and [`unescape`] are the rest.
//!
//! Texts come in as WTF-8, as psjob keeps strings, but all places are counted in UTF-16 code units, and the matcher
//! sees one code unit at a time. A [`Subject`] of ASCII alone is searched without conversion.
//!
//! A search never uses the thread's stack for what it has to remember, bounds that memory ([`MAX_BACKTRACK`]), and
//! asks a [`Poll`] from time to time whether it may go on. Deviations from .NET, all on purpose:
//!
//! - After an empty turn of a lazy loop .NET's interpreter loses its place in groups around it (`(b(?:(c?))*?\2x)`
//!   captures `x` of `bx`); here the group captures `bx`.
//! - At the end of a pattern .NET gives up the alternatives inside a balancing group before it has seen that there is
//!   nothing to balance; here they are tried.
//! - `RegexOptions.NonBacktracking` and `RegexOptions.Compiled` choose no other engine; the former does not refuse
//!   patterns that .NET refuses under it.
//!
//! ```
//! use dotnet_regex::{NeverStop, Options, Regex, Subject};
//!
//! let regex = Regex::new(r"^(\w+)@(\w+)\.com$", Options::IGNORE_CASE)?;
//! let found = regex.captures_at(Subject::Ascii(b"user@example.com"), 0, &NeverStop);
//! let captures = found.ok().flatten().expect("it matches");
//! assert_eq!(captures.group(2).map(|span| (span.start, span.len)), Some((5, 7)));
//! # Ok::<(), dotnet_regex::ParseError>(())
//! ```

mod accelerator;
mod atomic_repeats;
mod captures;
mod char_class;
mod compile;
mod escape;
mod first_units;
pub mod fuzzing;
mod group_names;
mod lengths;
mod matcher;
mod matches;
mod options;
mod parse_error;
mod parser;
mod poll;
mod program;
mod regex;
mod replacement;
mod scratch;
mod search;
mod split;
mod start;
mod subject;
mod text;
mod tree;
mod wtf8;

pub use captures::Captures;
pub use escape::{escape, unescape};
pub use matches::Matches;
pub use options::{CaseBehavior, Options};
pub use parse_error::{ParseError, ParseErrorKind};
pub use poll::{Interrupt, MAX_BACKTRACK, MatchError, NeverStop, Poll};
pub use regex::Regex;
pub use replacement::Replacement;
pub use subject::{Span, Subject};
