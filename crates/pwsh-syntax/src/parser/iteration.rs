//! Loops.

use super::command::ArgumentContext;
use super::conditional::label_text;
use super::*;

impl Parser<'_> {
    pub(super) fn foreach_statement(&mut self, label: Option<&Token>, keyword: &Token) -> Statement {
        let start = label.unwrap_or(keyword).extent;
        let mut bad_flag = None;
        let mut parallel = false;
        let mut throttle_limit = None;
        self.skip_newlines();
        while self.peek_kind() == K::Parameter {
            let token = self.next();
            if let TokenValue::Parameter { name, .. } = &token.value {
                if abbreviates(name, "parallel") {
                    parallel = true;
                } else if abbreviates(name, "throttlelimit") {
                    self.skip_newlines();
                    throttle_limit = self.single_command_argument(ArgumentContext::Argument);
                    if throttle_limit.is_none() {
                        self.report_incomplete(after(token.extent), E::MissingThrottleLimit, &[]);
                    }
                } else {
                    bad_flag = Some(token.extent);
                    self.report(token.extent, E::InvalidForeachFlag, &[name]);
                }
            }
            self.skip_newlines();
        }
        let l_paren = self.next();
        if l_paren.kind != K::LParen {
            self.unget(l_paren);
            let arguments = [keyword.kind.text()];
            self.report_incomplete(after(keyword.extent), E::MissingOpenParenthesisAfterKeyword, &arguments);
            return error_statement(start.to(keyword.extent));
        }
        self.skip_newlines();
        let token = self.next();
        if !matches!(token.kind, K::Variable | K::SplattedVariable) {
            self.unget(token);
            self.report_incomplete(after(l_paren.extent), E::MissingVariableNameAfterForeach, &[]);
            return error_statement(start.to(l_paren.extent));
        }
        let variable = self.variable_of(token);
        let mut error_end = bad_flag;
        let (condition, body) = self.foreach_condition_and_body(variable.extent, &mut error_end);
        match (condition, body, error_end) {
            (Some(condition), Some(body), None) => ForEachStatementAst {
                extent: start.to(body.extent),
                label: label_text(label),
                variable,
                condition,
                throttle_limit,
                parallel,
                body,
            }
            .into(),
            (condition, body, end) => ErrorStatementAst {
                extent: start.to(end.unwrap_or(keyword.extent)),
                keyword: None,
                conditions: condition.into_iter().collect(),
                bodies: body.into_iter().collect(),
                nested: vec![variable.into()],
            }
            .into(),
        }
    }

    fn foreach_condition_and_body(
        &mut self,
        variable: Extent,
        error_end: &mut Option<Extent>,
    ) -> (Option<Statement>, Option<StatementBlockAst>) {
        self.skip_newlines();
        let in_token = self.next();
        if in_token.kind != K::In {
            self.unget(in_token);
            *error_end = Some(variable);
            self.report_incomplete(after(variable), E::MissingInInForeach, &[]);
            return (None, None);
        }
        self.skip_newlines();
        let Some(condition) = self.pipeline_chain() else {
            *error_end = Some(in_token.extent);
            self.report_incomplete(after(in_token.extent), E::MissingForeachExpression, &[]);
            return (None, None);
        };
        self.skip_newlines();
        let r_paren = self.next();
        if r_paren.kind != K::RParen {
            self.unget(r_paren);
            *error_end = Some(condition.extent());
            self.report_incomplete(after(condition.extent()), E::MissingEndParenthesisAfterForeach, &[]);
            return (Some(condition), None);
        }
        let body = self.statement_block();
        if body.is_none() {
            *error_end = Some(r_paren.extent);
            self.report_incomplete(after(r_paren.extent), E::MissingForeachStatement, &[]);
        }
        (Some(condition), body)
    }

    pub(super) fn for_statement(&mut self, label: Option<&Token>, keyword: &Token) -> Statement {
        let start = label.unwrap_or(keyword).extent;
        let word = keyword.kind.text();
        self.skip_newlines();
        let l_paren = self.next();
        if l_paren.kind != K::LParen {
            self.unget(l_paren);
            self.report_incomplete(after(keyword.extent), E::MissingOpenParenthesisAfterKeyword, &[word]);
            return error_statement(start.to(keyword.extent));
        }
        let mut end = l_paren.extent;
        let initializer = self.for_part(&mut end, true);
        let condition = self.for_part(&mut end, true);
        let iterator = self.for_part(&mut end, false);
        self.skip_newlines();
        let r_paren = self.next();
        let body = if r_paren.kind != K::RParen {
            self.unget(r_paren);
            self.report_incomplete(after(end), E::MissingEndParenthesisAfterStatement, &[word]);
            None
        } else {
            let body = self.statement_block();
            if body.is_none() {
                end = r_paren.extent;
                self.report_incomplete(after(end), E::MissingLoopStatement, &[word]);
            }
            body
        };
        match body {
            Some(body) => ForStatementAst {
                extent: start.to(body.extent),
                label: label_text(label),
                initializer,
                condition,
                iterator,
                body,
            }
            .into(),
            None => ErrorStatementAst {
                extent: start.to(end),
                keyword: None,
                conditions: initializer.into_iter().chain(condition).chain(iterator).collect(),
                bodies: vec![],
                nested: vec![],
            }
            .into(),
        }
    }

    fn for_part(&mut self, end: &mut Extent, takes_semicolon: bool) -> Option<Statement> {
        self.skip_newlines();
        let part = self.pipeline_chain();
        if let Some(part) = &part {
            *end = part.extent();
        }
        if takes_semicolon && let Some(semicolon) = self.take_if(K::Semi) {
            *end = semicolon.extent;
        }
        part
    }

    pub(super) fn while_statement(&mut self, label: Option<&Token>, keyword: &Token) -> Statement {
        let start = label.unwrap_or(keyword).extent;
        self.skip_newlines();
        let l_paren = self.next();
        if l_paren.kind != K::LParen {
            self.unget(l_paren);
            let word = self.text_of(keyword);
            self.report_incomplete(after(keyword.extent), E::MissingOpenParenthesisAfterKeyword, &[word]);
            return error_statement(start.to(keyword.extent));
        }
        let word = keyword.kind.text();
        self.skip_newlines();
        let place = after(l_paren.extent);
        let condition = self.pipeline_chain().unwrap_or_else(|| {
            self.report_incomplete(place, E::MissingExpressionAfterKeyword, &[word]);
            error_statement(place)
        });
        self.skip_newlines();
        let r_paren = self.next();
        if r_paren.kind != K::RParen {
            self.unget(r_paren);
            if !matches!(condition, Statement::Error(_)) {
                let place = after(condition.extent());
                self.report_incomplete(place, E::MissingEndParenthesisAfterStatement, &[word]);
            }
            return loop_error(start.to(condition.extent()), vec![condition], vec![]);
        }
        self.skip_newlines();
        let Some(body) = self.statement_block() else {
            self.report_incomplete(after(r_paren.extent), E::MissingLoopStatement, &[word]);
            return loop_error(start.to(r_paren.extent), vec![condition], vec![]);
        };
        WhileStatementAst { extent: start.to(body.extent), label: label_text(label), condition, body }.into()
    }

    /// `do` with its `while` or `until`.
    pub(super) fn do_statement(&mut self, label: Option<&Token>, keyword: &Token) -> Statement {
        let start = label.unwrap_or(keyword).extent;
        let Some(body) = self.statement_block() else {
            self.report_incomplete(after(keyword.extent), E::MissingLoopStatement, &[K::Do.text()]);
            return error_statement(start.to(keyword.extent));
        };
        self.skip_newlines();
        let tail = self.next();
        if !matches!(tail.kind, K::While | K::Until) {
            self.unget(tail);
            self.report_incomplete(after(body.extent), E::MissingWhileOrUntilInDoWhile, &[]);
            return loop_error(start.to(body.extent), vec![], vec![body]);
        }
        let word = tail.kind.text();
        self.skip_newlines();
        let l_paren = self.next();
        if l_paren.kind != K::LParen {
            self.unget(l_paren);
            self.report_incomplete(after(tail.extent), E::MissingOpenParenthesisAfterKeyword, &[word]);
            return loop_error(start.to(tail.extent), vec![], vec![body]);
        }
        self.skip_newlines();
        let condition = self.pipeline_chain();
        if condition.is_none() {
            self.report_incomplete(after(l_paren.extent), E::MissingExpressionAfterKeyword, &[word]);
        }
        self.skip_newlines();
        let r_paren = self.next();
        let Some(condition) = condition else {
            if r_paren.kind != K::RParen {
                self.unget(r_paren);
            }
            return loop_error(start.to(l_paren.extent), vec![], vec![body]);
        };
        if r_paren.kind != K::RParen {
            self.unget(r_paren);
            let end = condition.extent();
            self.report_incomplete(after(end), E::MissingEndParenthesisAfterStatement, &[word]);
            return loop_error(start.to(end), vec![condition], vec![body]);
        }
        let extent = start.to(r_paren.extent);
        let label = label_text(label);
        match tail.kind {
            K::Until => DoUntilStatementAst { extent, label, condition, body }.into(),
            _ => DoWhileStatementAst { extent, label, condition, body }.into(),
        }
    }
}

fn loop_error(extent: Extent, conditions: Vec<Statement>, bodies: Vec<StatementBlockAst>) -> Statement {
    ErrorStatementAst { extent, keyword: None, conditions, bodies, nested: vec![] }.into()
}
