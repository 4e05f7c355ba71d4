//! The parser: one method per production, over a tokenizer with one token of lookahead. It never fails; where the
//! text is wrong it reports an error and goes on with what the tree can still hold.

mod attribute;
mod command;
mod conditional;
mod error_handling;
mod expandable_string;
mod expression;
mod function;
mod hashtable;
mod iteration;
mod member_access;
mod pipeline;
mod primary;
mod requires;
mod script_block;
mod statement;
mod type_definition;
mod type_member;
mod type_name;
mod using_statement;

use std::sync::Arc;

use crate::ast::*;
use crate::error_id::ErrorId as E;
use crate::offset_map::OffsetMap;
use crate::semantic_checks::{self, KnownTypes};
use crate::token::{Token, TokenValue};
use crate::tokenizer::{Mode, Tokenizer};
use crate::{Extent, ParsedScript, Source, TokenFlags, TokenKind as K};

/// How deep statements and expressions may nest. PowerShell stops where its stack ends, at some 4,000 parentheses;
/// this bound keeps the parser, and what walks the tree after it, within two megabytes.
const MAX_DEPTH: u32 = 600;

/// How many operands, members or pipelines may follow each other in one chain, since each nests in the next.
const MAX_CHAIN: u32 = 8_000;

/// How many tokens may be read for each byte of the text (and at least). Ordinary text needs less than three.
const FUEL_PER_BYTE: u64 = 64;
const LEAST_FUEL: u64 = 10_000;

/// Parses a whole script.
pub(crate) fn parse_script(
    source: &Arc<Source>,
    types: Option<&dyn KnownTypes>,
    save_tokens: bool,
) -> (ParsedScript, Vec<Token>) {
    let mut parser = Parser::new(source, source.text(), OffsetMap::default());
    parser.tk.saved = save_tokens.then(Vec::new);
    parser.tk.fuel = LEAST_FUEL.max(source.text().len() as u64 * FUEL_PER_BYTE);
    let mut script_block = parser.script_block(None, false, None);
    script_block.script_requirements = parser.script_requirements();
    if !parser.stopped {
        if parser.defines_types {
            semantic_checks::resolve_symbols(&script_block, types, &mut parser.tk.errors);
        }
        semantic_checks::check(&script_block, source, &mut parser.tk.errors);
    }
    let tokens = parser.tk.saved.take().unwrap_or_default();
    let errors = parser.tk.errors.into_errors();
    (ParsedScript { script_block: Arc::new(script_block), errors }, tokens)
}

/// Parses a text that is one type's name and nothing else.
pub(crate) fn parse_type_name(source: &Arc<Source>) -> Option<TypeName> {
    let mut parser = Parser::new(source, source.text(), OffsetMap::default());
    parser.tk.fuel = LEAST_FUEL.max(source.text().len() as u64 * FUEL_PER_BYTE);
    let name = parser.type_name(true)?.0;
    let is_whole = name.extent() == parser.tk.script_extent();
    (is_whole && parser.tk.errors.is_empty()).then_some(name)
}

pub(crate) struct Parser<'s> {
    tk: Tokenizer<'s>,
    source: &'s Arc<Source>,
    /// The token read ahead.
    ungot: Option<Token>,
    /// Whether a comma separates arguments instead of making an array.
    disable_comma: bool,
    depth: u32,
    /// How many `catch` bodies are around.
    catch_depth: u32,
    /// Whether a class or enum was found, so that symbols have to be resolved.
    defines_types: bool,
    /// Set when a bound was met: from then on every token is the end of the input, and errors are dropped.
    stopped: bool,
}

impl<'s> Parser<'s> {
    fn new(source: &'s Arc<Source>, text: &'s str, map: OffsetMap) -> Self {
        Self {
            tk: Tokenizer::new(text, map),
            source,
            ungot: None,
            disable_comma: false,
            depth: 0,
            catch_depth: 0,
            defines_types: false,
            stopped: false,
        }
    }

