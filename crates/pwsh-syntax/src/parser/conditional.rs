//! `if` and `switch`.

use super::command::ArgumentContext;
use super::*;

impl Parser<'_> {
    pub(super) fn if_statement(&mut self, if_token: &Token) -> Statement {
        let mut clauses: Vec<(Statement, StatementBlockAst)> = Vec::new();
        let mut else_clause = None;
        let mut keyword = if_token.extent;
        loop {
            let word = self.slice(keyword);
            self.skip_newlines();
            let l_paren = self.next();
            if l_paren.kind != K::LParen {
                self.unget(l_paren);
                self.report_incomplete(after(keyword), E::MissingOpenParenthesisInIfStatement, &[word]);
                return if_error(if_token.extent.to(keyword), clauses, None);
            }
            self.skip_newlines();
            let condition = self.pipeline_chain();
            if condition.is_none() {
                let place = after(l_paren.extent);
                self.report_incomplete(place, E::IfStatementMissingCondition, &[word]);
            }
            self.skip_newlines();
            let r_paren = self.next();
            if r_paren.kind != K::RParen {
                if !matches!(condition, None | Some(Statement::Error(_))) {
                    self.report_incomplete(r_paren.extent, E::MissingEndParenthesisAfterStatement, &[word]);
                }
                let extent = if_token.extent.to(self.before(r_paren.extent));
                self.unget(r_paren);
                return if_error(extent, clauses, condition);
            }
            self.skip_newlines();
            let Some(body) = self.statement_block() else {
                self.report_incomplete(r_paren.extent, E::MissingStatementBlock, &[word]);
                return if_error(if_token.extent.to(r_paren.extent), clauses, condition);
            };
            clauses.push((condition.unwrap_or_else(|| error_statement(after(l_paren.extent))), body));
            // new lines are kept for what follows where no `else` does: they end an entry of a hash table
            let restore_point = match &self.ungot {
                Some(token) => token.local_start,
                None => self.tk.restore_point(),
            };
            self.skip_newlines();
            match self.peek_kind() {
                K::ElseIf => keyword = self.next().extent,
                K::Else => {
                    let else_token = self.next();
                    self.skip_newlines();
                    else_clause = self.statement_block();
                    if else_clause.is_none() {
                        let place = after(else_token.extent);
                        self.report_incomplete(place, E::MissingStatementBlockAfterElse, &[]);
                        return if_error(if_token.extent.to(else_token.extent), clauses, None);
                    }
                    break;
                }
                _ => {
                    self.resync(restore_point);
                    break;
                }
            }
        }
        let last = else_clause.as_ref().or(clauses.last().map(|clause| &clause.1));
        let extent = last.map_or(if_token.extent, |block| if_token.extent.to(block.extent));
        IfStatementAst { extent, clauses, else_clause }.into()
    }

    pub(super) fn switch_statement(&mut self, label: Option<&Token>, switch_token: &Token) -> Statement {
        let start = label.unwrap_or(switch_token).extent;
        let mut head = SwitchHead { end: start, ..SwitchHead::default() };
        self.skip_newlines();
        self.switch_flags(&mut head);
        self.switch_condition(&mut head);
        self.skip_newlines();
        let mut body = SwitchBody::default();
        match self.take_if(K::LCurly) {
            Some(l_curly) => self.switch_body(&l_curly, &mut head, &mut body),
            None => {
                if !head.is_incomplete {
                    head.is_error = true;
                    self.report_incomplete(after(head.end), E::MissingCurlyBraceInSwitchStatement, &[]);
                }
            }
        }
        match (head.condition, body.r_curly) {
            (Some(condition), Some(r_curly)) if !head.is_error => SwitchStatementAst {
                extent: start.to(r_curly),
                label: label_text(label),
                condition,
                flags: head.flags,
                clauses: body.clauses,
                default: body.default,
            }
            .into(),
            (condition, _) => {
                let (nested, mut bodies): (Vec<_>, Vec<_>) = body.clauses.into_iter().unzip();
                bodies.extend(body.default);
                ErrorStatementAst {
                    extent: start.to(head.end),
                    keyword: Some("switch".into()),
                    conditions: condition.into_iter().collect(),
                    bodies,
                    nested,
                }
                .into()
            }
        }
    }

    fn switch_flags(&mut self, head: &mut SwitchHead) {
        while self.peek_kind() == K::Parameter {
            let token = self.next();
            head.end = token.extent;
            let TokenValue::Parameter { name, .. } = &token.value else { continue };
            if abbreviates(name, "regex") {
                head.flags.regex = true;
                head.flags.wildcard = false;
            } else if abbreviates(name, "wildcard") {
                head.flags.wildcard = true;
                head.flags.regex = false;
            } else if abbreviates(name, "exact") {
                head.flags.regex = false;
                head.flags.wildcard = false;
            } else if abbreviates(name, "casesensitive") {
                head.flags.case_sensitive = true;
            } else if abbreviates(name, "parallel") {
                head.flags.parallel = true;
            } else if abbreviates(name, "file") {
                head.flags.file = true;
                self.skip_newlines();
                match self.single_command_argument(ArgumentContext::FileName) {
                    Some(file) => {
                        head.end = file.extent();
                        head.condition = Some(pipeline::pipeline_of(file));
                    }
                    None => {
                        head.is_error = true;
                        head.is_incomplete =
                            self.report_incomplete(after(token.extent), E::MissingFilenameOption, &[]);
                    }
                }
            } else {
                head.is_error = true;
                self.report(token.extent, E::InvalidSwitchFlag, &[name]);
            }
        }
    }

    fn switch_condition(&mut self, head: &mut SwitchHead) {
        let Some(l_paren) = self.take_if(K::LParen) else {
            if head.condition.is_none() && !head.flags.file {
                head.is_error = true;
                head.is_incomplete = self.report_incomplete(after(head.end), E::PipelineValueRequired, &[]);
            }
            return;
        };
        head.end = l_paren.extent;
        if head.flags.file {
            head.is_error = true;
            self.report(l_paren.extent, E::PipelineValueRequired, &[]);
        }
        self.skip_newlines();
        head.condition = self.pipeline_chain();
        match &head.condition {
            Some(condition) => head.end = condition.extent(),
            None => {
                head.is_error = true;
                head.is_incomplete =
                    self.report_incomplete(after(l_paren.extent), E::PipelineValueRequired, &[]);
            }
        }
        self.skip_newlines();
        let r_paren = self.next();
        if r_paren.kind == K::RParen {
            head.end = r_paren.extent;
            return;
        }
        self.unget(r_paren);
        if !head.is_incomplete {
            head.is_error = true;
            head.is_incomplete =
                self.report_incomplete(after(head.end), E::MissingEndParenthesisInSwitchStatement, &[]);
        }
    }

    fn switch_body(&mut self, l_curly: &Token, head: &mut SwitchHead, body: &mut SwitchBody) {
        head.end = l_curly.extent;
        self.skip_newlines();
        loop {
            let is_default = self.peek_kind() == K::Default;
            let condition: Expression = if is_default {
                let token = self.next();
                bare_word(token.extent, self.text_of(&token)).into()
            } else if let Some(condition) = self.single_command_argument(ArgumentContext::SwitchCondition) {
                condition
            } else {
                // what is no condition has no body, since a script block is a condition too
                head.is_error = true;
                self.report_incomplete(after(head.end), E::MissingSwitchConditionExpression, &[]);
                self.take_if(K::RCurly);
                return;
            };
            head.end = condition.extent();
            match self.statement_block() {
                None => {
                    head.is_error = true;
                    head.is_incomplete =
                        self.report_incomplete(after(head.end), E::MissingSwitchStatementClause, &[]);
                }
                Some(clause) => {
                    head.end = clause.extent;
                    if !is_default {
                        body.clauses.push((condition, clause));
                    } else {
                        if body.default.is_some() {
                            head.is_error = true;
                            self.report(condition.extent(), E::MultipleSwitchDefaultClauses, &[]);
                        }
                        body.default = Some(clause);
                    }
                }
            }
            self.skip_newlines_and_semicolons();
            match self.peek_kind() {
                K::RCurly => {
                    body.r_curly = Some(self.next().extent);
                    return;
                }
                K::EndOfInput => {
                    if !head.is_incomplete {
                        head.is_error = true;
                        let end = self.peek().extent;
                        self.report_incomplete_at(l_curly.extent, end, E::MissingEndCurlyBrace, &[]);
                    }
                    return;
                }
                _ => {}
            }
        }
    }
}

/// What stands before the braces of a `switch`.
#[derive(Default)]
struct SwitchHead {
    flags: SwitchFlags,
    condition: Option<Statement>,
    /// The last part that was read, for errors.
    end: Extent,
    is_error: bool,
    /// Whether an error of unfinished input was reported, so that those that follow from it need not be.
    is_incomplete: bool,
}

/// What stands between the braces of a `switch`.
#[derive(Default)]
struct SwitchBody {
    clauses: Vec<(Expression, StatementBlockAst)>,
    default: Option<StatementBlockAst>,
    r_curly: Option<Extent>,
}

/// The label of a loop or `switch`, without its colon.
pub(super) fn label_text(label: Option<&Token>) -> Option<Box<str>> {
    match &label?.value {
        TokenValue::Label(label) => Some(label.clone()),
        _ => None,
    }
}

fn if_error(
    extent: Extent,
    clauses: Vec<(Statement, StatementBlockAst)>,
    condition: Option<Statement>,
) -> Statement {
    let (mut conditions, bodies): (Vec<_>, Vec<_>) = clauses.into_iter().unzip();
    conditions.extend(condition);
    ErrorStatementAst { extent, keyword: Some("if".into()), conditions, bodies, nested: vec![] }.into()
}
