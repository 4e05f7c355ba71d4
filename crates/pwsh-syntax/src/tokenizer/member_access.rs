//! What may follow an expression without white space: member operators, argument lists, brackets.

use super::*;

impl Tokenizer<'_> {
    /// A member operator or index bracket directly after an expression; comments may lie between.
    pub fn member_access_operator(&mut self, allow_bracket: bool) -> Option<Token> {
        while self.text[self.pos..].starts_with("<#") {
            self.token_start = self.pos;
            self.pos += 2;
            self.scan_block_comment();
        }
        self.token_start = self.pos;
        let rest = &self.text[self.pos..];
        let (len, kind) = if rest.starts_with("..") {
            return None;
        } else if rest.starts_with('.') {
            (1, TokenKind::Dot)
        } else if rest.starts_with("::") {
            (2, TokenKind::ColonColon)
        } else if rest.starts_with('[') && allow_bracket {
            (1, TokenKind::LBracket)
        } else if rest.starts_with("?.") {
            (2, TokenKind::QuestionDot)
        } else if rest.starts_with("?[") && allow_bracket {
            (2, TokenKind::QuestionLBracket)
        } else {
            return None;
        };
        // in a command `$x. ` is an argument and a word
        let member_may_be_missing = matches!(kind, TokenKind::Dot | TokenKind::ColonColon);
        if self.in_command_mode()
            && member_may_be_missing
            && rest[len..].chars().next().is_none_or(|c| is_whitespace(c) || matches!(c, '\0' | '\r' | '\n'))
        {
            return None;
        }
        self.pos += len;
        Some(self.token(kind))
    }

    /// The `(` or `{` of a method call directly after the method's name.
    pub fn invoke_member_open(&mut self) -> Option<Token> {
        let kind = match self.peek_char()? {
            '(' => TokenKind::LParen,
            '{' => TokenKind::LCurly,
            _ => return None,
        };
        self.token_start = self.pos;
        self.pos += 1;
        Some(self.token(kind))
    }

    /// A `[` that begins an attribute or type; white space and comments may lie before it. In a command it is
    /// taken alone, where a word might begin with it.
    pub fn left_bracket(&mut self) -> Option<Token> {
        let restore_point = self.pos as u32;
        let mut saw_whitespace = false;
        loop {
            self.token_start = self.pos;
            match self.next_char() {
                Some('[') => return Some(self.token(TokenKind::LBracket)),
                Some('#') => {
                    saw_whitespace = true;
                    self.scan_line_comment();
                }
                Some('<') if self.peek_char() == Some('#') => {
                    saw_whitespace = false;
                    self.pos += 1;
                    self.scan_block_comment();
                }
                Some(c) if is_whitespace(c) => {
                    saw_whitespace = true;
                    self.skip_whitespace();
                }
                Some('.' | ':') if saw_whitespace => {
                    // no member access after white space: let it be read again from there
                    self.resync(restore_point);
                    return None;
                }
                _ => {
                    self.pos = self.token_start;
                    return None;
                }
            }
        }
    }
}