    /// Goes one level deeper, or gives up with PowerShell's error. Each success needs a [`leave`](Self::leave).
    fn enter(&mut self) -> bool {
        if self.stopped || self.depth >= MAX_DEPTH || self.tk.fuel == 0 {
            self.stop();
            return false;
        }
        self.depth += 1;
        true
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Counts one more link of a chain, or gives up.
    fn link(&mut self, count: &mut u32) -> bool {
        *count += 1;
        if *count > MAX_CHAIN || self.tk.fuel == 0 {
            self.stop();
        }
        !self.stopped
    }

    fn stop(&mut self) {
        if !self.stopped {
            let extent = self.tk.current_extent();
            self.tk.report(extent, E::ScriptTooComplicated, &[]);
            self.stopped = true;
        }
    }

    // Tokens.

    fn next(&mut self) -> Token {
        match self.ungot.take() {
            Some(token) if !self.stopped => token,
            _ => self.read(),
        }
    }

    fn read(&mut self) -> Token {
        if self.stopped {
            let end = self.tk.script_extent().end + 1;
            return Token {
                kind: K::EndOfInput,
                flags: K::EndOfInput.traits(),
                extent: Extent::empty_at(end),
                value: TokenValue::None,
                nested_tokens: Vec::new(),
                local_start: self.tk.text().len() as u32,
            };
        }
        self.tk.next_token()
    }

    fn peek(&mut self) -> &Token {
        if self.ungot.is_none() || self.stopped {
            self.ungot = Some(self.read());
        }
        self.ungot.as_ref().expect("a token was just put there")
    }

    fn peek_kind(&mut self) -> K {
        self.peek().kind
    }

    fn skip_token(&mut self) {
        self.ungot = None;
    }

    fn unget(&mut self, token: Token) {
        self.ungot = Some(token);
    }

    /// The next token if it is of `kind`.
    fn take_if(&mut self, kind: K) -> Option<Token> {
        (self.peek_kind() == kind).then(|| self.next())
    }

    fn skip_newlines(&mut self) {
        if self.ungot.as_ref().is_none_or(|token| token.kind == K::NewLine) {
            self.ungot = None;
            self.tk.skip_newlines(false);
        }
    }

    fn skip_newlines_and_semicolons(&mut self) {
        if self.ungot.as_ref().is_none_or(|token| matches!(token.kind, K::NewLine | K::Semi)) {
            self.ungot = None;
            self.tk.skip_newlines(true);
        }
    }

    fn next_member_access(&mut self, allow_bracket: bool) -> Option<Token> {
        // a token read ahead means that an error was met
        if self.ungot.is_some() || self.stopped {
            None
        } else {
            self.tk.member_access_operator(allow_bracket)
        }
    }

    fn next_left_bracket(&mut self) -> Option<Token> {
        if self.stopped {
            return None;
        }
        match &self.ungot {
            Some(token) if token.kind == K::LBracket => self.ungot.take(),
            Some(_) => None,
            None => self.tk.left_bracket(),
        }
    }

    fn resync(&mut self, restore_point: u32) {
        self.ungot = None;
        self.tk.resync(restore_point);
    }

    fn resync_token(&mut self, token: &Token) {
        self.resync(token.local_start);
    }

    fn set_mode(&mut self, mode: Mode) {
        if mode != self.tk.mode
            && let Some(token) = &self.ungot
            && !token.kind.has_trait(TokenFlags::PARSE_MODE_INVARIANT)
        {
            let start = token.local_start;
            self.resync(start);
        }
        self.tk.mode = mode;
    }

    /// Runs `rule` in another mode and goes back to the present one.
    fn in_mode<T>(&mut self, mode: Mode, rule: impl FnOnce(&mut Self) -> T) -> T {
        let old = self.tk.mode;
        self.set_mode(mode);
        let result = rule(self);
        self.set_mode(old);
        result
    }

    /// Runs `rule` with the comma as operator or separator and restores what it was.
    fn with_comma_disabled<T>(&mut self, disabled: bool, rule: impl FnOnce(&mut Self) -> T) -> T {
        let old = std::mem::replace(&mut self.disable_comma, disabled);
        let result = rule(self);
        self.disable_comma = old;
        result
    }

    /// Whether the next token begins with a letter, which no expression does.
    fn word_follows(&self) -> bool {
        let start = match &self.ungot {
            Some(token) => token.local_start as usize,
            None => {
                let rest = &self.tk.text().as_bytes()[self.tk.restore_point() as usize..];
                let spaces = rest.iter().take_while(|&&byte| byte == b' ' || byte == b'\t').count();
                self.tk.restore_point() as usize + spaces
            }
        };
        self.tk.text().as_bytes().get(start).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_')
    }

    /// Goes on to one of `sync` outside of brackets; a closing bracket among them may be left there.
    fn sync_on_error(&mut self, consume_closing: bool, sync: &[K]) {
        let mut parens = i32::from(sync.contains(&K::RParen));
        let mut curlies = i32::from(sync.contains(&K::RCurly));
        let mut brackets = i32::from(sync.contains(&K::RBracket));
        loop {
            let token = self.next();
            let count = match token.kind {
                K::LParen | K::RParen => &mut parens,
                K::LCurly | K::RCurly => &mut curlies,
                K::LBracket | K::RBracket => &mut brackets,
                K::EndOfInput => {
                    self.unget(token);
                    return;
                }
                _ => &mut 0,
            };
            match token.kind {
                K::LParen | K::LCurly | K::LBracket => *count += 1,
                K::RParen | K::RCurly | K::RBracket => {
                    *count -= 1;
                    if *count == 0 && sync.contains(&token.kind) {
                        if !consume_closing {
                            self.unget(token);
                        }
                        return;
                    }
                }
                _ => {}
            }
            if sync.contains(&token.kind) && parens == 0 && curlies == 0 && brackets == 0 {
                return;
            }
        }
    }

    // Extents and texts.

    fn slice(&self, extent: Extent) -> &'s str {
        self.source.slice(extent)
    }

