//! Targets of assignments.

use super::Compiler;
use crate::code::{Attribute, Constrained, Expr, Place, TypeRef, Variable};
use pwsh_syntax::ast::{Expression, Statement, VariableExpressionAst, VariableScope};
use pwsh_value::{Name, Result, Value};

impl Compiler<'_> {
    pub(super) fn place(&mut self, target: &Expression) -> Result<Place> {
        Ok(match target {
            Expression::Variable(v) => self.variable_place(v),
            Expression::Member(m) => Place::Member(Box::new(self.member(m)?)),
            Expression::Index(i) => Place::Index(Box::new(self.index(i)?)),
            Expression::ArrayLiteral(list) => {
                Place::List(list.elements.iter().map(|e| self.place(e)).collect::<Result<_>>()?)
            }
            Expression::Convert(c) => {
                let attribute = Attribute::Type(TypeRef::new(
                    c.type_constraint.type_name.clone(),
                    c.type_constraint.extent,
                ));
                self.constrain(attribute, &c.child)?
            }
            Expression::Attributed(a) => {
                let attribute = self.attribute(&a.attribute)?;
                self.constrain(attribute, &a.child)?
            }
            Expression::Paren(p) => match &p.pipeline {
                Statement::CommandExpression(c) if c.redirections.is_empty() => self.place(&c.expression)?,
                Statement::Pipeline(pipeline) => match &pipeline.pipeline_elements[..] {
                    [pwsh_syntax::ast::PipelineElement::Expression(c)] if c.redirections.is_empty() => {
                        self.place(&c.expression)?
                    }
                    _ => Place::Value(Box::new(self.expression(target)?)),
                },
                _ => Place::Value(Box::new(self.expression(target)?)),
            },
            other => Place::Value(Box::new(self.expression(other)?)),
        })
    }

    fn constrain(&mut self, attribute: Attribute, child: &Expression) -> Result<Place> {
        Ok(match self.place(child)? {
            Place::Constrained(mut inner) => {
                inner.attributes.insert(0, attribute);
                Place::Constrained(inner)
            }
            target => Place::Constrained(Box::new(Constrained { target, attributes: vec![attribute] })),
        })
    }

    pub(super) fn variable_place(&mut self, v: &VariableExpressionAst) -> Place {
        match self.variable(v) {
            Expr::Local(slot) => Place::Local(slot),
            Expr::Item => Place::Item,
            Expr::Const(Value::Null) => Place::Nothing,
            Expr::Variable(variable) => Place::Variable(variable),
            // $true and its kin are read-only variables: the assignment fails by name.
            _ => Place::Variable(Variable {
                name: Name::intern(v.variable_path.name()),
                scope: VariableScope::Unscoped,
                path: None,
            }),
        }
    }
}
