//! `try`, `trap` and `data`.

use super::command::ArgumentContext;
use super::*;

impl Parser<'_> {
    pub(super) fn trap_statement(&mut self, keyword: &Token) -> Statement {
        let restore_point = self.tk.restore_point();
        self.skip_newlines();
        let trap_type = match self.attribute() {
            Some(AttributeBase::TypeConstraint(constraint)) => Some(constraint),
            Some(AttributeBase::Attribute(_)) => {
                // an attribute belongs to what follows the trap, whose body is missing
                self.resync(restore_point);
                None
            }
            None => None,
        };
        match self.statement_block() {
            Some(body) => TrapStatementAst { extent: keyword.extent.to(body.extent), trap_type, body }.into(),
            None => {
                let end = trap_type.map_or(keyword.extent, |constraint| constraint.extent);
                self.report_incomplete(after(end), E::MissingTrapStatement, &[]);
                error_statement(keyword.extent.to(end))
            }
        }
    }

    pub(super) fn try_statement(&mut self, keyword: &Token) -> Statement {
        self.skip_newlines();
        let Some(body) = self.statement_block() else {
            self.report_incomplete(after(keyword.extent), E::MissingTryStatementBlock, &[]);
            return error_statement(keyword.extent);
        };
        let mut error_end = None;
        let mut catch_clauses = Vec::new();
        while let Some(clause) = self.catch_clause(&mut error_end) {
            catch_clauses.push(clause);
        }
        self.skip_newlines();
        let mut finally = None;
        if let Some(token) = self.take_if(K::Finally) {
            finally = self.statement_block();
            if finally.is_none() {
                error_end = Some(token.extent);
                let arguments = [token.kind.text()];
                self.report_incomplete(after(token.extent), E::MissingFinallyStatementBlock, &arguments);
            }
        }
        if catch_clauses.is_empty() && finally.is_none() && error_end.is_none() {
            error_end = Some(body.extent);
            self.report_incomplete(after(body.extent), E::MissingCatchOrFinally, &[]);
        }
        if let Some(end) = error_end {
            let mut bodies = vec![body];
            bodies.extend(catch_clauses.into_iter().map(|clause| clause.body));
            return ErrorStatementAst {
                extent: keyword.extent.to(end),
                keyword: None,
                conditions: vec![],
                bodies,
                nested: vec![],
            }
            .into();
        }
        let last = finally.as_ref().map(|block| block.extent);
        let last = last.or(catch_clauses.last().map(|clause| clause.extent)).unwrap_or(body.extent);
        TryStatementAst { extent: keyword.extent.to(last), body, catch_clauses, finally }.into()
    }

    /// A `catch`, or `None` where none follows or its body is missing (then `error_end` is set).
    fn catch_clause(&mut self, error_end: &mut Option<Extent>) -> Option<CatchClauseAst> {
        self.skip_newlines();
        let catch = self.take_if(K::Catch)?;
        let mut catch_types = Vec::new();
        let mut comma: Option<Extent> = None;
        loop {
            let restore_point = self.tk.restore_point();
            self.skip_newlines();
            match self.attribute() {
                None => {
                    if let Some(comma) = comma.filter(|_| true) {
                        *error_end = Some(comma);
                        self.report_incomplete(after(comma), E::MissingTypeLiteralToken, &[]);
                    }
                    break;
                }
                Some(AttributeBase::Attribute(_)) => {
                    self.resync(restore_point);
                    break;
                }
                Some(AttributeBase::TypeConstraint(constraint)) => catch_types.push(constraint),
            }
            self.skip_newlines();
            match self.take_if(K::Comma) {
                Some(token) => comma = Some(token.extent),
                None => {
                    comma = None;
                    break;
                }
            }
        }
        self.catch_depth += 1;
        let handler = self.statement_block();
        self.catch_depth -= 1;
        let Some(body) = handler else {
            // a missing type has been reported already
            if comma.is_none() || *error_end != comma {
                let end = catch_types.last().map_or(catch.extent, |constraint| constraint.extent);
                *error_end = Some(end);
                self.report_incomplete(after(end), E::MissingCatchHandlerBlock, &[]);
            }
            return None;
        };
        Some(CatchClauseAst { extent: catch.extent.to(body.extent), catch_types, body })
    }

    pub(super) fn data_statement(&mut self, keyword: &Token) -> Statement {
        self.skip_newlines();
        let name = self.simple_name();
        self.skip_newlines();
        let mut commands_allowed = Vec::new();
        let mut error_end = None;
        if let Some(token) = self.take_if(K::Parameter) {
            if let TokenValue::Parameter { name, .. } = &token.value
                && !abbreviates(name, "SupportedCommand")
            {
                error_end = Some(token.extent);
                self.report(token.extent, E::InvalidParameterForDataSectionStatement, &[name]);
            }
            let mut last = token.extent;
            loop {
                self.skip_newlines();
                let Some(command) = self.single_command_argument(ArgumentContext::Name) else {
                    if error_end.is_none() {
                        let id = E::MissingValueForSupportedCommandInDataSectionStatement;
                        self.report_incomplete(after(last), id, &[]);
                    }
                    error_end = Some(last);
                    break;
                };
                commands_allowed.push(command);
                match self.take_if(K::Comma) {
                    Some(comma) => last = comma.extent,
                    None => break,
                }
            }
        }
        if error_end.is_none() {
            if let Some(body) = self.statement_block() {
                return DataStatementAst {
                    extent: keyword.extent.to(body.extent),
                    variable: name.map(|name| name.value.as_str().into()),
                    commands_allowed,
                    body,
                }
                .into();
            }
            let end = commands_allowed.last().map(Expression::extent);
            let end = end.or(name.map(|name| name.extent)).unwrap_or(keyword.extent);
            error_end = Some(end);
            self.report_incomplete(after(end), E::MissingStatementBlockForDataSection, &[]);
        }
        ErrorStatementAst {
            extent: keyword.extent.to(error_end.unwrap_or(keyword.extent)),
            keyword: None,
            conditions: vec![],
            bodies: vec![],
            nested: commands_allowed,
        }
        .into()
    }
}