    fn text_of(&self, token: &Token) -> &'s str {
        self.source.slice(token.extent)
    }

    /// The empty extent at the character before `extent`.
    fn before(&self, extent: Extent) -> Extent {
        let text = self.source.text();
        let mut offset = (extent.start as usize).saturating_sub(1).min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        Extent::empty_at(offset as u32)
    }

    // Errors.

    fn report(&mut self, extent: Extent, id: E, arguments: &[&str]) {
        if !self.stopped {
            self.tk.report(extent, id, arguments);
        }
    }

    fn report_incomplete(&mut self, extent: Extent, id: E, arguments: &[&str]) -> bool {
        !self.stopped && self.tk.report_incomplete(extent, id, arguments)
    }

    fn report_incomplete_at(&mut self, extent: Extent, detected: Extent, id: E, arguments: &[&str]) -> bool {
        !self.stopped && self.tk.report_incomplete_at(extent, detected, id, arguments)
    }
}

/// The empty extent after `extent`.
fn after(extent: Extent) -> Extent {
    Extent::empty_at(extent.end)
}

/// An error statement with nothing in it.
fn error_statement(extent: Extent) -> Statement {
    ErrorStatementAst { extent, keyword: None, conditions: vec![], bodies: vec![], nested: vec![] }.into()
}

/// An error expression with nothing in it.
fn error_expression(extent: Extent) -> Expression {
    ErrorExpressionAst { extent, nested: vec![] }.into()
}

/// A word as a string constant.
fn bare_word(extent: Extent, text: &str) -> StringConstantExpressionAst {
    StringConstantExpressionAst {
        extent,
        value: StringText::new(text),
        string_constant_type: StringConstantType::BareWord,
    }
}

/// Whether `name` abbreviates `parameter`.
fn abbreviates(name: &str, parameter: &str) -> bool {
    parameter.as_bytes().get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
}
