//! Literals, variables and what stands in brackets.

use super::*;

impl Parser<'_> {
    /// A literal, a variable or a bracketed expression, with its members and indices if asked for.
    pub(super) fn primary_expression(&mut self, with_member_access: bool) -> Option<Expression> {
        let token = self.next();
        let expression = match token.kind {
            K::SplattedVariable | K::Variable => self.variable_expression(token, with_member_access),
            K::Number => {
                let extent = token.extent;
                match token.value {
                    TokenValue::Number(Some(value)) => ConstantExpressionAst { extent, value }.into(),
                    _ => error_expression(extent),
                }
            }
            K::HereStringExpandable | K::StringExpandable | K::HereStringLiteral | K::StringLiteral => {
                self.string_expression(token)
            }
            K::LParen => self.paren_expression(&token),
            K::AtParen | K::DollarParen => self.sub_expression(&token),
            K::AtCurly => self.hashtable(&token),
            K::LCurly => self.script_block_expression(&token),
            _ => {
                self.unget(token);
                return None;
            }
        };
        if !with_member_access {
            return Some(expression);
        }
        let operator = self.next_member_access(true);
        Some(self.member_accesses(operator, expression))
    }

    /// The variable of a variable token.
    pub(super) fn variable_of(&self, token: Token) -> VariableExpressionAst {
        let braced = self.text_of(&token).as_bytes().get(1) == Some(&b'{');
        let variable_path = match token.value {
            TokenValue::Variable(path) => *path,
            _ => VariablePath::parse(""),
        };
        VariableExpressionAst {
            extent: token.extent,
            variable_path,
            splatted: token.kind == K::SplattedVariable,
            braced,
        }
    }

    fn variable_expression(&mut self, token: Token, with_member_access: bool) -> Expression {
        let variable = self.variable_of(token);
        self.variable_or_using(variable, with_member_access)
    }

    /// `$using:x` is an expression of its own, which takes in the members that follow.
    pub(super) fn variable_or_using(
        &mut self,
        mut variable: VariableExpressionAst,
        with_member_access: bool,
    ) -> Expression {
        let path = &variable.variable_path;
        if path.scope() != VariableScope::Using || path.name().is_empty() {
            return variable.into();
        }
        variable.variable_path = VariablePath::parse(path.name());
        let mut sub_expression = variable.into();
        if with_member_access {
            let operator = self.next_member_access(true);
            sub_expression = self.member_accesses(operator, sub_expression);
        }
        UsingExpressionAst { extent: sub_expression.extent(), sub_expression }.into()
    }

    pub(super) fn script_block_expression(&mut self, l_curly: &Token) -> Expression {
        if !self.enter() {
            return error_expression(l_curly.extent);
        }
        let script_block = self.with_comma_disabled(false, |parser| {
            parser.in_mode(Mode::Command, |parser| {
                parser.skip_newlines();
                parser.script_block(Some(l_curly), false, None)
            })
        });
        self.leave();
        ScriptBlockExpressionAst { extent: script_block.extent, script_block: Arc::new(script_block) }.into()
    }

    /// `$( )` and `@( )`.
    fn sub_expression(&mut self, open: &Token) -> Expression {
        let mut statements = Vec::new();
        let mut traps = Vec::new();
        let mut list = None;
        let r_paren = self.with_comma_disabled(false, |parser| {
            parser.in_mode(Mode::Command, |parser| {
                parser.skip_newlines();
                list = parser.statement_list(&mut statements, &mut traps);
                parser.skip_newlines();
                let r_paren = parser.next();
                if r_paren.kind == K::RParen {
                    return Some(r_paren.extent);
                }
                let place = r_paren.extent;
                parser.unget(r_paren);
                parser.report_incomplete(place, E::MissingEndParenthesisInSubexpression, &[]);
                None
            })
        });
        let extent = open.extent.to(r_paren.or(list).unwrap_or(open.extent));
        let block_extent = list.unwrap_or(Extent::empty_at(open.extent.end));
        let sub_expression = StatementBlockAst { extent: block_extent, statements, traps };
        if open.kind == K::DollarParen {
            SubExpressionAst { extent, sub_expression }.into()
        } else {
            ArrayExpressionAst { extent, sub_expression }.into()
        }
    }

    fn paren_expression(&mut self, l_paren: &Token) -> Expression {
        let mut end = l_paren.extent;
        let pipeline = self.with_comma_disabled(false, |parser| {
            parser.in_mode(Mode::Command, |parser| {
                parser.skip_newlines();
                let pipeline = parser.pipeline_chain().unwrap_or_else(|| {
                    let place = after(l_paren.extent);
                    parser.report_incomplete(place, E::ExpectedExpression, &[]);
                    error_statement(place)
                });
                end = pipeline.extent();
                parser.skip_newlines();
                match parser.take_if(K::RParen) {
                    Some(r_paren) => end = r_paren.extent,
                    None => {
                        parser.report_incomplete(after(end), E::MissingEndParenthesisInExpression, &[]);
                    }
                }
                pipeline
            })
        });
        ParenExpressionAst { extent: l_paren.extent.to(end), pipeline }.into()
    }
}
