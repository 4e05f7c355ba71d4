//! Script blocks: `param`, named blocks, lists of statements.

use super::*;

impl Parser<'_> {
    /// script-block: using-statements? param-block? (named-block-list | statement-list). With `l_curly` up to
    /// and with the closing brace, else to the end of the text. `first_statement` is put before the others: the
    /// call of the base constructor.
    pub(super) fn script_block(
        &mut self,
        l_curly: Option<&Token>,
        is_filter: bool,
        first_statement: Option<Statement>,
    ) -> ScriptBlockAst {
        self.skip_newlines();
        let using_statements = if l_curly.is_none() { self.using_statements() } else { Vec::new() };
        let restore_point = match &self.ungot {
            Some(token) => token.local_start,
            None => self.tk.restore_point(),
        };
        let param_block = self.param_block();
        if param_block.is_none() {
            // attributes without `param` are types or casts, to be read again
            self.resync(restore_point);
        }
        self.skip_newlines_and_semicolons();
        self.script_block_body(l_curly, using_statements, param_block, is_filter, first_statement)
    }

    fn using_statements(&mut self) -> Vec<UsingStatementAst> {
        let mut statements = Vec::new();
        while self.peek_kind() == K::Using {
            let token = self.next();
            let statement = self.using_statement(&token);
            self.skip_newlines_and_semicolons();
            if let Statement::Using(statement) = statement {
                statements.push(*statement);
            }
        }
        let token = self.next();
        self.resync_token(&token);
        statements
    }

    fn param_block(&mut self) -> Option<ParamBlockAst> {
        self.skip_newlines();
        let candidates = self.attribute_list(false);
        self.skip_newlines();
        let param = self.take_if(K::Param)?;
        self.skip_newlines();
        let l_paren = self.next();
        if l_paren.kind != K::LParen {
            // a command named param
            self.unget(l_paren);
            return None;
        }
        let parameters = self.parameter_list();
        self.skip_newlines();
        let r_paren = self.next();
        let mut end = r_paren.extent;
        if r_paren.kind != K::RParen {
            end = self.before(r_paren.extent);
            self.unget(r_paren);
            let last = parameters.last().map_or(l_paren.extent, |parameter| parameter.extent);
            self.report_incomplete(after(last), E::MissingEndParenthesisInFunctionParameterList, &[]);
        }
        let mut attributes = Vec::new();
        for candidate in candidates {
            match candidate {
                AttributeBase::Attribute(attribute) => attributes.push(*attribute),
                AttributeBase::TypeConstraint(constraint) => {
                    let name = constraint.type_name.full_name();
                    self.report(constraint.extent, E::TypeNotAllowedBeforeParam, &[&name]);
                }
            }
        }
        Some(ParamBlockAst { extent: param.extent.to(end), attributes, parameters })
    }

    fn script_block_body(
        &mut self,
        l_curly: Option<&Token>,
        using_statements: Vec<UsingStatementAst>,
        param_block: Option<ParamBlockAst>,
        is_filter: bool,
        first_statement: Option<Statement>,
    ) -> ScriptBlockAst {
        if self.peek().flags.intersects(TokenFlags::SCRIPT_BLOCK_BLOCK_NAME) {
            return self.named_block_list(l_curly, using_statements, param_block);
        }
        let mut statements: Vec<Statement> = first_statement.into_iter().collect();
        let mut traps = Vec::new();
        let mut list_extent = param_block.as_ref().map(|block| block.extent);
        let extent = loop {
            if let Some(extent) = self.statement_list(&mut statements, &mut traps) {
                list_extent = Some(list_extent.map_or(extent, |list| list.to(extent)));
            }
            let (extent, complete) = self.complete_script_block_body(l_curly, &mut list_extent);
            if complete {
                break extent;
            }
        };
        let block = NamedBlockAst {
            extent: list_extent.unwrap_or(Extent::empty_at(extent.start)),
            block_kind: if is_filter { BlockKind::Process } else { BlockKind::End },
            unnamed: true,
            statements,
            traps,
        };
        let mut script_block = self.empty_script_block(extent, using_statements, param_block);
        let place = if is_filter { &mut script_block.process_block } else { &mut script_block.end_block };
        *place = Some(block);
        script_block
    }

    fn empty_script_block(
        &self,
        extent: Extent,
        using_statements: Vec<UsingStatementAst>,
        param_block: Option<ParamBlockAst>,
    ) -> ScriptBlockAst {
        ScriptBlockAst {
            extent,
            source: Arc::clone(self.source),
            using_statements,
            param_block,
            dynamic_param_block: None,
            begin_block: None,
            process_block: None,
            end_block: None,
            clean_block: None,
            script_requirements: None,
        }
    }

    /// The closing brace or the end of the text. Gives the extent of the whole, and whether it is complete: an
    /// unexpected token in a script is eaten, and more statements follow it.
    fn complete_script_block_body(
        &mut self,
        l_curly: Option<&Token>,
        body_extent: &mut Option<Extent>,
    ) -> (Extent, bool) {
        let token = self.next();
        let Some(l_curly) = l_curly else {
            let extent = self.tk.script_extent();
            if token.kind == K::EndOfInput {
                return (extent, true);
            }
            let text = self.text_of(&token);
            self.report(token.extent, E::UnexpectedToken, &[text]);
            return (extent, false);
        };
        let l_extent = l_curly.extent;
        if token.kind != K::RCurly {
            let end = body_extent.unwrap_or(l_extent);
            self.report_incomplete_at(l_extent, token.extent, E::MissingEndCurlyBrace, &[]);
            self.unget(token);
            return (l_extent.to(end), true);
        }
        if body_extent.is_none() && l_extent.end != token.extent.start {
            *body_extent = Some(after(l_extent).to(self.before(token.extent)));
        }
        (l_extent.to(token.extent), true)
    }

    fn named_block_list(
        &mut self,
        l_curly: Option<&Token>,
        using_statements: Vec<UsingStatementAst>,
        param_block: Option<ParamBlockAst>,
    ) -> ScriptBlockAst {
        let start = l_curly.map(|token| token.extent).or(param_block.as_ref().map(|block| block.extent));
        let mut blocks: [Option<NamedBlockAst>; 5] = Default::default();
        let mut first = start;
        let mut last = start;
        let extent = loop {
            let name = self.next();
            let kind = match name.kind {
                K::Dynamicparam => BlockKind::DynamicParam,
                K::Begin => BlockKind::Begin,
                K::Process => BlockKind::Process,
                K::End => BlockKind::End,
                K::Clean => BlockKind::Clean,
                K::RCurly | K::EndOfInput => {
                    self.unget(name);
                    let mut body = first.zip(last).map(|(first, last)| first.to(last));
                    break self.complete_script_block_body(l_curly, &mut body).0;
                }
                _ => {
                    let text = self.text_of(&name);
                    self.report(name.extent, E::MissingNamedBlocks, &[text]);
                    break if l_curly.is_some() {
                        self.unget(name);
                        first.zip(last).map_or(Extent::default(), |(first, last)| first.to(last))
                    } else {
                        self.tk.script_extent()
                    };
                }
            };
            first.get_or_insert(name.extent);
            let keyword = name.kind.text();
            let mut end = name.extent;
            let (statements, traps) = match self.statement_block() {
                Some(block) => {
                    end = block.extent;
                    (block.statements, block.traps)
                }
                None => {
                    self.report_incomplete(after(name.extent), E::MissingNamedStatementBlock, &[keyword]);
                    (vec![], vec![])
                }
            };
            last = Some(end);
            let extent = name.extent.to(end);
            let place = &mut blocks[kind as usize];
            if place.is_none() {
                *place = Some(NamedBlockAst { extent, block_kind: kind, unnamed: false, statements, traps });
            } else {
                self.report(extent, E::DuplicateScriptCommandClause, &[keyword]);
            }
            self.skip_newlines_and_semicolons();
        };
        let [dynamic_param_block, begin_block, process_block, end_block, clean_block] = blocks;
        ScriptBlockAst {
            dynamic_param_block,
            begin_block,
            process_block,
            end_block,
            clean_block,
            ..self.empty_script_block(extent, using_statements, param_block)
        }
    }

    /// statement-block: new-lines? `{` statement-list? `}`
    pub(super) fn statement_block(&mut self) -> Option<StatementBlockAst> {
        self.skip_newlines();
        let l_curly = self.take_if(K::LCurly)?;
        let mut statements = Vec::new();
        let mut traps = Vec::new();
        let list = self.statement_list(&mut statements, &mut traps);
        let r_curly = self.next();
        let end = if r_curly.kind == K::RCurly {
            r_curly.extent
        } else {
            self.report_incomplete_at(l_curly.extent, r_curly.extent, E::MissingEndCurlyBrace, &[]);
            self.unget(r_curly);
            list.unwrap_or(l_curly.extent)
        };
        Some(StatementBlockAst { extent: l_curly.extent.to(end), statements, traps })
    }

    /// Statements up to a closing bracket, the end of the text or what is no statement. Gives their extent.
    pub(super) fn statement_list(
        &mut self,
        statements: &mut Vec<Statement>,
        traps: &mut Vec<TrapStatementAst>,
    ) -> Option<Extent> {
        let mut extent: Option<Extent> = None;
        self.skip_newlines_and_semicolons();
        while let Some(statement) = self.statement() {
            let this = statement.extent();
            if self.tk.begin_signature.is_some_and(|signature| signature.start < this.start) {
                self.report(this, E::TokenAfterEndOfValidScriptText, &[]);
            }
            match statement {
                Statement::Trap(trap) => traps.push(*trap),
                other => statements.push(other),
            }
            extent = Some(extent.map_or(this, |list| list.to(this)));
            self.skip_newlines_and_semicolons();
            if matches!(self.peek_kind(), K::RParen | K::RCurly) {
                break;
            }
        }
        extent
    }
}
