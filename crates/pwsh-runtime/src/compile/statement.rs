//! Statements.

use super::expression::pure_expression;
use super::{Compiler, background};
use crate::code::{
    Block, Catch, ClauseTest, Expr, ForEach, Loop, LoopKind, Place, Statement as Code, StatementKind as Kind,
    Statements, Switch, Trap, Try, TypeRef, Variable,
};
use pwsh_syntax::ast::*;
use pwsh_value::ops::Op;
use pwsh_value::{Name, Result};

impl Compiler<'_> {
    pub(super) fn statements(
        &mut self,
        list: &[Statement],
        traps: &[TrapStatementAst],
    ) -> Result<Statements> {
        Ok(Statements {
            list: list.iter().map(|s| self.statement(s)).collect::<Result<_>>()?,
            traps: traps
                .iter()
                .map(|t| Ok(Trap { ty: t.trap_type.as_ref().map(type_ref), body: self.block(&t.body)? }))
                .collect::<Result<_>>()?,
        })
    }

    fn block(&mut self, block: &StatementBlockAst) -> Result<Statements> {
        self.statements(&block.statements, &block.traps)
    }

    fn optional(&mut self, statement: Option<&Statement>) -> Result<Option<Code>> {
        statement.map(|s| self.statement(s)).transpose()
    }

    fn boxed(&mut self, statement: Option<&Statement>) -> Result<Option<Box<Code>>> {
        Ok(self.optional(statement)?.map(Box::new))
    }

    pub(super) fn statement(&mut self, statement: &Statement) -> Result<Code> {
        let kind = self.kind(statement)?;
        Ok(Code { extent: statement.extent(), kind })
    }

    fn kind(&mut self, statement: &Statement) -> Result<Kind> {
        if let Some(expression) = pure_expression(statement) {
            let quiet = writes_nothing(expression);
            return Ok(Kind::Expression { value: self.expression(expression)?, quiet });
        }
        Ok(match statement {
            Statement::Pipeline(p) if p.background => {
                Kind::Background(background::text(&self.ast.source, statement.into(), p.extent))
            }
            Statement::Pipeline(p) => Kind::Pipeline(self.pipeline(p)?),
            Statement::CommandExpression(c) => {
                Kind::Pipeline(crate::code::Pipeline { elements: vec![self.expression_element(c)?] })
            }
            Statement::PipelineChain(c) if c.background => {
                Kind::Background(background::text(&self.ast.source, statement.into(), c.extent))
            }
            Statement::PipelineChain(c) => {
                let right = self.pipeline_statement(&c.rhs_pipeline)?;
                Kind::Chain {
                    left: Box::new(self.statement(&c.lhs_pipeline_chain)?),
                    and: c.operator == ChainOperator::AndAnd,
                    right: Box::new(right),
                }
            }
            Statement::Assignment(a) => self.assignment(a)?,
            Statement::If(i) => Kind::If {
                clauses: i
                    .clauses
                    .iter()
                    .map(|(condition, body)| Ok((self.statement(condition)?, self.block(body)?)))
                    .collect::<Result<_>>()?,
                otherwise: i.else_clause.as_ref().map(|b| self.block(b)).transpose()?,
            },
            Statement::Switch(s) => Kind::Switch(Box::new(self.switch(s)?)),
            Statement::For(f) => Kind::Loop(Box::new(Loop {
                label: label(f.label.as_deref()),
                kind: LoopKind::While,
                initializer: self.optional(f.initializer.as_ref())?,
                condition: self.optional(f.condition.as_ref())?,
                iterator: self.optional(f.iterator.as_ref())?,
                body: self.block(&f.body)?,
            })),
            Statement::While(w) => {
                self.simple_loop(LoopKind::While, w.label.as_deref(), &w.condition, &w.body)?
            }
            Statement::DoWhile(w) => {
                self.simple_loop(LoopKind::DoWhile, w.label.as_deref(), &w.condition, &w.body)?
            }
            Statement::DoUntil(w) => {
                self.simple_loop(LoopKind::DoUntil, w.label.as_deref(), &w.condition, &w.body)?
            }
            Statement::ForEach(f) => Kind::ForEach(Box::new(ForEach {
                label: label(f.label.as_deref()),
                variable: self.variable_place(&f.variable),
                source: self.statement(&f.condition)?,
                names_enumerator: super::mentions(self.ast.source.slice(f.body.extent), "$foreach"),
                body: self.block(&f.body)?,
            })),
            Statement::Try(t) => Kind::Try(Box::new(Try {
                body: self.block(&t.body)?,
                catches: t
                    .catch_clauses
                    .iter()
                    .map(|c| {
                        Ok(Catch {
                            types: c.catch_types.iter().map(type_ref).collect(),
                            body: self.block(&c.body)?,
                        })
                    })
                    .collect::<Result<_>>()?,
                finally: t.finally.as_ref().map(|b| self.block(b)).transpose()?,
            })),
            Statement::Throw(t) => {
                Kind::Throw { value: self.boxed(t.pipeline.as_ref())?, rethrow: t.is_rethrow }
            }
            Statement::Return(r) => Kind::Return(self.boxed(r.pipeline.as_ref())?),
            Statement::Exit(e) => Kind::Exit(self.boxed(e.pipeline.as_ref())?),
            Statement::Break(b) => Kind::Break(b.label.as_ref().map(|e| self.expression(e)).transpose()?),
            Statement::Continue(c) => {
                Kind::Continue(c.label.as_ref().map(|e| self.expression(e)).transpose()?)
            }
            Statement::FunctionDefinition(f) => {
                Kind::Function { name: (&*f.name).into(), block: Block::of_function(self.ast, f) }
            }
            Statement::Data(d) => Kind::Data {
                variable: d.variable.as_ref().map(|name| self.named_place(name)),
                body: self.block(&d.body)?,
            },
            // Types are defined before the block runs.
            Statement::TypeDefinition(_) | Statement::Trap(_) | Statement::Using(_) | Statement::Error(_) => {
                Kind::Nothing
            }
        })
    }

    fn pipeline_statement(&mut self, p: &PipelineAst) -> Result<Code> {
        let kind = match &p.pipeline_elements[..] {
            [PipelineElement::Expression(e)] if e.redirections.is_empty() => Kind::Expression {
                value: self.expression(&e.expression)?,
                quiet: writes_nothing(&e.expression),
            },
            _ => Kind::Pipeline(self.pipeline(p)?),
        };
        Ok(Code { extent: p.extent, kind })
    }

    /// The text of a background pipeline, without its `&`.
    fn simple_loop(
        &mut self,
        kind: LoopKind,
        name: Option<&str>,
        condition: &Statement,
        body: &StatementBlockAst,
    ) -> Result<Kind> {
        Ok(Kind::Loop(Box::new(Loop {
            label: label(name),
            kind,
            initializer: None,
            condition: Some(self.statement(condition)?),
            iterator: None,
            body: self.block(body)?,
        })))
    }

    fn switch(&mut self, s: &SwitchStatementAst) -> Result<Switch> {
        Ok(Switch {
            label: label(s.label.as_deref()),
            flags: s.flags,
            source: self.statement(&s.condition)?,
            clauses: s
                .clauses
                .iter()
                .map(|(test, body)| {
                    let test = match self.expression(test)? {
                        Expr::Block(block) => ClauseTest::Block(block),
                        other => ClauseTest::Value(other),
                    };
                    Ok((test, self.block(body)?))
                })
                .collect::<Result<_>>()?,
            default: s.default.as_ref().map(|b| self.block(b)).transpose()?,
        })
    }

    fn assignment(&mut self, a: &AssignmentStatementAst) -> Result<Kind> {
        let target = self.place(&a.left)?;
        let value = Box::new(self.statement(&a.right)?);
        let op = match a.operator {
            AssignmentOperator::Equals => None,
            AssignmentOperator::PlusEquals => Some(Op::Add),
            AssignmentOperator::MinusEquals => Some(Op::Subtract),
            AssignmentOperator::MultiplyEquals => Some(Op::Multiply),
            AssignmentOperator::DivideEquals => Some(Op::Divide),
            AssignmentOperator::RemainderEquals => Some(Op::Remainder),
            AssignmentOperator::QuestionQuestionEquals => return Ok(Kind::AssignIfNull { target, value }),
        };
        Ok(Kind::Assign { target, op, value })
    }

    fn named_place(&self, name: &str) -> Place {
        let name = Name::intern(name);
        match self.slot(name) {
            Some(slot) => Place::Local(slot),
            None => Place::Variable(Variable { name, scope: VariableScope::Unscoped, path: None }),
        }
    }
}

fn label(name: Option<&str>) -> Option<Name> {
    name.map(Name::intern)
}

fn type_ref(constraint: &TypeConstraintAst) -> TypeRef {
    TypeRef::new(constraint.type_name.clone(), constraint.extent)
}

/// Whether an expression as a statement writes nothing: a step of a variable.
fn writes_nothing(expression: &Expression) -> bool {
    matches!(expression, Expression::Unary(u) if matches!(
        u.operator,
        UnaryOperator::PlusPlus
            | UnaryOperator::MinusMinus
            | UnaryOperator::PostfixPlusPlus
            | UnaryOperator::PostfixMinusMinus
    ))
}
