//! Variables, parameters (and the operators that look like them) and labels.

use super::*;
use crate::ast::VariablePath;

/// How the scan of a variable's name ended.
enum NameScan {
    Name(String),
    /// In a command the name runs into other characters: all is one word.
    Word,
}

impl Tokenizer<'_> {
    /// After `$` or `@`.
    pub(super) fn scan_variable(&mut self, splatted: bool) -> Token {
        let kind = if splatted { TokenKind::SplattedVariable } else { TokenKind::Variable };
        if self.peek_char() == Some('{') {
            let name = self.scan_braced_name(false);
            if self.in_command_mode()
                && !force_start_new_token(self.peek_char())
                && !self.peek_is(|c| c == '.' || c == '[')
            {
                self.pos = self.token_start;
                return self.scan_generic_token(TextBuilder::default());
            }
            let path = VariablePath::parse(&name);
            if path.name().is_empty() {
                let extent = self.current_extent();
                self.report(extent, ErrorId::InvalidBracedVariableReference, &[]);
            }
            return self.token_with(kind, TokenFlags::NONE, TokenValue::Variable(Box::new(path)));
        }
        if !self.peek_is(is_variable_start) {
            return self.scan_generic_token(TextBuilder::from_text("$"));
        }
        match self.scan_plain_name(self.in_command_mode()) {
            NameScan::Word => {
                self.pos = self.token_start;
                self.scan_generic_token(TextBuilder::default())
            }
            NameScan::Name(name) => {
                let path = self.plain_path(&name, self.token_start);
                self.token_with(kind, TokenFlags::NONE, TokenValue::Variable(Box::new(path)))
            }
        }
    }

    /// After the `$` at `dollar` in a string or word. Tells also whether the name is in braces.
    pub(super) fn scan_variable_in_string(&mut self, dollar: usize) -> (VariablePath, bool) {
        if self.peek_char() == Some('{') {
            let name = self.scan_braced_name(true);
            let path = VariablePath::parse(&name);
            if path.name().is_empty() {
                let extent = self.extent_of(dollar, self.pos);
                self.report(extent, ErrorId::InvalidBracedVariableReference, &[]);
            }
            return (path, true);
        }
        let name = match self.scan_plain_name(false) {
            NameScan::Name(name) => name,
            NameScan::Word => String::new(),
        };
        (self.plain_path(&name, dollar), false)
    }

    fn plain_path(&mut self, name: &str, start: usize) -> VariablePath {
        let path = VariablePath::parse(name);
        if path.name().is_empty() {
            let id = if path.drive_name().is_some() || path.scope() == crate::ast::VariableScope::Using {
                ErrorId::InvalidVariableReferenceWithDrive
            } else {
                ErrorId::InvalidVariableReference
            };
            let extent = self.extent_of(start, self.pos);
            self.report(extent, id, &[]);
        }
        path
    }

    /// From the `{` to the `}`.
    fn scan_braced_name(&mut self, in_string: bool) -> String {
        let brace = self.pos;
        self.pos += 1;
        let mut text = TextBuilder::default();
        let closed = loop {
            match self.next_char() {
                None => break false,
                Some('}') => break true,
                Some('`') => match self.next_char() {
                    None => break false,
                    Some(c) => text.push_escaped(self.escaped(c)),
                },
                Some(c) if in_string && is_double_quote(c) => match self.peek_char() {
                    None => break false,
                    Some(doubled) if is_double_quote(doubled) => {
                        self.next_char();
                        text.push(doubled);
                    }
                    Some(_) => text.push(c),
                },
                Some('{') => {
                    self.report_at(self.pos, ErrorId::OpenBraceNeedsToBeBackTickedInVariableName, &[]);
                    text.push('{');
                }
                Some(c) => text.push(c),
            }
        };
        if !closed {
            let extent = self.extent_of(brace, self.pos);
            self.report_incomplete(extent, ErrorId::IncompleteDollarVariableReference, &[]);
        }
        match text.into_value() {
            TokenValue::Text(name) if !name.is_empty() => name.to_string(),
            _ => {
                if closed {
                    self.report_at(self.pos - 1, ErrorId::EmptyVariableReference, &[]);
                }
                ":Error:".to_owned()
            }
        }
    }

    /// A name without braces, from its first character.
    fn scan_plain_name(&mut self, words: bool) -> NameScan {
        let start = self.pos;
        let first = self.next_char();
        if matches!(first, Some('$' | '?' | '^')) {
            if words && !force_start_new_token(self.peek_char()) {
                return NameScan::Word;
            }
            return NameScan::Name(self.text[start..self.pos].to_owned());
        }
        // the first character may be a colon, which a second one makes no member access of
        while let Some(c) = self.peek_char() {
            if c == ':' {
                if self.text[self.pos + 1..].starts_with(':') {
                    break;
                }
            } else if !is_variable_follow(c) {
                let word_goes_on = words && !matches!(c, '.' | '[' | '=') && !force_start_new_token(Some(c));
                if word_goes_on {
                    return NameScan::Word;
                }
                break;
            }
            self.pos += c.len_utf8();
        }
        NameScan::Name(self.text[start..self.pos].to_owned())
    }

    /// After a dash before a letter, `_` or `?`: an operator in an expression, else a parameter.
    pub(super) fn scan_parameter(&mut self) -> Token {
        let start = self.pos;
        let mut used_colon = false;
        let in_command = self.in_command_mode();
        let mut end = None;
        while let Some(c) = self.peek_char() {
            match c {
                c if c.is_ascii_alphabetic() => {}
                c if is_whitespace(c) => break,
                '{' | '}' | '(' | ')' | ';' | ',' | '|' | '&' | '.' | '[' | '\r' | '\n' | '\0' => break,
                ':' => {
                    used_colon = true;
                    end = Some(self.pos);
                    if in_command {
                        self.pos += 1;
                    }
                    break;
                }
                c if is_single_quote(c) || is_double_quote(c) => {
                    if in_command {
                        // quotes are never part of a parameter, so all is an argument
                        let text = TextBuilder::from_text(&self.text[self.token_start..self.pos]);
                        return self.scan_generic_token(text);
                    }
                    break;
                }
                _ if !in_command => break,
                _ => {}
            }
            self.pos += c.len_utf8();
        }
        let name = &self.text[start..end.unwrap_or(self.pos)];
        if self.in_expression_mode()
            && let Some(kind) = operator_kind(name)
        {
            return self.token(kind);
        }
        if name.is_empty() {
            return self.token(TokenKind::Minus);
        }
        let value = TokenValue::Parameter { name: name.into(), used_colon };
        self.token_with(TokenKind::Parameter, TokenFlags::NONE, value)
    }

    /// After a colon in a command.
    pub(super) fn scan_label(&mut self) -> Token {
        let start = self.pos;
        if !self.peek_is(is_identifier_start) {
            let text = TextBuilder::from_text(":");
            return self.scan_generic_token(text);
        }
        while self.peek_is(is_identifier_follow) {
            self.next_char();
        }
        if self.in_command_mode() && !force_start_new_token(self.peek_char()) {
            let text = TextBuilder::from_text(&self.text[self.token_start..self.pos]);
            return self.scan_generic_token(text);
        }
        let label = self.text[start..self.pos].into();
        self.token_with(TokenKind::Label, TokenFlags::NONE, TokenValue::Label(label))
    }
}

