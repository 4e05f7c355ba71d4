//! Turns text into tokens. What a character means depends on the [`Mode`], which the parser sets; a token read
//! in one mode is read again in another where that matters.

mod comment;
mod generic;
mod here_string;
mod member_access;
mod number;
mod quoted_string;
mod scan;
mod text_builder;
mod variable;

use crate::char_traits::*;
use crate::error_id::ErrorId;
use crate::error_list::ErrorList;
use crate::offset_map::OffsetMap;
use crate::token::{Token, TokenValue};
use crate::{Extent, TokenFlags, TokenKind};

pub(crate) use number::number_of_text;
use text_builder::TextBuilder;

/// What a word means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mode {
    /// Words are commands and arguments.
    Command,
    /// Words are names; operators are apart from their operands.
    Expression,
    /// Names of types.
    TypeName,
    /// The head and members of a class.
    Signature,
}

/// The tokenizer over one text, which is the whole source or a subexpression of a string.
pub(crate) struct Tokenizer<'s> {
    text: &'s str,
    pos: usize,
    token_start: usize,
    map: OffsetMap,
    /// How words are read.
    pub mode: Mode,
    /// Whether `-1` is a number rather than an operator and a number.
    pub allow_signed_numbers: bool,
    /// Whether `?` and `:` end a number.
    pub force_end_number_on_ternary: bool,
    /// Whether a name ends where an identifier ends, even in a command.
    pub want_simple_name: bool,
    /// The tokens read, where they are wanted.
    pub saved: Option<Vec<Token>>,
    /// The `#requires` comments, without their `#`.
    pub requires: Vec<Extent>,
    /// The last comment that looks like the beginning of a signature.
    pub begin_signature: Option<Extent>,
    /// The errors so far.
    pub errors: ErrorList,
    /// How many tokens may still be read: backtracking over hostile input is exponential without a bound.
    pub fuel: u64,
}

impl<'s> Tokenizer<'s> {
    /// A tokenizer over `text`, whose offsets `map` turns into those of the source.
    pub fn new(text: &'s str, map: OffsetMap) -> Self {
        Self {
            text,
            pos: 0,
            token_start: 0,
            map,
            mode: Mode::Command,
            allow_signed_numbers: false,
            force_end_number_on_ternary: false,
            want_simple_name: false,
            saved: None,
            requires: Vec::new(),
            begin_signature: None,
            errors: ErrorList::default(),
            fuel: u64::MAX,
        }
    }

