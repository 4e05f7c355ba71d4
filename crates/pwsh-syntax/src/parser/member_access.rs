//! Members, method calls and indices after an expression.

use super::command::ArgumentContext;
use super::*;

impl Parser<'_> {
    /// The members and indices that follow, of which `operator` begins the first.
    pub(super) fn member_accesses(&mut self, operator: Option<Token>, expression: Expression) -> Expression {
        let mut expression = expression;
        let mut operator = operator;
        let mut links = 0;
        while let Some(token) = operator {
            if !self.link(&mut links) {
                break;
            }
            // a line may end after the operator
            self.skip_newlines();
            expression = match token.kind {
                K::LBracket | K::QuestionLBracket => self.element_access(expression, &token),
                _ => self.member_access(expression, &token),
            };
            operator = self.next_member_access(true);
        }
        expression
    }

    fn member_access(&mut self, target: Expression, operator: &Token) -> Expression {
        let is_static = operator.kind == K::ColonColon;
        let null_conditional = operator.kind == K::QuestionDot;
        let member = match self.member_name() {
            None => {
                self.report_incomplete(after(operator.extent), E::MissingPropertyName, &[]);
                let fallback = target.extent().to(operator.extent);
                self.single_command_argument(ArgumentContext::Argument)
                    .unwrap_or_else(|| error_expression(Extent::empty_at(fallback.end)))
            }
            // a token read ahead means that the name is unfinished
            Some(member) if self.ungot.is_some() || self.stopped => member,
            Some(member) => {
                let restore_point = self.tk.restore_point();
                let generic_arguments = self.generic_method_arguments(restore_point);
                if let Some(open) = self.next_invoke_member_open() {
                    let generic_type_arguments = generic_arguments.unwrap_or_default();
                    let (arguments, last) = self.invocation_arguments(&open);
                    return InvokeMemberExpressionAst {
                        extent: target.extent().to(last),
                        expression: target,
                        member,
                        generic_type_arguments,
                        arguments,
                        is_static,
                        null_conditional,
                    }
                    .into();
                }
                if generic_arguments.is_some() {
                    // no call follows: the brackets are an index
                    self.resync(restore_point);
                }
                member
            }
        };
        MemberExpressionAst {
            extent: target.extent().to(member.extent()),
            expression: target,
            member,
            is_static,
            null_conditional,
        }
        .into()
    }

    fn next_invoke_member_open(&mut self) -> Option<Token> {
        if self.ungot.is_some() || self.stopped { None } else { self.tk.invoke_member_open() }
    }

    fn member_name(&mut self) -> Option<Expression> {
        if let Some(name) = self.simple_name() {
            return Some(name.into());
        }
        let kind = self.peek_kind();
        if kind.has_trait(TokenFlags::UNARY_OPERATOR) || kind == K::LBracket {
            return self.unary_expression(false);
        }
        self.primary_expression(false)
    }

    /// The types in `.Method[int]()`. `None` where there are none that are complete; then the place is that
    /// before them, unless an error was reported.
    fn generic_method_arguments(&mut self, restore_point: u32) -> Option<Vec<TypeName>> {
        let bracket = self.next();
        if bracket.kind != K::LBracket {
            self.resync(restore_point);
            return None;
        }
        let old = self.tk.mode;
        self.set_mode(Mode::TypeName);
        self.skip_newlines();
        let first = self.next();
        if first.kind != K::Identifier {
            self.set_mode(old);
            self.resync(restore_point);
            return None;
        }
        let (arguments, last) = self.generic_type_arguments(first);
        let is_complete = last.kind == K::RBracket;
        if !is_complete {
            let place = self.before(last.extent);
            self.unget(last);
            self.report_incomplete(place, E::EndSquareBracketExpectedAtEndOfType, &[]);
        }
        self.set_mode(old);
        is_complete.then_some(arguments)
    }

    fn invocation_arguments(&mut self, open: &Token) -> (Vec<Expression>, Extent) {
        if open.kind == K::LParen {
            return self.argument_list(open);
        }
        // `$x.Where{ }` is `$x.Where({ })`
        self.skip_newlines();
        let argument = self.script_block_expression(open);
        let extent = argument.extent();
        (vec![argument], extent)
    }

    /// Arguments up to and with the closing parenthesis, and the extent of the last token.
    pub(super) fn argument_list(&mut self, l_paren: &Token) -> (Vec<Expression>, Extent) {
        self.with_comma_disabled(true, |parser| {
            let mut arguments: Vec<Expression> = Vec::new();
            let mut comma: Option<Extent> = None;
            loop {
                parser.skip_newlines();
                let Some(argument) = parser.expression(false) else {
                    if let Some(comma) = comma {
                        let arguments = [K::Comma.text()];
                        parser.report_incomplete(after(comma), E::MissingExpressionAfterToken, &arguments);
                    }
                    break;
                };
                arguments.push(argument);
                parser.skip_newlines();
                comma = parser.take_if(K::Comma).map(|token| token.extent);
                if comma.is_none() {
                    break;
                }
            }
            parser.skip_newlines();
            if let Some(r_paren) = parser.take_if(K::RParen) {
                return (arguments, r_paren.extent);
            }
            let last = arguments.last().map_or(l_paren.extent, Expression::extent);
            if comma.is_none() {
                parser.report_incomplete(after(last), E::MissingEndParenthesisInMethodCall, &[]);
            }
            (arguments, comma.unwrap_or(last))
        })
    }

    fn element_access(&mut self, target: Expression, bracket: &Token) -> Expression {
        self.skip_newlines();
        let index = self.with_comma_disabled(false, |parser| parser.expression(false));
        let index = index.unwrap_or_else(|| {
            self.report_incomplete(after(bracket.extent), E::MissingArrayIndexExpression, &[]);
            error_expression(bracket.extent)
        });
        self.skip_newlines();
        let mut end = index.extent();
        match self.take_if(K::RBracket) {
            Some(r_bracket) => end = r_bracket.extent,
            None if matches!(index, Expression::Error(_)) => {}
            None => {
                self.report_incomplete(after(end), E::MissingEndSquareBracket, &[]);
            }
        }
        IndexExpressionAst {
            extent: target.extent().to(end),
            target,
            index,
            null_conditional: bracket.kind == K::QuestionLBracket,
        }
        .into()
    }
}
