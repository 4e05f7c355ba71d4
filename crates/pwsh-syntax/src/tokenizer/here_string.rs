//! Here-strings: from a quote at the end of a line to a quote at the start of one.

use super::*;

impl Tokenizer<'_> {
    pub(super) fn scan_here_string_literal(&mut self) -> Token {
        self.scan_here_string(TokenKind::HereStringLiteral, is_single_quote)
    }

    pub(super) fn scan_here_string_expandable(&mut self) -> Token {
        self.scan_here_string(TokenKind::HereStringExpandable, is_double_quote)
    }

    /// After the `@` and the quote.
    fn scan_here_string(&mut self, kind: TokenKind, is_quote: fn(char) -> bool) -> Token {
        let header = self.token_start;
        let expandable = kind == TokenKind::HereStringExpandable;
        let quote = if expandable { '"' } else { '\'' };
        let mut text = TextBuilder::default();
        if !self.scan_after_header(header, quote) {
            return self.token_with(kind, TokenFlags::TOKEN_IN_ERROR, text.into_value());
        }
        let mut false_footer = None;
        if self.scan_possible_footer(is_quote, &mut text, &mut false_footer) {
            return self.token_with(kind, TokenFlags::NONE, text.into_value());
        }
        loop {
            let plain = self.plain_run(|byte| matches!(byte, b'\r' | b'\n' | b'$' | b'`'));
            text.push_str(plain);
            match self.next_char() {
                Some(c @ ('\r' | '\n')) => {
                    let before_line_end = text.len();
                    text.push(c);
                    if c == '\r' && self.skip_if('\n') {
                        text.push('\n');
                    }
                    if self.scan_possible_footer(is_quote, &mut text, &mut false_footer) {
                        text.truncate(before_line_end);
                        return self.token_with(kind, TokenFlags::NONE, text.into_value());
                    }
                }
                Some('$') if expandable => self.scan_dollar_in_string(&mut text, true),
                Some('`') if expandable => self.scan_escape(&mut text),
                Some(c) => text.push(c),
                None => break,
            }
        }
        match false_footer {
            Some(footer) => {
                let extent = self.extent_of(footer, self.pos);
                self.report_incomplete(extent, ErrorId::WhitespaceBeforeHereStringFooter, &[]);
            }
            None => {
                let extent = self.extent_of(header, self.pos);
                let terminator = format!("{quote}@");
                self.report_incomplete(extent, ErrorId::TerminatorExpectedAtEndOfString, &[&terminator]);
            }
        }
        self.token_with(kind, TokenFlags::TOKEN_IN_ERROR, text.into_value())
    }

    /// Only white space may stand between the quote and the end of its line. Where something else does, looks
    /// for the end of the string on the same line and gives up the value.
    fn scan_after_header(&mut self, header: usize, quote: char) -> bool {
        self.skip_whitespace();
        match self.peek_char() {
            Some(c @ ('\r' | '\n')) => {
                self.next_char();
                self.skip_lf_of_crlf(c);
                true
            }
            None => {
                let extent = self.extent_of(header, self.pos);
                let terminator = format!("{quote}@");
                self.report_incomplete(extent, ErrorId::TerminatorExpectedAtEndOfString, &[&terminator]);
                false
            }
            Some(_) => {
                self.report_at(self.pos, ErrorId::UnexpectedCharactersAfterHereStringHeader, &[]);
                loop {
                    match self.peek_char() {
                        None | Some('\r' | '\n') => return false,
                        Some(c) => {
                            self.next_char();
                            if c == quote && self.skip_if('@') {
                                return false;
                            }
                        }
                    }
                }
            }
        }
    }

    /// At the start of a line: takes the footer. A footer after white space does not end the string, but its
    /// place is kept for the error that follows if no other comes.
    fn scan_possible_footer(
        &mut self,
        is_quote: fn(char) -> bool,
        text: &mut TextBuilder,
        false_footer: &mut Option<usize>,
    ) -> bool {
        if self.skip_footer(is_quote) {
            return true;
        }
        let start = self.pos;
        self.skip_whitespace();
        text.push_str(&self.text[start..self.pos]);
        let footer = self.pos;
        if self.skip_footer(is_quote) {
            text.push_str(&self.text[footer..self.pos]);
            false_footer.get_or_insert(footer);
        }
        false
    }

    fn skip_footer(&mut self, is_quote: fn(char) -> bool) -> bool {
        let start = self.pos;
        if self.next_char().is_some_and(is_quote) && self.skip_if('@') {
            return true;
        }
        self.pos = start;
        false
    }
}
