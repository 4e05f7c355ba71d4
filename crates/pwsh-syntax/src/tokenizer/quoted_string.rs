//! Strings in quotes, the escapes in them, and the expressions in them as far as the tokenizer reads those.

use super::text_builder::Escaped;
use super::*;
use crate::token::UnscannedSubExpression;

/// The most hexadecimal digits that `` `u{} `` takes.
const MAX_UNICODE_DIGITS: usize = 6;

/// What a wrong escape leaves in the text beside its error.
const INVALID: Escaped = Escaped::Char('\u{FFFF}');

impl Tokenizer<'_> {
    pub(super) fn scan_string_literal_token(&mut self) -> Token {
        let mut text = TextBuilder::default();
        let flags = self.scan_string_literal(&mut text);
        self.token_with(TokenKind::StringLiteral, flags, text.into_value())
    }

    /// The rest of a string in single quotes.
    pub(super) fn scan_string_literal(&mut self, text: &mut TextBuilder) -> TokenFlags {
        let quote = self.previous_char_start();
        loop {
            let plain = self.plain_run(|byte| byte == b'\'');
            text.push_str(plain);
            match self.next_char() {
                Some(c) if is_single_quote(c) => match self.peek_char().filter(|&c| is_single_quote(c)) {
                    Some(doubled) => {
                        self.next_char();
                        text.push(doubled);
                    }
                    None => return TokenFlags::NONE,
                },
                Some(c) => text.push(c),
                None => {
                    let extent = self.extent_of(quote, self.pos);
                    self.report_incomplete(extent, ErrorId::TerminatorExpectedAtEndOfString, &["'"]);
                    return TokenFlags::TOKEN_IN_ERROR;
                }
            }
        }
    }

    pub(super) fn scan_string_expandable_token(&mut self) -> Token {
        let mut text = TextBuilder::default();
        let flags = self.scan_string_expandable(&mut text);
        self.token_with(TokenKind::StringExpandable, flags, text.into_value())
    }

    /// The rest of a string in double quotes.
    pub(super) fn scan_string_expandable(&mut self, text: &mut TextBuilder) -> TokenFlags {
        let quote = self.previous_char_start();
        loop {
            let plain = self.plain_run(|byte| matches!(byte, b'"' | b'$' | b'`'));
            text.push_str(plain);
            match self.next_char() {
                Some(c) if is_double_quote(c) => match self.peek_char().filter(|&c| is_double_quote(c)) {
                    Some(doubled) => {
                        self.next_char();
                        text.push(doubled);
                    }
                    None => return TokenFlags::NONE,
                },
                Some('$') => self.scan_dollar_in_string(text, false),
                Some('`') => self.scan_escape(text),
                Some(c) => text.push(c),
                None => {
                    let extent = self.extent_of(quote, self.pos);
                    self.report_incomplete(extent, ErrorId::TerminatorExpectedAtEndOfString, &["\""]);
                    return TokenFlags::TOKEN_IN_ERROR;
                }
            }
        }
    }

    /// The characters up to one of those that `stops`, or one that is not ASCII.
    pub(super) fn plain_run(&mut self, stops: impl Fn(u8) -> bool) -> &str {
        let rest = &self.text.as_bytes()[self.pos..];
        let len = rest.iter().position(|&byte| !byte.is_ascii() || stops(byte)).unwrap_or(rest.len());
        let start = self.pos;
        self.pos += len;
        &self.text[start..start + len]
    }

    /// Where the character before the current place starts.
    pub(super) fn previous_char_start(&self) -> usize {
        self.text[..self.pos].char_indices().next_back().map_or(0, |(index, _)| index)
    }

    /// After a backtick. At the end of the text (or before a NUL) the backtick stands for itself.
    pub(super) fn scan_escape(&mut self, text: &mut TextBuilder) {
        match self.peek_char() {
            None | Some('\0') => text.push('`'),
            Some(c) => {
                self.next_char();
                text.push_escaped(self.escaped(c));
            }
        }
    }

    /// What the escape of `c`, which has been read, stands for.
    pub(super) fn escaped(&mut self, c: char) -> Escaped {
        Escaped::Char(match c {
            '0' => '\0',
            'a' => '\u{7}',
            'b' => '\u{8}',
            'e' => '\u{1B}',
            'f' => '\u{C}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\u{B}',
            'u' => return self.scan_unicode_escape(),
            c => c,
        })
    }

    fn scan_unicode_escape(&mut self) -> Escaped {
        let start = self.pos - 2;
        if !self.skip_if('{') {
            let extent = self.extent_of(start, self.pos);
            self.report(extent, ErrorId::InvalidUnicodeEscapeSequence, &[]);
            return INVALID;
        }
        let digits_start = self.pos;
        loop {
            let count = self.pos - digits_start;
            match self.peek_char() {
                Some('}') => {
                    self.pos += 1;
                    if count == 0 {
                        let extent = self.extent_of(start, self.pos);
                        self.report(extent, ErrorId::InvalidUnicodeEscapeSequence, &[]);
                        return INVALID;
                    }
                    break;
                }
                Some(c) if c.is_ascii_hexdigit() => {
                    if count == MAX_UNICODE_DIGITS {
                        self.report_at(self.pos, ErrorId::TooManyDigitsInUnicodeEscapeSequence, &[]);
                        return INVALID;
                    }
                    self.pos += 1;
                }
                _ => {
                    let id = if count < MAX_UNICODE_DIGITS {
                        ErrorId::InvalidUnicodeEscapeSequence
                    } else {
                        ErrorId::MissingUnicodeEscapeSequenceTerminator
                    };
                    self.report_at(self.pos, id, &[]);
                    return INVALID;
                }
            }
        }
        let code = u32::from_str_radix(&self.text[digits_start..self.pos - 1], 16).unwrap_or(u32::MAX);
        match char::from_u32(code) {
            Some(c) => Escaped::Char(c),
            None if code <= 0xFFFF => Escaped::Surrogate(code as u16),
            None => {
                let extent = self.extent_of(digits_start, self.pos - 1);
                self.report(extent, ErrorId::InvalidUnicodeEscapeSequenceValue, &[]);
                INVALID
            }
        }
    }

    /// After a `$` in a string or word: a variable, a subexpression or a plain dollar.
    pub(super) fn scan_dollar_in_string(&mut self, text: &mut TextBuilder, in_here_string: bool) {
        let dollar = self.pos - 1;
        match self.peek_char() {
            Some('(') => {
                self.pos += 1;
                let part = self.scan_sub_expression(dollar, in_here_string);
                text.push_sub_expression(&self.text[dollar..self.pos], part);
            }
            Some(c) if c == '{' || is_variable_start(c) => {
                let (path, braced) = self.scan_variable_in_string(dollar);
                let extent = self.extent_of(dollar, self.pos);
                text.push_variable(&self.text[dollar..self.pos], path, extent, braced);
            }
            _ => text.push('$'),
        }
    }

    /// Finds the end of a `$(` by counting parentheses, whatever they mean; its text is scanned later, with
    /// doubled quotes made single.
    fn scan_sub_expression(&mut self, start: usize, in_here_string: bool) -> UnscannedSubExpression {
        let mut depth = 1usize;
        let mut removed = Vec::new();
        let mut removed_bytes = 0;
        loop {
            self.plain_run(|byte| matches!(byte, b'(' | b')' | b'`' | b'"'));
            match self.next_char() {
                Some('(') => depth += 1,
                Some(')') => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                Some(c) if c == '`' || is_double_quote(c) => {
                    if !in_here_string && self.peek_is(is_double_quote) {
                        let local = self.pos - c.len_utf8() - start - removed_bytes;
                        removed.push((local as u32, c.len_utf8() as u32));
                        removed_bytes += c.len_utf8();
                        self.next_char();
                    }
                }
                Some(_) => {}
                None => {
                    let extent = self.extent_of(start, self.pos);
                    self.report_incomplete(extent, ErrorId::IncompleteDollarSubexpressionReference, &[]);
                    break;
                }
            }
        }
        UnscannedSubExpression { start: start as u32, end: self.pos as u32, removed }
    }
}
