//! Statements by their first token, and those that are a word and little else.

use super::*;

impl Parser<'_> {
    /// A statement, or `None` where none begins.
    pub(super) fn statement(&mut self) -> Option<Statement> {
        if !self.enter() {
            return None;
        }
        let statement = self.statement_by_keyword();
        self.leave();
        statement
    }

    fn statement_by_keyword(&mut self) -> Option<Statement> {
        let mut token = self.next();
        let mut attributes = None;
        let mut restore_point = 0;
        if token.kind == K::Generic && self.text_of(&token).starts_with('[') {
            restore_point = token.local_start;
            self.resync(restore_point);
            let list = self.attribute_list(false);
            token = self.next();
            if !list.is_empty() && !self.attributes_fit(&list, &token) {
                self.resync(restore_point);
                token = self.next();
            }
            attributes = Some(list).filter(|list| !list.is_empty());
        }
        Some(match token.kind {
            K::If => self.if_statement(&token),
            K::Switch => self.switch_statement(None, &token),
            K::Foreach => self.foreach_statement(None, &token),
            K::For => self.for_statement(None, &token),
            K::While => self.while_statement(None, &token),
            K::Do => self.do_statement(None, &token),
            K::Function | K::Filter | K::Workflow => self.function_declaration(&token),
            K::Return => {
                let (extent, pipeline) = self.optional_pipeline(&token);
                ReturnStatementAst { extent, pipeline }.into()
            }
            K::Exit => {
                let (extent, pipeline) = self.optional_pipeline(&token);
                ExitStatementAst { extent, pipeline }.into()
            }
            K::Throw => {
                let (extent, pipeline) = self.optional_pipeline(&token);
                let is_rethrow = pipeline.is_none() && self.catch_depth > 0;
                ThrowStatementAst { extent, pipeline, is_rethrow }.into()
            }
            K::Break => {
                let (extent, label) = self.optional_label(&token);
                BreakStatementAst { extent, label }.into()
            }
            K::Continue => {
                let (extent, label) = self.optional_label(&token);
                ContinueStatementAst { extent, label }.into()
            }
            K::Trap => self.trap_statement(&token),
            K::Try => self.try_statement(&token),
            K::Data => self.data_statement(&token),
            K::Parallel | K::Sequence => self.block_statement(&token),
            K::Configuration => return self.configuration_statement(&token),
            K::From | K::Define | K::Var => {
                self.report(token.extent, E::ReservedKeywordNotAllowed, &[token.kind.text()]);
                error_statement(token.extent)
            }
            K::Label => {
                self.skip_newlines();
                return self.labeled_statement(token);
            }
            K::EndOfInput if attributes.is_some() => {
                self.resync(restore_point);
                return self.pipeline_chain();
            }
            K::EndOfInput => {
                self.unget(token);
                return None;
            }
            K::Else | K::ElseIf | K::Catch | K::Until if !self.tk.errors.is_empty() => {
                // what belongs to a statement that was in error is no command
                self.skip_newlines();
                return self.statement();
            }
            K::Class => self.class_definition(attributes.unwrap_or_default(), &token),
            K::Enum => self.enum_definition(attributes.unwrap_or_default(), &token),
            K::Using => {
                let statement = self.using_statement(&token);
                self.report(statement.extent(), E::UsingMustBeAtStartOfScript, &[]);
                statement
            }
            _ => {
                if attributes.is_some() {
                    self.resync(restore_point);
                } else {
                    self.unget(token);
                }
                return self.pipeline_chain();
            }
        })
    }

    /// Whether attributes may stand before the statement that `token` begins. A type before one of them is an
    /// error; before anything else the list is an expression.
    fn attributes_fit(&mut self, attributes: &[AttributeBase], token: &Token) -> bool {
        let constraint =
            attributes.iter().find(|attribute| matches!(attribute, AttributeBase::TypeConstraint(_)));
        if token.flags.intersects(TokenFlags::STATEMENT_DOESNT_SUPPORT_ATTRIBUTES) {
            if constraint.is_some() {
                return false;
            }
            let name = attributes[0].type_name().full_name();
            self.report(attributes[0].extent(), E::UnexpectedAttribute, &[&name]);
            return true;
        }
        if !token.flags.intersects(TokenFlags::KEYWORD) {
            return false;
        }
        if let Some(constraint) = constraint {
            let name = constraint.type_name().full_name();
            self.report(constraint.extent(), E::TypeNotAllowedBeforeStatement, &[&name]);
        }
        true
    }

    fn optional_pipeline(&mut self, keyword: &Token) -> (Extent, Option<Statement>) {
        let pipeline = self.pipeline_chain();
        let extent =
            pipeline.as_ref().map_or(keyword.extent, |pipeline| keyword.extent.to(pipeline.extent()));
        (extent, pipeline)
    }

    fn optional_label(&mut self, keyword: &Token) -> (Extent, Option<Expression>) {
        let label = self.label_or_key();
        let extent = label.as_ref().map_or(keyword.extent, |label| keyword.extent.to(label.extent()));
        (extent, label)
    }

    /// A plain name, if one follows.
    pub(super) fn simple_name(&mut self) -> Option<StringConstantExpressionAst> {
        self.tk.want_simple_name = true;
        let kind = self.peek_kind();
        self.tk.want_simple_name = false;
        if kind != K::Identifier {
            return None;
        }
        let token = self.next();
        self.tk.mark(token.extent, TokenFlags::MEMBER_NAME, TokenFlags::NONE);
        Some(bare_word(token.extent, self.text_of(&token)))
    }

    /// The label of `break` or the key of a hash table: a plain name or a unary expression.
    pub(super) fn label_or_key(&mut self) -> Option<Expression> {
        if let Some(name) = self.simple_name() {
            return Some(name.into());
        }
        if matches!(self.peek_kind(), K::NewLine | K::Semi) {
            return None;
        }
        self.with_comma_disabled(true, |parser| parser.unary_expression(false))
    }

    fn labeled_statement(&mut self, label: Token) -> Option<Statement> {
        let token = self.next();
        Some(match token.kind {
            K::Switch => self.switch_statement(Some(&label), &token),
            K::Foreach => self.foreach_statement(Some(&label), &token),
            K::For => self.for_statement(Some(&label), &token),
            K::While => self.while_statement(Some(&label), &token),
            K::Do => self.do_statement(Some(&label), &token),
            _ => {
                self.resync_token(&label);
                return self.pipeline_chain();
            }
        })
    }

    /// `parallel` and `sequence`, which only workflows had: the body is parsed, and the statement is an error.
    fn block_statement(&mut self, keyword: &Token) -> Statement {
        let text = self.text_of(keyword);
        match self.statement_block() {
            Some(body) => {
                let extent = keyword.extent.to(body.extent);
                self.report(keyword.extent, E::UnexpectedKeyword, &[text]);
                ErrorStatementAst {
                    extent,
                    keyword: Some(text.to_ascii_lowercase().into()),
                    conditions: vec![],
                    bodies: vec![body],
                    nested: vec![],
                }
                .into()
            }
            None => {
                self.report_incomplete(after(keyword.extent), E::MissingStatementAfterKeyword, &[text]);
                error_statement(keyword.extent)
            }
        }
    }

    /// `configuration NAME {`: PowerShell looks for the schemas of DSC, which are not there.
    fn configuration_statement(&mut self, keyword: &Token) -> Option<Statement> {
        self.skip_newlines();
        let name = self.next();
        match name.kind {
            K::LCurly => {
                self.report(after(keyword.extent), E::MissingConfigurationName, &[]);
                self.script_block_expression(&name);
                return self.statement();
            }
            K::EndOfInput | K::Comma => {
                let end = name.extent;
                self.unget(name);
                self.report_incomplete(after(end), E::MissingConfigurationName, &[]);
                return None;
            }
            _ => {}
        }
        let extent = name.extent;
        if self.command_argument(command::ArgumentContext::Argument, name).is_none() {
            self.report_incomplete(extent, E::MissingConfigurationName, &[]);
        }
        self.skip_newlines();
        self.report(extent, E::ParserError, &[MISSING_DSC_SCHEMAS]);
        self.take_if(K::LCurly);
        None
    }
}

/// What PowerShell says where DSC is not installed.
const MISSING_DSC_SCHEMAS: &str = "System.IO.DirectoryNotFoundException: Unable to find DSC schema store at \
     /etc/opt/omi/conf/dsc/configuration. Please ensure PS DSC for Linux is installed.";
