//! The next token, by its first character.

use super::*;
use crate::ast::RedirectionStream;

impl Tokenizer<'_> {
    /// The next token. At the end of the text it is `EndOfInput`, any number of times.
    pub fn next_token(&mut self) -> Token {
        loop {
            self.token_start = self.pos;
            let Some(c) = self.next_char() else { return self.end_of_input() };
            match c {
                ' ' | '\t' | '\u{B}' | '\u{C}' => self.skip_whitespace(),
                '#' => self.scan_line_comment(),
                '<' if self.peek_char() == Some('#') => {
                    self.next_char();
                    self.scan_block_comment();
                }
                '`' => match self.next_char() {
                    Some(c @ ('\r' | '\n')) => {
                        self.skip_lf_of_crlf(c);
                        self.save(TokenKind::LineContinuation);
                    }
                    Some(c) if c.is_whitespace() => self.skip_whitespace(),
                    Some(c) => {
                        let mut text = TextBuilder::default();
                        text.push_escaped(self.escaped(c));
                        return self.scan_generic_token(text);
                    }
                    None => {
                        let end = self.map.map(self.pos as u32) + 1;
                        self.report_incomplete(Extent::new(end, end), ErrorId::IncompleteString, &[]);
                    }
                },
                c if c > '\u{7F}' && is_whitespace(c) => self.skip_whitespace(),
                c => return self.scan_token(c),
            }
        }
    }

    fn end_of_input(&mut self) -> Token {
        // PowerShell puts the end of the input one past the text, and errors point there
        let end = self.map.map(self.text.len() as u32) + 1;
        let mut token = self.token(TokenKind::EndOfInput);
        token.extent = Extent::new(end, end);
        if let Some(saved) = self.saved.as_mut().and_then(|saved| saved.last_mut()) {
            saved.extent = token.extent;
        }
        token
    }

    fn scan_token(&mut self, c: char) -> Token {
        match c {
            'a'..='z' | 'A'..='Z' | '_' => self.scan_identifier(),
            '$' => {
                if self.skip_if('(') {
                    self.token(TokenKind::DollarParen)
                } else {
                    self.scan_variable(false)
                }
            }
            '(' => self.token(TokenKind::LParen),
            ')' => self.token(TokenKind::RParen),
            '{' => self.token(TokenKind::LCurly),
            '}' => self.token(TokenKind::RCurly),
            ';' => self.token(TokenKind::Semi),
            ',' => self.token(TokenKind::Comma),
            ']' => self.token(TokenKind::RBracket),
            '[' => {
                if self.in_command_mode() && !force_start_new_token(self.peek_char()) {
                    self.scan_generic_from('[')
                } else {
                    self.token(TokenKind::LBracket)
                }
            }
            '\n' | '\r' => {
                self.skip_lf_of_crlf(c);
                self.token(TokenKind::NewLine)
            }
            '0' | '7'..='9' => self.scan_number(c),
            '1'..='6' => self.scan_number_or_redirection(c),
            '.' => self.scan_dot(),
            '=' => self.operator_or_word(TokenKind::Equals),
            '+' => self.scan_plus(),
            '*' => self.scan_star(),
            '/' => self.with_equals(TokenKind::DivideEquals, TokenKind::Divide),
            '%' => self.with_equals(TokenKind::RemainderEquals, TokenKind::Rem),
            '>' => {
                let append = self.skip_if('>');
                self.file_redirection(RedirectionStream::Output, append)
            }
            '<' => self.token_with(TokenKind::RedirectInStd, TokenFlags::NONE, TokenValue::InputRedirection),
            '&' => {
                let kind = if self.skip_if('&') { TokenKind::AndAnd } else { TokenKind::Ampersand };
                self.token(kind)
            }
            '|' => {
                let kind = if self.skip_if('|') { TokenKind::OrOr } else { TokenKind::Pipe };
                self.token(kind)
            }
            '!' => self.scan_exclaim(),
            ':' => self.scan_colon(),
            '?' if self.in_expression_mode() => {
                let kind = if !self.skip_if('?') {
                    TokenKind::QuestionMark
                } else if self.skip_if('=') {
                    TokenKind::QuestionQuestionEquals
                } else {
                    TokenKind::QuestionQuestion
                };
                self.token(kind)
            }
            '@' => self.scan_at(),
            c if is_single_quote(c) => self.scan_string_literal_token(),
            c if is_double_quote(c) => self.scan_string_expandable_token(),
            c if is_dash(c) => self.scan_dash(c),
            c if is_letter(c) => self.scan_identifier(),
            c => self.scan_generic_from(c),
        }
    }

    /// An operator; in a command only where a word ends behind it, else the beginning of a word.
    fn operator_or_word(&mut self, kind: TokenKind) -> Token {
        if self.in_command_mode() && !force_start_new_token(self.peek_char()) {
            let text = TextBuilder::from_text(&self.text[self.token_start..self.pos]);
            return self.scan_generic_token(text);
        }
        self.token(kind)
    }

    fn with_equals(&mut self, assignment: TokenKind, plain: TokenKind) -> Token {
        let kind = if self.skip_if('=') { assignment } else { plain };
        self.operator_or_word(kind)
    }

    fn scan_plus(&mut self) -> Token {
        if self.skip_if('+') {
            return self.operator_or_word(TokenKind::PlusPlus);
        }
        if self.skip_if('=') {
            return self.operator_or_word(TokenKind::PlusEquals);
        }
        if self.signed_number_follows() {
            return self.scan_number('+');
        }
        self.operator_or_word(TokenKind::Plus)
    }

    fn signed_number_follows(&self) -> bool {
        self.allow_signed_numbers && self.peek_is(|c| c.is_ascii_digit() || c == '.')
    }

    fn scan_dash(&mut self, dash: char) -> Token {
        if let Some(c) = self.peek_char().filter(|&c| is_dash(c)) {
            self.pos += c.len_utf8();
            return self.operator_or_word(TokenKind::MinusMinus);
        }
        if self.skip_if('=') {
            return self.operator_or_word(TokenKind::MinusEquals);
        }
        if self.peek_is(|c| is_letter(c) || c == '_' || c == '?') {
            return self.scan_parameter();
        }
        if self.signed_number_follows() {
            return self.scan_number(dash);
        }
        self.operator_or_word(TokenKind::Minus)
    }

    fn scan_star(&mut self) -> Token {
        if self.skip_if('=') {
            return self.operator_or_word(TokenKind::MultiplyEquals);
        }
        if self.skip_if('>') {
            if self.skip_if('>') {
                return self.file_redirection(RedirectionStream::All, true);
            }
            if self.text[self.pos..].starts_with("&1") {
                self.pos += 2;
                return self.merging_redirection(RedirectionStream::All, RedirectionStream::Output);
            }
            return self.file_redirection(RedirectionStream::All, false);
        }
        self.operator_or_word(TokenKind::Multiply)
    }

    fn scan_number_or_redirection(&mut self, digit: char) -> Token {
        if self.peek_char() != Some('>') {
            return self.scan_number(digit);
        }
        let from = stream_of(digit);
        if self.in_expression_mode()
            && !self.text[self.pos..].starts_with(">&1")
            && !self.text[self.pos..].starts_with(">&2")
        {
            // in an expression the digit is an operand, and the redirection follows it
            let value = crate::ast::ConstantValue::Int32(digit as i32 - '0' as i32);
            return self.token_with(TokenKind::Number, TokenFlags::NONE, TokenValue::Number(Some(value)));
        }
        self.pos += 1;
        if self.skip_if('>') {
            return self.file_redirection(from, true);
        }
        for to in ['1', '2'] {
            let rest = &self.text.as_bytes()[self.pos..];
            if rest.first() == Some(&b'&') && rest.get(1) == Some(&(to as u8)) {
                self.pos += 2;
                return self.merging_redirection(from, stream_of(to));
            }
        }
        self.file_redirection(from, false)
    }

    fn file_redirection(&mut self, from: RedirectionStream, append: bool) -> Token {
        let value = TokenValue::FileRedirection { from, append };
        self.token_with(TokenKind::Redirection, TokenFlags::NONE, value)
    }

    fn merging_redirection(&mut self, from: RedirectionStream, to: RedirectionStream) -> Token {
        let value = TokenValue::MergingRedirection { from, to };
        self.token_with(TokenKind::Redirection, TokenFlags::NONE, value)
    }

    fn scan_exclaim(&mut self) -> Token {
        let next = self.peek_char();
        let is_word = (self.in_command_mode() && !force_start_new_token(next))
            || (self.in_expression_mode() && next.is_some_and(is_identifier_start));
        if is_word {
            return self.scan_generic_from('!');
        }
        if self.in_expression_mode() && next.is_some_and(|c| c.is_ascii_digit() || c == '.') {
            // `!1` negates a number, `!1a` is a word
            let start = self.pos;
            let first = self.next_char().unwrap_or('\0');
            let is_number = self.scan_number_parts(first).is_some();
            self.pos = start;
            if !is_number {
                return self.scan_generic_from('!');
            }
        }
        self.token(TokenKind::Exclaim)
    }

    fn scan_colon(&mut self) -> Token {
        if self.skip_if(':') {
            if self.in_command_mode() && !self.want_simple_name && !force_start_new_token(self.peek_char()) {
                return self.scan_generic_token(TextBuilder::from_text("::"));
            }
            return self.token(TokenKind::ColonColon);
        }
        if self.in_command_mode() { self.scan_label() } else { self.token(TokenKind::Colon) }
    }

    fn scan_at(&mut self) -> Token {
        match self.peek_char() {
            Some('{') => {
                self.pos += 1;
                self.token(TokenKind::AtCurly)
            }
            Some('(') => {
                self.pos += 1;
                self.token(TokenKind::AtParen)
            }
            Some(c) if is_single_quote(c) => {
                self.next_char();
                self.scan_here_string_literal()
            }
            Some(c) if is_double_quote(c) => {
                self.next_char();
                self.scan_here_string_expandable()
            }
            Some(c) if is_variable_start(c) => self.scan_variable(true),
            _ => {
                self.report_at(self.pos - 1, ErrorId::UnrecognizedToken, &[]);
                self.token(TokenKind::Unknown)
            }
        }
    }

    /// Goes over line ends, white space and comments, and over semicolons too where `skip_semis`.
    pub fn skip_newlines(&mut self, skip_semis: bool) {
        loop {
            self.token_start = self.pos;
            match self.next_char() {
                Some(c @ ('\r' | '\n')) => {
                    self.skip_lf_of_crlf(c);
                    self.save(TokenKind::NewLine);
                }
                Some(';') if skip_semis => self.save(TokenKind::Semi),
                Some('#') => self.scan_line_comment(),
                Some('<') if self.peek_char() == Some('#') => {
                    self.pos += 1;
                    self.scan_block_comment();
                }
                Some('`') if self.peek_is(char::is_whitespace) => match self.next_char() {
                    Some(c @ ('\r' | '\n')) => {
                        self.skip_lf_of_crlf(c);
                        self.save(TokenKind::LineContinuation);
                    }
                    _ => self.skip_whitespace(),
                },
                Some(c) if is_whitespace(c) => self.skip_whitespace(),
                _ => {
                    self.pos = self.token_start;
                    return;
                }
            }
        }
    }
}

fn stream_of(digit: char) -> RedirectionStream {
    match digit {
        '1' => RedirectionStream::Output,
        '2' => RedirectionStream::Error,
        '3' => RedirectionStream::Warning,
        '4' => RedirectionStream::Verbose,
        '5' => RedirectionStream::Debug,
        '6' => RedirectionStream::Information,
        _ => RedirectionStream::All,
    }
}
