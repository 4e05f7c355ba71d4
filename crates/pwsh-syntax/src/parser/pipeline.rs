//! Assignments, pipelines and chains of them.

use super::*;

/// A chain so far: its first pipeline or the chain of all before, and the operator after it.
struct Chain {
    left: Statement,
    operator: ChainOperator,
    operator_extent: Extent,
}

impl Parser<'_> {
    /// pipeline-chain: an assignment, or pipelines with `&&` and `||` between, with or without a `&` behind.
    pub(super) fn pipeline_chain(&mut self) -> Option<Statement> {
        if !self.enter() {
            return None;
        }
        let statement = self.assignment_or_chain();
        self.leave();
        statement
    }

    fn assignment_or_chain(&mut self) -> Option<Statement> {
        let mut first = None;
        if !self.word_follows() {
            let (expression, operator) = self.in_mode(Mode::Expression, |parser| {
                let expression = parser.expression(false);
                // looked for here, since in a command `=0` would be one word
                let is_assignment =
                    expression.is_some() && parser.peek_kind().has_trait(TokenFlags::ASSIGNMENT_OPERATOR);
                let operator = is_assignment.then(|| parser.next());
                (expression, operator)
            });
            if let (Some(_), Some(operator)) = (&expression, operator) {
                return Some(self.assignment(expression?, &operator));
            }
            first = expression;
        }
        self.chain(first)
    }

    fn assignment(&mut self, left: Expression, token: &Token) -> Statement {
        let operator = match token.kind {
            K::PlusEquals => AssignmentOperator::PlusEquals,
            K::MinusEquals => AssignmentOperator::MinusEquals,
            K::MultiplyEquals => AssignmentOperator::MultiplyEquals,
            K::DivideEquals => AssignmentOperator::DivideEquals,
            K::RemainderEquals => AssignmentOperator::RemainderEquals,
            K::QuestionQuestionEquals => AssignmentOperator::QuestionQuestionEquals,
            _ => AssignmentOperator::Equals,
        };
        self.skip_newlines();
        let right = self.statement().unwrap_or_else(|| {
            let place = after(token.extent);
            self.report_incomplete(place, E::ExpectedValueExpression, &[token.kind.text()]);
            error_statement(place)
        });
        let extent = left.extent().to(right.extent());
        let right = unwrap_expression(right);
        AssignmentStatementAst { extent, left, operator, right, error_position: token.extent }.into()
    }

    fn chain(&mut self, first: Option<Expression>) -> Option<Statement> {
        let mut start = first;
        let mut chain: Option<Chain> = None;
        let mut links = 0;
        loop {
            let had_expression = start.is_some();
            let first_token = (!had_expression).then(|| (self.peek_kind(), self.peek().extent));
            let Some(pipeline) = self.pipeline(start.take()) else {
                let chain = chain?;
                return Some(self.missing_pipeline(chain, first_token));
            };
            let token = self.peek();
            let (kind, extent) = (token.kind, token.extent);
            let operator = match kind {
                K::AndAnd => ChainOperator::AndAnd,
                K::OrOr => ChainOperator::OrOr,
                K::Ampersand => {
                    self.skip_token();
                    if matches!(self.peek_kind(), K::AndAnd | K::OrOr) {
                        let token = self.next();
                        self.report(token.extent, E::BackgroundOperatorInPipelineChain, &[]);
                        let start = chain.map_or(pipeline.extent, |chain| chain.left.extent());
                        return Some(error_statement(start.to(token.extent)));
                    }
                    return Some(finish_chain(chain, pipeline, true));
                }
                _ => return Some(finish_chain(chain, pipeline, false)),
            };
            self.skip_token();
            self.skip_newlines();
            let left = finish_chain(chain, pipeline, false);
            if self.peek_kind() == K::EndOfInput {
                self.report_incomplete(after(extent), E::EmptyPipelineChainElement, &[]);
                return Some(left);
            }
            if !self.link(&mut links) {
                return Some(left);
            }
            chain = Some(Chain { left, operator, operator_extent: extent });
        }
    }

    /// Reports that no pipeline follows a chain operator.
    fn missing_pipeline(&mut self, chain: Chain, first_token: Option<(K, Extent)>) -> Statement {
        let text = self.slice(chain.operator_extent);
        match first_token {
            Some((K::EndOfInput, _)) => {
                let place = after(chain.operator_extent);
                self.report_incomplete(place, E::EmptyPipelineChainElement, &[text]);
            }
            // the command has reported the operator without a command
            Some((K::Dot | K::Ampersand, _)) => {}
            Some((_, extent)) => {
                let place = chain.operator_extent.to(extent);
                self.report(place, E::EmptyPipelineChainElement, &[text]);
            }
            None => {}
        }
        let extent = chain.left.extent().to(chain.operator_extent);
        ErrorStatementAst {
            extent,
            keyword: None,
            conditions: vec![chain.left],
            bodies: vec![],
            nested: vec![],
        }
        .into()
    }

    /// A pipeline, whose first element may have been read as an expression already.
    fn pipeline(&mut self, first: Option<Expression>) -> Option<PipelineAst> {
        let mut expression = first;
        let mut elements: Vec<PipelineElement> = Vec::new();
        let mut pipe: Option<Extent> = None;
        loop {
            if expression.is_none() && !self.word_follows() {
                expression = self.in_mode(Mode::Expression, |parser| parser.expression(false));
            }
            let element = match expression.take() {
                Some(expression) => {
                    if !elements.is_empty() {
                        self.report(expression.extent(), E::ExpressionsMustBeFirstInPipeline, &[]);
                    }
                    Some(PipelineElement::Expression(Box::new(self.command_expression(expression))))
                }
                None => self.command().map(|command| PipelineElement::Command(Box::new(command))),
            };
            match element {
                Some(element) => elements.push(element),
                None => {
                    if !elements.is_empty() || self.peek_kind() == K::Pipe {
                        let place = pipe.map_or_else(|| self.peek().extent, after);
                        self.report_incomplete(place, E::EmptyPipeElement, &[]);
                    }
                }
            }
            if self.peek_kind() == K::NewLine {
                let newline = self.next();
                let goes_on = self.tk.is_pipe_continuation(&newline);
                self.unget(newline);
                if goes_on {
                    self.skip_newlines();
                }
            }
            match self.peek_kind() {
                K::Pipe => {
                    let token = self.next();
                    pipe = Some(token.extent);
                    self.skip_newlines();
                    if self.peek_kind() == K::EndOfInput {
                        self.report_incomplete(after(token.extent), E::EmptyPipeElement, &[]);
                        break;
                    }
                }
                K::Semi
                | K::NewLine
                | K::RParen
                | K::RCurly
                | K::EndOfInput
                | K::AndAnd
                | K::OrOr
                | K::Ampersand => break,
                _ => {
                    let extent = self.peek().extent;
                    let text = self.slice(extent);
                    self.report(extent, E::UnexpectedToken, &[text]);
                    break;
                }
            }
        }
        let extent = elements.first()?.extent().to(elements.last()?.extent());
        Some(PipelineAst { extent, pipeline_elements: elements, background: false })
    }

    fn command_expression(&mut self, expression: Expression) -> CommandExpressionAst {
        let mut redirections = Redirections::default();
        let mut extent = expression.extent();
        while matches!(self.peek_kind(), K::Redirection | K::RedirectInStd) {
            let token = self.next();
            if let Some(end) = self.redirection(&token, &mut redirections).1 {
                extent = extent.to(end);
            }
        }
        CommandExpressionAst { extent, expression, redirections: redirections.in_order() }
    }

    /// A redirection from its operator on. Gives the extent of what was read, and that of the redirection if it
    /// is one that PowerShell has.
    pub(super) fn redirection(
        &mut self,
        token: &Token,
        redirections: &mut Redirections,
    ) -> (Extent, Option<Extent>) {
        let redirection = match token.value {
            TokenValue::MergingRedirection { from, to } => {
                if to != RedirectionStream::Output || from == to {
                    let text = self.text_of(token);
                    self.report(token.extent, E::RedirectionNotSupported, &[text]);
                }
                Redirection::Merging(MergingRedirectionAst {
                    extent: token.extent,
                    from_stream: from,
                    to_stream: RedirectionStream::Output,
                })
            }
            _ => {
                let location =
                    self.single_command_argument(command::ArgumentContext::FileName).unwrap_or_else(|| {
                        self.report(after(token.extent), E::MissingFileSpecification, &[]);
                        error_expression(token.extent)
                    });
                let extent = token.extent.to(location.extent());
                let TokenValue::FileRedirection { from, append } = token.value else {
                    let text = self.text_of(token);
                    self.report(token.extent, E::RedirectionNotSupported, &[text]);
                    return (extent, None);
                };
                Redirection::File(Box::new(FileRedirectionAst {
                    extent,
                    from_stream: from,
                    append,
                    location,
                }))
            }
        };
        let extent = redirection.extent();
        if let Err(stream) = redirections.add(redirection) {
            let name = match stream {
                RedirectionStream::All => "* stream",
                RedirectionStream::Output => "output stream",
                RedirectionStream::Error => "error stream",
                RedirectionStream::Warning => "warning stream",
                RedirectionStream::Verbose => "verbose stream",
                RedirectionStream::Debug => "debug stream",
                RedirectionStream::Information => "information stream",
            };
            self.report(extent, E::StreamAlreadyRedirected, &[name]);
        }
        (extent, Some(extent))
    }
}