/// The operator of a name after a dash, in any case.
fn operator_kind(name: &str) -> Option<TokenKind> {
    use TokenKind::*;
    if name.len() > 12 {
        return None;
    }
    let mut lower = [0; 12];
    let lower = &mut lower[..name.len()];
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    Some(match &*lower {
        b"bnot" => Bnot,
        b"not" => Not,
        b"eq" | b"ieq" => Ieq,
        b"ceq" => Ceq,
        b"ne" | b"ine" => Ine,
        b"cne" => Cne,
        b"ge" | b"ige" => Ige,
        b"cge" => Cge,
        b"gt" | b"igt" => Igt,
        b"cgt" => Cgt,
        b"lt" | b"ilt" => Ilt,
        b"clt" => Clt,
        b"le" | b"ile" => Ile,
        b"cle" => Cle,
        b"like" | b"ilike" => Ilike,
        b"clike" => Clike,
        b"notlike" | b"inotlike" => Inotlike,
        b"cnotlike" => Cnotlike,
        b"match" | b"imatch" => Imatch,
        b"cmatch" => Cmatch,
        b"notmatch" | b"inotmatch" => Inotmatch,
        b"cnotmatch" => Cnotmatch,
        b"replace" | b"ireplace" => Ireplace,
        b"creplace" => Creplace,
        b"contains" | b"icontains" => Icontains,
        b"ccontains" => Ccontains,
        b"notcontains" | b"inotcontains" => Inotcontains,
        b"cnotcontains" => Cnotcontains,
        b"in" | b"iin" => Iin,
        b"cin" => Cin,
        b"notin" | b"inotin" => Inotin,
        b"cnotin" => Cnotin,
        b"split" | b"isplit" => Isplit,
        b"csplit" => Csplit,
        b"isnot" => IsNot,
        b"is" => Is,
        b"as" => As,
        b"f" => Format,
        b"and" => And,
        b"band" => Band,
        b"or" => Or,
        b"bor" => Bor,
        b"xor" => Xor,
        b"bxor" => Bxor,
        b"join" => Join,
        b"shl" => Shl,
        b"shr" => Shr,
        _ => return None,
    })
}
