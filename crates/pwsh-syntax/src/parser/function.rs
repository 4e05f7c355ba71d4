//! Functions and their parameters.

use super::*;

impl Parser<'_> {
    pub(super) fn function_declaration(&mut self, keyword: &Token) -> Statement {
        self.skip_newlines();
        let name = self.next();
        if !may_name_function(name.kind) {
            self.unget(name);
            let word = self.text_of(keyword);
            self.report_incomplete(after(keyword.extent), E::MissingNameAfterKeyword, &[word]);
            return error_statement(keyword.extent);
        }
        self.tk.mark(name.extent, TokenFlags::NONE, TokenFlags::KEYWORD);
        let head = self.function_parameters();
        let mut error_end = head.error_end;
        let l_curly = self.next();
        if l_curly.kind != K::LCurly {
            self.unget(l_curly);
            if error_end.is_none() {
                let end = head.r_paren.unwrap_or(name.extent);
                error_end = Some(end);
                self.report_incomplete(after(end), E::MissingFunctionBody, &[]);
            }
            return error_statement(keyword.extent.to(error_end.unwrap_or(name.extent)));
        }
        if let Some(end) = error_end {
            return error_statement(keyword.extent.to(end));
        }
        if !self.enter() {
            return error_statement(keyword.extent.to(name.extent));
        }
        let body = self.script_block(Some(&l_curly), keyword.kind == K::Filter, None);
        self.leave();
        let text = match &name.value {
            TokenValue::Text(text) if name.kind == K::Generic => text.as_str(),
            TokenValue::Expandable(text) if name.kind == K::Generic => text.value.as_str(),
            _ => self.text_of(&name),
        };
        FunctionDefinitionAst {
            extent: keyword.extent.to(body.extent),
            is_filter: keyword.kind == K::Filter,
            is_workflow: keyword.kind == K::Workflow,
            name: text.into(),
            name_extent: name.extent,
            parameters: head.parameters.map(Into::into),
            body: Arc::new(body),
        }
        .into()
    }

    /// function-parameter-declaration: new-lines? `(` parameter-list? `)`
    pub(super) fn function_parameters(&mut self) -> FunctionHead {
        self.skip_newlines();
        let mut head = FunctionHead { parameters: None, r_paren: None, error_end: None };
        if let Some(l_paren) = self.take_if(K::LParen) {
            let parameters = self.parameter_list();
            self.skip_newlines();
            let r_paren = self.next();
            if r_paren.kind == K::RParen {
                head.r_paren = Some(r_paren.extent);
            } else {
                // the extent of the token that is no parenthesis still bounds the head
                head.r_paren = Some(self.before(r_paren.extent));
                self.unget(r_paren);
                let end = parameters.last().map_or(l_paren.extent, |parameter| parameter.extent);
                head.error_end = Some(end);
                self.report_incomplete(after(end), E::MissingEndParenthesisInFunctionParameterList, &[]);
            }
            head.parameters = Some(parameters);
            self.skip_newlines();
        }
        head
    }

    pub(super) fn parameter_list(&mut self) -> Vec<ParameterAst> {
        let mut parameters = Vec::new();
        let mut comma: Option<Extent> = None;
        loop {
            let Some(parameter) = self.parameter() else {
                if let Some(comma) = comma {
                    let arguments = [K::Comma.text()];
                    self.report_incomplete(after(comma), E::MissingExpressionAfterToken, &arguments);
                }
                return parameters;
            };
            parameters.push(parameter);
            self.skip_newlines();
            match self.take_if(K::Comma) {
                Some(token) => comma = Some(token.extent),
                None => return parameters,
            }
        }
    }

    fn parameter(&mut self) -> Option<ParameterAst> {
        self.with_comma_disabled(true, |parser| {
            parser.in_mode(Mode::Expression, |parser| {
                parser.skip_newlines();
                let attributes = parser.attribute_list(false);
                parser.skip_newlines();
                let token = parser.next();
                if !matches!(token.kind, K::Variable | K::SplattedVariable) {
                    parser.unget(token);
                    return parser.parameter_without_name(attributes);
                }
                let name = parser.variable_of(token);
                parser.skip_newlines();
                let mut default_value = None;
                if let Some(equals) = parser.take_if(K::Equals) {
                    parser.skip_newlines();
                    default_value = parser.expression(false);
                    if default_value.is_none() {
                        let arguments = [K::Equals.text()];
                        parser.report_incomplete(
                            after(equals.extent),
                            E::MissingExpressionAfterToken,
                            &arguments,
                        );
                    }
                }
                let start = attributes.first().map_or(name.extent, AttributeBase::extent);
                let end = default_value.as_ref().map_or(name.extent, Expression::extent);
                Some(ParameterAst { extent: start.to(end), name, attributes, default_value })
            })
        })
    }

    /// Attributes without a variable: goes on to the end of the list.
    fn parameter_without_name(&mut self, attributes: Vec<AttributeBase>) -> Option<ParameterAst> {
        let (first, last) = (attributes.first()?.extent(), attributes.last()?.extent());
        self.report_incomplete(after(last), E::InvalidFunctionParameter, &[]);
        self.sync_on_error(true, &[K::RParen]);
        let extent = first.to(last);
        let name = VariableExpressionAst {
            extent,
            variable_path: VariablePath::parse("__error__"),
            splatted: false,
            braced: false,
        };
        Some(ParameterAst { extent, name, attributes, default_value: None })
    }
}

/// What stands between a function's name and its body.
pub(super) struct FunctionHead {
    pub parameters: Option<Vec<ParameterAst>>,
    pub r_paren: Option<Extent>,
    /// Set where an error was reported.
    pub error_end: Option<Extent>,
}

/// Anything that could be a command's name may name a function.
fn may_name_function(kind: K) -> bool {
    !matches!(
        kind,
        K::Pipe
            | K::LParen
            | K::LCurly
            | K::AtParen
            | K::AtCurly
            | K::RCurly
            | K::RParen
            | K::EndOfInput
            | K::Semi
            | K::Redirection
            | K::RedirectInStd
            | K::AndAnd
            | K::OrOr
            | K::Ampersand
            | K::Variable
            | K::SplattedVariable
            | K::HereStringExpandable
            | K::HereStringLiteral
            | K::StringLiteral
            | K::StringExpandable
    )
}
