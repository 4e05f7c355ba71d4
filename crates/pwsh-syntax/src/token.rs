//! A token and the value it carries.

use crate::Extent;
use crate::ast::{ConstantValue, RedirectionStream, StringText, VariablePath};
use crate::{TokenFlags, TokenKind};

/// A token (`Token` and its subclasses).
#[derive(Clone, Debug)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// The flags of its kind and those that its place in the grammar gave it.
    pub flags: TokenFlags,
    /// Where it stands. The end of the input stands one past the text, as PowerShell has it.
    pub extent: Extent,
    /// What it carries beside its text.
    pub value: TokenValue,
    /// The tokens inside an expandable string.
    pub nested_tokens: Vec<Token>,
    /// Where it starts in the text being scanned, which differs from the source inside strings.
    pub(crate) local_start: u32,
}

impl Token {
    /// Whether the token is unfinished or wrong.
    pub fn has_error(&self) -> bool {
        self.flags.intersects(TokenFlags::TOKEN_IN_ERROR)
    }
}

/// What a token carries beside its text.
#[derive(Clone, Debug, Default)]
pub enum TokenValue {
    /// Nothing.
    #[default]
    None,
    /// The value of a literal string or word, escapes undone.
    Text(StringText),
    /// An expandable string or word with at least one part to expand.
    Expandable(Box<ExpandableText>),
    /// A number; `None` where it is no valid one.
    Number(Option<ConstantValue>),
    /// A parameter.
    Parameter {
        /// The name without dash and colon.
        name: Box<str>,
        /// Whether a colon ends it, so that the argument follows.
        used_colon: bool,
    },
    /// A variable.
    Variable(Box<VariablePath>),
    /// A label without its colon.
    Label(Box<str>),
    /// `>`, `2>>`
    FileRedirection {
        /// The stream sent.
        from: RedirectionStream,
        /// Whether the file is appended to.
        append: bool,
    },
    /// `2>&1`
    MergingRedirection {
        /// The stream sent.
        from: RedirectionStream,
        /// The stream that receives.
        to: RedirectionStream,
    },
    /// `<`
    InputRedirection,
}

/// The value of an expandable string before its expressions are parsed.
#[derive(Clone, Debug)]
pub struct ExpandableText {
    /// The text with escapes undone and the nested expressions as written.
    pub value: StringText,
    pub(crate) parts: Vec<UnparsedPart>,
}

/// A piece of an expandable string before its expressions are parsed.
#[derive(Clone, Debug)]
pub(crate) enum UnparsedPart {
    Text(StringText),
    Variable { path: VariablePath, extent: Extent, braced: bool },
    SubExpression(UnscannedSubExpression),
}

/// A `$( ... )` in a string. Its text is scanned when the string is parsed.
#[derive(Clone, Debug)]
pub(crate) struct UnscannedSubExpression {
    /// Where it starts in the text being scanned.
    pub start: u32,
    /// Where it ends in the text being scanned.
    pub end: u32,
    /// Where each doubled quote was made a single one: the offset of the quote that stays, in the text after
    /// the removal, and the bytes removed there.
    pub removed: Vec<(u32, u32)>,
}