/// The redirections of a command, at most one of each stream.
#[derive(Default)]
pub(super) struct Redirections([Option<Redirection>; 7]);

impl Redirections {
    fn add(&mut self, redirection: Redirection) -> Result<(), RedirectionStream> {
        let stream = match &redirection {
            Redirection::Merging(merging) => merging.from_stream,
            Redirection::File(file) => file.from_stream,
        };
        let place = &mut self.0[stream as usize];
        if place.is_some() {
            return Err(stream);
        }
        *place = Some(redirection);
        Ok(())
    }

    /// In the order of the streams, which is PowerShell's.
    pub fn in_order(self) -> Vec<Redirection> {
        self.0.into_iter().flatten().collect()
    }
}

fn finish_chain(chain: Option<Chain>, mut pipeline: PipelineAst, background: bool) -> Statement {
    match chain {
        None => {
            pipeline.background = background;
            pipeline.into()
        }
        Some(chain) => PipelineChainAst {
            extent: chain.left.extent().to(pipeline.extent),
            lhs_pipeline_chain: chain.left,
            operator: chain.operator,
            rhs_pipeline: Box::new(pipeline),
            background,
        }
        .into(),
    }
}

/// A pipeline of one plain expression is that expression on the right of an assignment.
fn unwrap_expression(statement: Statement) -> Statement {
    match statement {
        Statement::Pipeline(mut pipeline)
            if !pipeline.background
                && matches!(pipeline.pipeline_elements[..], [PipelineElement::Expression(_)]) =>
        {
            match pipeline.pipeline_elements.pop() {
                Some(PipelineElement::Expression(expression)) => Statement::CommandExpression(expression),
                _ => Statement::Pipeline(pipeline),
            }
        }
        other => other,
    }
}

/// A pipeline of one plain expression.
pub(super) fn pipeline_of(expression: Expression) -> Statement {
    let extent = expression.extent();
    let element = CommandExpressionAst { extent, expression, redirections: vec![] };
    PipelineAst {
        extent,
        pipeline_elements: vec![PipelineElement::Expression(Box::new(element))],
        background: false,
    }
    .into()
}
