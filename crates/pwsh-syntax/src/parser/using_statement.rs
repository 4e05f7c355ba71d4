//! `using` statements.

use super::command::ArgumentContext;
use super::*;

impl Parser<'_> {
    /// From the keyword on; an error statement where it is wrong.
    pub(super) fn using_statement(&mut self, keyword: &Token) -> Statement {
        let directive = self.next();
        let kind = match directive.kind {
            K::Namespace => UsingStatementKind::Namespace,
            K::Type => UsingStatementKind::Type,
            K::Module => UsingStatementKind::Module,
            K::Command => UsingStatementKind::Command,
            K::Assembly => UsingStatementKind::Assembly,
            _ => {
                self.unget(directive);
                self.report_incomplete(after(keyword.extent), E::MissingUsingStatementDirective, &[]);
                return error_statement(keyword.extent);
            }
        };
        let item_token = self.next();
        if matches!(item_token.kind, K::EndOfInput | K::NewLine | K::Comma | K::Semi) {
            self.report_incomplete(after(directive.extent), E::MissingUsingItemName, &[]);
            if item_token.kind == K::EndOfInput {
                self.unget(item_token);
            }
            return error_statement(keyword.extent.to(directive.extent));
        }
        let item_extent = item_token.extent;
        let Some(item) = self.command_argument(ArgumentContext::Argument, item_token) else {
            let text = self.slice(item_extent);
            self.report(item_extent, E::InvalidValueForUsingItemName, &[text]);
            self.sync_on_error(true, &[K::Semi, K::NewLine]);
            return error_statement(keyword.extent.to(item_extent));
        };
        let extent = keyword.extent.to(item.extent());
        let (name, module_specification) = match item {
            Expression::StringConstant(name) => (Some(*name), None),
            Expression::Hashtable(table) if kind == UsingStatementKind::Module => (None, Some(*table)),
            other => {
                let text = self.slice(other.extent());
                self.report(other.extent(), E::InvalidValueForUsingItemName, &[text]);
                return error_statement(extent);
            }
        };
        let statement = UsingStatementAst { extent, kind, name, alias: None, module_specification };
        let takes_alias = kind != UsingStatementKind::Assembly && statement.module_specification.is_none();
        if takes_alias {
            if self.peek_kind() == K::Equals {
                return self.using_alias(keyword, statement);
            }
            if matches!(kind, UsingStatementKind::Type | UsingStatementKind::Command) {
                self.report_incomplete(after(item_extent), E::MissingEqualsInUsingAlias, &[]);
                return error_statement(extent);
            }
        }
        self.require_statement_terminator();
        statement.into()
    }

    fn using_alias(&mut self, keyword: &Token, mut statement: UsingStatementAst) -> Statement {
        let equals = self.next();
        let token = self.next();
        match token.kind {
            K::EndOfInput | K::NewLine | K::Semi => {
                self.unget(token);
                self.report_incomplete(after(equals.extent), E::MissingNamespaceAlias, &[]);
                return error_statement(keyword.extent.to(equals.extent));
            }
            K::Comma => {
                let text = self.text_of(&token);
                self.report(token.extent, E::UnexpectedUnaryOperator, &[text]);
                return error_statement(keyword.extent.to(token.extent));
            }
            _ => {}
        }
        let token_extent = token.extent;
        match self.command_argument(ArgumentContext::Argument, token) {
            Some(Expression::StringConstant(alias)) => {
                statement.extent = keyword.extent.to(alias.extent);
                statement.alias = Some(*alias);
            }
            Some(Expression::Hashtable(table)) if statement.kind == UsingStatementKind::Module => {
                statement.extent = keyword.extent.to(table.extent);
                statement.module_specification = Some(*table);
            }
            other => {
                let extent = other.map_or(token_extent, |expression| expression.extent());
                let text = self.slice(extent);
                self.report(extent, E::InvalidValueForUsingItemName, &[text]);
                return error_statement(keyword.extent.to(extent));
            }
        }
        self.require_statement_terminator();
        statement.into()
    }

    fn require_statement_terminator(&mut self) {
        match self.peek_kind() {
            K::NewLine | K::Semi => self.skip_token(),
            K::EndOfInput => {}
            _ => {
                let extent = self.peek().extent;
                self.report_incomplete(extent, E::MissingStatementTerminator, &[]);
            }
        }
    }
}