    /// The text being scanned.
    pub fn text(&self) -> &'s str {
        self.text
    }

    /// The map from this text to the source.
    pub fn map(&self) -> &OffsetMap {
        &self.map
    }

    /// The extent of the whole text.
    pub fn script_extent(&self) -> Extent {
        self.map.extent(0, self.text.len() as u32)
    }

    /// The extent from the start of the token being read to the current place.
    pub fn current_extent(&self) -> Extent {
        self.extent_of(self.token_start, self.pos)
    }

    /// A place to come back to by [`resync`](Self::resync).
    pub fn restore_point(&self) -> u32 {
        self.pos as u32
    }

    /// Goes back (or on) to a place of this text; tokens saved after it are forgotten.
    pub fn resync(&mut self, local: u32) {
        self.pos = (local as usize).min(self.text.len());
        let start = self.map.map(self.pos as u32);
        if let Some(saved) = &mut self.saved {
            while saved.last().is_some_and(|token| token.extent.end > start) {
                saved.pop();
            }
        }
        while self.requires.last().is_some_and(|extent| extent.end > start) {
            self.requires.pop();
        }
    }

    /// Reports an error at `extent`.
    pub fn report(&mut self, extent: Extent, id: ErrorId, arguments: &[&str]) {
        self.errors.add(extent, id, arguments, false);
    }

    /// Reports an error at `extent` that is one of unfinished input if the text ends there. Tells whether it is.
    pub fn report_incomplete(&mut self, extent: Extent, id: ErrorId, arguments: &[&str]) -> bool {
        self.report_incomplete_at(extent, extent, id, arguments)
    }

    /// As [`report_incomplete`](Self::report_incomplete), for an error that was found at another place.
    pub fn report_incomplete_at(
        &mut self,
        extent: Extent,
        detected: Extent,
        id: ErrorId,
        arguments: &[&str],
    ) -> bool {
        let incomplete = self.is_at_end_of_script(detected);
        self.errors.add(extent, id, arguments, incomplete);
        incomplete
    }

    /// Reports an error at the character at `local`.
    fn report_at(&mut self, local: usize, id: ErrorId, arguments: &[&str]) {
        let len = self.text[local..].chars().next().map_or(1, char::len_utf8);
        let start = self.map.map(local as u32);
        self.report(Extent::new(start, start + len as u32), id, arguments);
    }

    fn extent_of(&self, start: usize, end: usize) -> Extent {
        self.map.extent(start as u32, end as u32)
    }

    /// Whether nothing but white space and comments follows `extent`. Inside a string the length of the nested
    /// text is compared with the place in the source, as PowerShell does.
    fn is_at_end_of_script(&self, extent: Extent) -> bool {
        let bytes = self.text.as_bytes();
        let mut index = extent.end as usize;
        while index < bytes.len() {
            match bytes[index] {
                b'#' => index = self.end_of_line(index),
                b'<' if bytes.get(index + 1) == Some(&b'#') => index = self.end_of_block_comment(index + 2),
                byte if byte.is_ascii() => {
                    if !is_whitespace(byte as char) {
                        return false;
                    }
                    index += 1;
                }
                _ => match self.text.get(index..).and_then(|rest| rest.chars().next()) {
                    Some(c) if is_whitespace(c) => index += c.len_utf8(),
                    _ => return false,
                },
            }
        }
        true
    }

    /// Whether the line after the line end at `extent` begins with a pipe, so that the pipeline goes on there.
    /// Lines with nothing but a comment may lie between, empty lines may not.
    pub fn is_pipe_continuation(&self, newline: &Token) -> bool {
        let bytes = self.text.as_bytes();
        let mut index = newline.local_start as usize;
        index += if bytes[index..].starts_with(b"\r\n") { 2 } else { 1 };
        let mut line_is_empty = true;
        while index < bytes.len() {
            match bytes[index] {
                b'\r' | b'\n' => {
                    if line_is_empty {
                        return false;
                    }
                    line_is_empty = true;
                    index += if bytes[index..].starts_with(b"\r\n") { 2 } else { 1 };
                }
                b'#' => {
                    line_is_empty = false;
                    index = self.end_of_line(index);
                }
                b'<' if bytes.get(index + 1) == Some(&b'#') => {
                    line_is_empty = false;
                    index = self.end_of_block_comment(index + 2);
                }
                byte if byte.is_ascii() => {
                    if !is_whitespace(byte as char) {
                        return byte == b'|';
                    }
                    index += 1;
                }
                _ => match self.text[index..].chars().next() {
                    Some(c) if is_whitespace(c) => index += c.len_utf8(),
                    _ => return false,
                },
            }
        }
        false
    }

    fn end_of_line(&self, from: usize) -> usize {
        let rest = &self.text.as_bytes()[from..];
        from + rest.iter().position(|&byte| byte == b'\r' || byte == b'\n').unwrap_or(rest.len())
    }

    fn end_of_block_comment(&self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let rest = &bytes[from.min(bytes.len())..];
        rest.windows(2).position(|pair| pair == b"#>").map_or(bytes.len(), |index| from + index + 2)
    }

    // The reading of characters. `None` is the end of the text.

    fn next_char(&mut self) -> Option<char> {
        let c = self.peek_char();
        if let Some(c) = c {
            self.pos += c.len_utf8();
        }
        c
    }

    fn peek_char(&self) -> Option<char> {
        let &byte = self.text.as_bytes().get(self.pos)?;
        if byte.is_ascii() { Some(byte as char) } else { self.text[self.pos..].chars().next() }
    }

    fn peek_is(&self, test: impl Fn(char) -> bool) -> bool {
        self.peek_char().is_some_and(test)
    }

    fn skip_if(&mut self, expected: char) -> bool {
        let found = self.peek_char() == Some(expected);
        if found {
            self.pos += expected.len_utf8();
        }
        found
    }

    fn skip_whitespace(&mut self) {
        while let Some(c) = self.peek_char().filter(|&c| is_whitespace(c)) {
            self.pos += c.len_utf8();
        }
    }

    /// After a CR: takes the LF of the same line end.
    fn skip_lf_of_crlf(&mut self, c: char) {
        if c == '\r' {
            self.skip_if('\n');
        }
    }

    fn in_command_mode(&self) -> bool {
        self.mode == Mode::Command
    }

    fn in_expression_mode(&self) -> bool {
        self.mode == Mode::Expression
    }

    // The making of tokens.

    fn token(&mut self, kind: TokenKind) -> Token {
        self.token_with(kind, TokenFlags::NONE, TokenValue::None)
    }

    fn token_with(&mut self, kind: TokenKind, flags: TokenFlags, value: TokenValue) -> Token {
        self.fuel = self.fuel.saturating_sub(1);
        let token = Token {
            kind,
            flags: kind.traits().with(flags),
            extent: self.current_extent(),
            value,
            nested_tokens: Vec::new(),
            local_start: self.token_start as u32,
        };
        if let Some(saved) = &mut self.saved {
            saved.push(token.clone());
        }
        token
    }

    /// Saves a token that the parser does not see.
    fn save(&mut self, kind: TokenKind) {
        if self.saved.is_some() {
            self.token(kind);
        }
    }

    /// Adds and takes flags of the last saved token at `extent`, to tell what its place in the grammar made it.
    pub fn mark(&mut self, extent: Extent, add: TokenFlags, remove: TokenFlags) {
        if let Some(token) = self.saved_at(extent) {
            token.flags = token.flags.with(add).without(remove);
        }
    }

    /// Makes the saved token at `extent` a word of a command, unless it is a plain name.
    pub fn mark_command_argument(&mut self, extent: Extent) {
        if let Some(token) = self.saved_at(extent)
            && token.kind != TokenKind::Identifier
        {
            token.kind = TokenKind::Generic;
        }
    }

    /// Gives the saved string at `extent` the tokens inside it.
    pub fn set_nested_tokens(&mut self, extent: Extent, nested: Vec<Token>) {
        if let Some(token) = self.saved_at(extent) {
            token.nested_tokens = nested;
        }
    }

    fn saved_at(&mut self, extent: Extent) -> Option<&mut Token> {
        self.saved.as_mut()?.iter_mut().rev().take(8).find(|token| token.extent == extent)
    }
}
