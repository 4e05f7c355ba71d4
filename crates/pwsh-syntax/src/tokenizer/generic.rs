//! Words: names, keywords, commands and arguments; names of types and assemblies.

use super::*;

impl Tokenizer<'_> {
    pub(super) fn scan_generic_from(&mut self, first: char) -> Token {
        let mut text = TextBuilder::default();
        text.push(first);
        self.scan_generic_token(text)
    }

    /// The rest of a word of a command, after what `text` holds: anything up to a character that ends every
    /// word, with quotes, escapes and expressions undone.
    pub(super) fn scan_generic_token(&mut self, mut text: TextBuilder) -> Token {
        loop {
            let plain = self.plain_run(|byte| {
                matches!(
                    byte,
                    0 | b'\t'
                        ..=b'\r'
                            | b' '
                            | b'"'
                            | b'$'
                            | b'&'
                            | b'\''
                            | b'('
                            | b')'
                            | b','
                            | b';'
                            | b'`'
                            | b'{'
                            | b'|'
                            | b'}'
                )
            });
            text.push_str(plain);
            let c = self.peek_char();
            if force_start_new_token(c) {
                break;
            }
            match self.next_char() {
                Some('`') => self.scan_escape(&mut text),
                Some('$') => self.scan_dollar_in_string(&mut text, false),
                Some(c) if is_single_quote(c) => {
                    self.scan_string_literal(&mut text);
                }
                Some(c) if is_double_quote(c) => {
                    self.scan_string_expandable(&mut text);
                }
                Some(c) => text.push(c),
                None => break,
            }
        }
        self.token_with(TokenKind::Generic, TokenFlags::NONE, text.into_value())
    }

    /// After a dot.
    pub(super) fn scan_dot(&mut self) -> Token {
        match self.peek_char() {
            Some('.') => {
                self.pos += 1;
                if self.in_command_mode() && !force_start_new_token(self.peek_char()) {
                    return self.scan_generic_token(TextBuilder::from_text(".."));
                }
                self.token(TokenKind::DotDot)
            }
            Some(c) if c.is_ascii_digit() => self.scan_number('.'),
            // `.$command` and `."command"` run in the caller's scope, `.name` is a command of that name
            c if self.in_command_mode()
                && !force_start_new_token(c)
                && !matches!(c, Some('$' | '"' | '\'')) =>
            {
                self.scan_generic_from('.')
            }
            _ => self.token(TokenKind::Dot),
        }
    }

    /// After the first letter of a name.
    pub(super) fn scan_identifier(&mut self) -> Token {
        let bytes = self.text.as_bytes();
        loop {
            while bytes.get(self.pos).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_') {
                self.pos += 1;
            }
            if bytes.get(self.pos).is_none_or(u8::is_ascii) || !self.peek_is(is_identifier_follow) {
                break;
            }
            self.next_char();
        }
        if self.mode == Mode::TypeName {
            return self.scan_type_name();
        }
        if !self.want_simple_name {
            if self.in_command_mode() && !force_start_new_token(self.peek_char()) {
                let text = TextBuilder::from_text(&self.text[self.token_start..self.pos]);
                return self.scan_generic_token(text);
            }
            if matches!(self.mode, Mode::Command | Mode::Signature)
                && let Some(kind) = keyword_kind(&self.text[self.token_start..self.pos])
            {
                return self.token(kind);
            }
        }
        self.token(TokenKind::Identifier)
    }

    fn scan_type_name(&mut self) -> Token {
        while self.peek_is(is_type_name_char) {
            self.next_char();
        }
        self.token_with(TokenKind::Identifier, TokenFlags::TYPE_NAME, TokenValue::None)
    }

    /// An assembly's name with its properties: `mscorlib, Version=4.0.0.0`, each comma followed by one space.
    pub fn assembly_name_spec(&mut self) -> String {
        let mut name = String::new();
        self.scan_assembly_name_part(&mut name);
        while self.peek_char() == Some(',') {
            self.token_start = self.pos;
            self.pos += 1;
            name.push_str(", ");
            self.save(TokenKind::Comma);
            self.scan_assembly_name_part(&mut name);
            if self.peek_char() == Some('=') {
                self.token_start = self.pos;
                self.pos += 1;
                name.push('=');
                self.save(TokenKind::Equals);
                self.scan_assembly_name_part(&mut name);
            }
        }
        name
    }

    fn scan_assembly_name_part(&mut self, name: &mut String) {
        self.skip_whitespace();
        self.token_start = self.pos;
        while !force_start_new_token_in_assembly_name(self.peek_char()) {
            self.next_char();
        }
        name.push_str(&self.text[self.token_start..self.pos]);
        self.token_with(TokenKind::Identifier, TokenFlags::TYPE_NAME, TokenValue::None);
        self.skip_whitespace();
    }

    /// Whether the text up to the end of the line, or to a pipe outside quotes, is an argument as it stands
    /// (after `--%`).
    pub fn verbatim_argument(&mut self) -> Token {
        self.skip_whitespace();
        self.token_start = self.pos;
        let mut in_quotes = false;
        while let Some(c) = self.peek_char() {
            match c {
                '\r' | '\n' => break,
                c if is_double_quote(c) => in_quotes = !in_quotes,
                '|' if !in_quotes => break,
                '&' if !in_quotes && self.text[self.pos..].starts_with("&&") => break,
                _ => {}
            }
            self.pos += c.len_utf8();
        }
        let text = TextBuilder::from_text(&self.text[self.token_start..self.pos]);
        self.token_with(TokenKind::Generic, TokenFlags::NONE, text.into_value())
    }
}

/// The keyword of a name, in any case.
fn keyword_kind(name: &str) -> Option<TokenKind> {
    use TokenKind::*;
    if name.len() > 13 || !name.is_ascii() {
        return None;
    }
    let mut lower = [0; 13];
    let lower = &mut lower[..name.len()];
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    Some(match &*lower {
        b"elseif" => ElseIf,
        b"if" => If,
        b"else" => Else,
        b"switch" => Switch,
        b"foreach" => Foreach,
        b"from" => From,
        b"in" => In,
        b"for" => For,
        b"while" => While,
        b"until" => Until,
        b"do" => Do,
        b"try" => Try,
        b"catch" => Catch,
        b"finally" => Finally,
        b"trap" => Trap,
        b"data" => Data,
        b"return" => Return,
        b"continue" => Continue,
        b"break" => Break,
        b"exit" => Exit,
        b"throw" => Throw,
        b"begin" => Begin,
        b"process" => Process,
        b"end" => End,
        b"dynamicparam" => Dynamicparam,
        b"function" => Function,
        b"filter" => Filter,
        b"param" => Param,
        b"class" => Class,
        b"define" => Define,
        b"var" => Var,
        b"using" => Using,
        b"workflow" => Workflow,
        b"parallel" => Parallel,
        b"sequence" => Sequence,
        b"configuration" => Configuration,
        b"public" => Public,
        b"private" => Private,
        b"static" => Static,
        b"interface" => Interface,
        b"enum" => Enum,
        b"namespace" => Namespace,
        b"module" => Module,
        b"type" => Type,
        b"assembly" => Assembly,
        b"command" => Command,
        b"hidden" => Hidden,
        b"base" => Base,
        b"default" => Default,
        b"clean" => Clean,
        _ => return None,
    })
}
