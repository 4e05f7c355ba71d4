//! Commands and their arguments.

use super::pipeline::Redirections;
use super::*;

/// After this argument the rest of the line is an argument as it stands.
const VERBATIM_ARGUMENT: &str = "--%";

/// Where an argument stands, which tells what it may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ArgumentContext {
    /// A command's name.
    Name,
    /// A command's name after `&` or `.`, where it is expanded.
    NameAfterOperator,
    /// A file.
    FileName,
    /// An argument, where commas make arrays.
    Argument,
    /// The condition of a `switch` clause.
    SwitchCondition,
}

impl ArgumentContext {
    fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::NameAfterOperator)
    }
}

impl Parser<'_> {
    pub(super) fn command(&mut self) -> Option<CommandAst> {
        if !self.enter() {
            return None;
        }
        let command = self.in_mode(Mode::Command, Self::command_in_mode);
        self.leave();
        command
    }

    fn command_in_mode(&mut self) -> Option<CommandAst> {
        let mut token = self.next();
        let first = token.extent;
        let invocation_operator = match token.kind {
            K::Dot => InvocationOperator::Dot,
            K::Ampersand => InvocationOperator::Ampersand,
            _ => InvocationOperator::None,
        };
        let mut context = ArgumentContext::Name;
        if invocation_operator != InvocationOperator::None {
            context = ArgumentContext::NameAfterOperator;
            token = self.next();
        }
        let mut elements: Vec<CommandElement> = Vec::new();
        let mut redirections = Redirections::default();
        let mut end = first;
        let mut saw_dash_dash = false;
        loop {
            match token.kind {
                K::Pipe
                | K::RCurly
                | K::RParen
                | K::EndOfInput
                | K::NewLine
                | K::Semi
                | K::AndAnd
                | K::OrOr
                | K::Ampersand => {
                    self.unget(token);
                    break;
                }
                K::MinusMinus => {
                    end = token.extent;
                    elements.push(self.dash_dash(&token, saw_dash_dash));
                    saw_dash_dash = true;
                }
                K::Comma => {
                    end = token.extent;
                    self.report(token.extent, E::MissingArgument, &[]);
                    self.skip_newlines();
                }
                K::Parameter if !context.is_name() && !saw_dash_dash => {
                    let parameter = self.command_parameter(token);
                    end = parameter.extent;
                    elements.push(CommandElement::Parameter(Box::new(parameter)));
                }
                K::Redirection | K::RedirectInStd if !context.is_name() => {
                    end = self.redirection(&token, &mut redirections).0;
                }
                K::Parameter | K::Redirection | K::RedirectInStd => {
                    end = token.extent;
                    self.tk.mark(end, TokenFlags::COMMAND_NAME, TokenFlags::NONE);
                    let word = bare_word(end, self.text_of(&token));
                    elements.push(CommandElement::Expression(word.into()));
                }
                _ => {
                    let is_verbatim =
                        matches!(&token.value, TokenValue::Text(text) if text.as_str() == VERBATIM_ARGUMENT);
                    let Some(argument) = self.command_argument(context, token) else { break };
                    end = argument.extent();
                    elements.push(CommandElement::Expression(argument));
                    if is_verbatim && self.take_parameter_for_verbatim() {
                        let rest = self.tk.verbatim_argument();
                        end = rest.extent;
                        let word = bare_word(end, self.text_of(&rest));
                        elements.push(CommandElement::Expression(word.into()));
                        break;
                    }
                }
            }
            context = ArgumentContext::Argument;
            token = self.next();
        }
        if elements.is_empty() {
            if invocation_operator != InvocationOperator::None {
                let text = self.slice(first);
                self.report(first, E::MissingExpression, &[text]);
            }
            return None;
        }
        Some(CommandAst {
            extent: first.to(end),
            invocation_operator,
            command_elements: elements,
            redirections: redirections.in_order(),
        })
    }

    /// Whether the rest of the line can be taken verbatim: nothing but a parameter was read ahead.
    fn take_parameter_for_verbatim(&mut self) -> bool {
        if self.stopped || self.ungot.as_ref().is_some_and(|token| token.kind != K::Parameter) {
            return false;
        }
        self.ungot = None;
        true
    }

    /// The first `--` ends the parameters, further ones are arguments.
    fn dash_dash(&self, token: &Token, is_argument: bool) -> CommandElement {
        if is_argument {
            return CommandElement::Expression(bare_word(token.extent, self.text_of(token)).into());
        }
        CommandElement::Parameter(Box::new(CommandParameterAst {
            extent: token.extent,
            parameter_name: "-".into(),
            argument: None,
            error_position: token.extent,
        }))
    }

    fn command_parameter(&mut self, token: Token) -> CommandParameterAst {
        let error_position = token.extent;
        let TokenValue::Parameter { name, used_colon } = token.value else {
            unreachable!("a parameter token carries its name")
        };
        let mut argument = None;
        let mut extent = error_position;
        // a comma is left to be reported by the command
        if used_colon && self.peek_kind() != K::Comma {
            let token = self.next();
            argument = self.command_argument(ArgumentContext::Argument, token);
            match &argument {
                Some(argument) => extent = extent.to(argument.extent()),
                None => {
                    let text = self.slice(error_position);
                    self.report(after(error_position), E::ParameterRequiresArgument, &[text]);
                }
            }
        }
        CommandParameterAst { extent, parameter_name: name, argument, error_position }
    }

    /// One argument where one is needed; `None` where none follows.
    pub(super) fn single_command_argument(&mut self, context: ArgumentContext) -> Option<Expression> {
        if matches!(self.peek_kind(), K::Comma | K::EndOfInput) {
            return None;
        }
        self.in_mode(Mode::Command, |parser| {
            let token = parser.next();
            parser.command_argument(context, token)
        })
    }

    /// The argument that begins with `token`; `None` (and the token put back) where that begins none.
    pub(super) fn command_argument(&mut self, context: ArgumentContext, token: Token) -> Option<Expression> {
        let mut token = token;
        let mut elements: Vec<Expression> = Vec::new();
        let mut comma: Option<Extent> = None;
        loop {
            let Some((argument, is_verbatim)) = self.argument_element(context, token) else {
                let comma = comma?;
                self.report_incomplete(after(comma), E::MissingExpression, &[","]);
                let start = elements.first().map_or(comma, Expression::extent);
                return Some(ErrorExpressionAst { extent: start.to(comma), nested: elements }.into());
            };
            let may_go_on = context == ArgumentContext::Argument && !is_verbatim;
            if !may_go_on || self.peek_kind() != K::Comma {
                if elements.is_empty() {
                    return Some(argument);
                }
                elements.push(argument);
                let extent = elements[0].extent().to(elements[elements.len() - 1].extent());
                return Some(ArrayLiteralAst { extent, elements }.into());
            }
            elements.push(argument);
            comma = Some(self.next().extent);
            self.skip_newlines();
            token = self.next();
        }
    }

    fn argument_element(&mut self, context: ArgumentContext, token: Token) -> Option<(Expression, bool)> {
        match token.kind {
            K::Pipe
            | K::RCurly
            | K::RParen
            | K::EndOfInput
            | K::NewLine
            | K::Semi
            | K::Redirection
            | K::RedirectInStd
            | K::AndAnd
            | K::OrOr
            | K::Ampersand
            | K::MinusMinus
            | K::Comma => {
                self.unget(token);
                None
            }
            K::SplattedVariable
            | K::Variable
            | K::Number
            | K::HereStringExpandable
            | K::StringExpandable
            | K::HereStringLiteral
            | K::StringLiteral
            | K::LParen
            | K::DollarParen
            | K::AtParen
            | K::AtCurly
            | K::LCurly => {
                self.unget(token);
                self.primary_expression(true).map(|expression| (expression, false))
            }
            K::Generic => {
                if context.is_name() {
                    self.tk.mark(token.extent, TokenFlags::COMMAND_NAME, TokenFlags::NONE);
                }
                Some(self.word(context, token))
            }
            _ => {
                // a keyword is a word here
                let extent = token.extent;
                let added = if context.is_name() { TokenFlags::COMMAND_NAME } else { TokenFlags::NONE };
                self.tk.mark(extent, added, TokenFlags::KEYWORD);
                if !context.is_name() {
                    self.tk.mark_command_argument(extent);
                }
                Some((bare_word(extent, self.text_of(&token)).into(), false))
            }
        }
    }

    /// A word, and whether it is `--%`. The name of a command is expanded only after an operator.
    fn word(&mut self, context: ArgumentContext, token: Token) -> (Expression, bool) {
        let extent = token.extent;
        let value = match token.value {
            TokenValue::Expandable(text) if context != ArgumentContext::Name => {
                return (self.expandable(extent, StringConstantType::BareWord, *text), false);
            }
            TokenValue::Expandable(text) => text.value,
            TokenValue::Text(text) => text,
            _ => StringText::new(self.slice(extent)),
        };
        let is_verbatim = value.as_str() == VERBATIM_ARGUMENT;
        let string_constant_type = StringConstantType::BareWord;
        (StringConstantExpressionAst { extent, value, string_constant_type }.into(), is_verbatim)
    }
}
