//! Pipelines and commands.

use super::Compiler;
use super::expression::text;
use crate::code::{Argument, Command, CommandName, Element, Expr, Pipeline, Redirection};
use pwsh_syntax::Extent;
use pwsh_syntax::ast::*;
use pwsh_value::{PsString, Result};

impl Compiler<'_> {
    pub(super) fn pipeline(&mut self, p: &PipelineAst) -> Result<Pipeline> {
        let elements = p.pipeline_elements.iter().map(|e| self.element(e)).collect::<Result<_>>()?;
        Ok(Pipeline { elements })
    }

    fn element(&mut self, element: &PipelineElement) -> Result<Element> {
        Ok(match element {
            PipelineElement::Expression(e) => self.expression_element(e)?,
            PipelineElement::Command(c) => Element::Command(Box::new(self.command(c)?)),
        })
    }

    pub(super) fn expression_element(&mut self, e: &CommandExpressionAst) -> Result<Element> {
        Ok(Element::Expression(self.expression(&e.expression)?, self.redirections(&e.redirections)?))
    }

    fn command(&mut self, c: &CommandAst) -> Result<Command> {
        let mut elements = c.command_elements.iter().enumerate();
        let name = match elements.next() {
            Some((_, CommandElement::Expression(Expression::StringConstant(s)))) => {
                CommandName::Name(text(&s.value))
            }
            Some((_, CommandElement::Expression(e))) => CommandName::Value(self.expression(e)?),
            Some((_, CommandElement::Parameter(p))) => {
                CommandName::Name(self.ast.source.slice(p.extent).into())
            }
            None => unreachable!("a command has a name"),
        };
        let arguments = elements
            .map(|(at, element)| {
                self.argument(element, c.command_elements.get(at + 1).map(CommandElement::extent))
            })
            .collect::<Result<_>>()?;
        Ok(Command {
            extent: c.extent,
            operator: c.invocation_operator,
            name,
            arguments,
            redirections: self.redirections(&c.redirections)?,
        })
    }

    fn argument(&mut self, element: &CommandElement, next: Option<Extent>) -> Result<Argument> {
        Ok(match element {
            CommandElement::Parameter(p) => Argument::Parameter {
                name: (&*p.parameter_name).into(),
                value: p.argument.as_ref().map(|e| self.expression(e)).transpose()?,
                text: self.ast.source.slice(p.error_position).into(),
                extent: p.extent,
                spaced: next.is_none_or(|next| next.start > p.extent.end),
            },
            CommandElement::Expression(Expression::Variable(v)) if v.splatted => {
                Argument::Splat(self.variable(v))
            }
            CommandElement::Expression(e @ Expression::ArrayLiteral(list)) => Argument::List {
                value: self.argument_value(e)?,
                text: self.ast.source.slice(list.extent).into(),
            },
            CommandElement::Expression(e) => {
                let bare = match e {
                    Expression::StringConstant(s) => s.string_constant_type == StringConstantType::BareWord,
                    Expression::ExpandableString(s) => s.string_constant_type == StringConstantType::BareWord,
                    _ => false,
                };
                Argument::Value { value: self.argument_value(e)?, bare }
            }
        })
    }

    /// A number keeps the text it was written with, unless that is how the number prints anyway.
    fn argument_value(&mut self, e: &Expression) -> Result<Expr> {
        let compiled = self.expression(e)?;
        if let (Expression::Constant(c), Expr::Const(value)) = (e, &compiled) {
            let written = self.ast.source.slice(c.extent);
            let printed = pwsh_value::convert::simple_text(value);
            if printed.is_none_or(|p| p != *written) {
                return Ok(Expr::Literal(value.clone(), PsString::from(written)));
            }
        }
        Ok(compiled)
    }

    fn redirections(&mut self, list: &[pwsh_syntax::ast::Redirection]) -> Result<Vec<Redirection>> {
        list.iter()
            .map(|r| {
                Ok(match r {
                    pwsh_syntax::ast::Redirection::Merging(m) => Redirection::Merge(m.from_stream),
                    pwsh_syntax::ast::Redirection::File(f) => Redirection::File {
                        from: f.from_stream,
                        append: f.append,
                        location: self.expression(&f.location)?,
                    },
                })
            })
            .collect()
    }
}
