//! Which variables are the block's own: its parameters and what it assigns without another scope.

use crate::code::Block;
use pwsh_syntax::ast::*;
use pwsh_value::Name;
use std::sync::Arc;

/// Names by slot.
#[derive(Default)]
pub(super) struct Names(Vec<Name>);

impl Names {
    /// The parameters and every variable that is assigned in the block, not in blocks within it.
    pub(super) fn of_block(block: &Block) -> Names {
        let mut names = Names::of_parameters(block);
        let block = &block.ast;
        let blocks = [
            &block.dynamic_param_block,
            &block.begin_block,
            &block.process_block,
            &block.end_block,
            &block.clean_block,
        ];
        for named in blocks.into_iter().flatten() {
            names.statements(&named.statements, &named.traps);
        }
        names
    }

    /// The parameters alone.
    pub(super) fn of_parameters(block: &Block) -> Names {
        let mut names = Names(Vec::new());
        for parameter in block.declared() {
            names.add(parameter.name.variable_path.name());
        }
        names
    }

    pub(super) fn position(&self, name: Name) -> Option<u32> {
        self.0.iter().position(|n| *n == name).map(|at| at as u32)
    }

    pub(super) fn list(self) -> Arc<[Name]> {
        self.0.into()
    }

    fn add(&mut self, name: &str) {
        if super::expression::is_automatic(name) {
            return;
        }
        let name = Name::intern(name);
        if !self.0.contains(&name) {
            self.0.push(name);
        }
    }

    fn target(&mut self, target: &Expression) {
        match target {
            Expression::Variable(v) => {
                if matches!(
                    v.variable_path.scope(),
                    VariableScope::Unscoped | VariableScope::Local | VariableScope::Private
                ) {
                    self.add(v.variable_path.name());
                }
            }
            Expression::Convert(c) => self.target(&c.child),
            Expression::Attributed(a) => self.target(&a.child),
            Expression::ArrayLiteral(list) => list.elements.iter().for_each(|e| self.target(e)),
            Expression::Paren(p) => {
                if let Statement::CommandExpression(c) = &p.pipeline {
                    self.target(&c.expression);
                } else {
                    self.statement(&p.pipeline);
                }
            }
            other => self.expression(other),
        }
    }

    fn block(&mut self, block: &StatementBlockAst) {
        self.statements(&block.statements, &block.traps);
    }

    fn statements(&mut self, statements: &[Statement], traps: &[TrapStatementAst]) {
        statements.iter().for_each(|s| self.statement(s));
        traps.iter().for_each(|t| self.block(&t.body));
    }

    fn statement(&mut self, statement: &Statement) {
        match statement {
            Statement::Pipeline(p) => p.pipeline_elements.iter().for_each(|e| self.element(e)),
            Statement::PipelineChain(c) => {
                self.statement(&c.lhs_pipeline_chain);
                c.rhs_pipeline.pipeline_elements.iter().for_each(|e| self.element(e));
            }
            Statement::Assignment(a) => {
                self.target(&a.left);
                self.statement(&a.right);
            }
            Statement::CommandExpression(c) => self.expression(&c.expression),
            Statement::If(i) => {
                for (condition, body) in &i.clauses {
                    self.statement(condition);
                    self.block(body);
                }
                i.else_clause.iter().for_each(|b| self.block(b));
            }
            Statement::Switch(s) => {
                self.statement(&s.condition);
                for (test, body) in &s.clauses {
                    self.expression(test);
                    self.block(body);
                }
                s.default.iter().for_each(|b| self.block(b));
            }
            Statement::For(f) => {
                [&f.initializer, &f.condition, &f.iterator]
                    .into_iter()
                    .flatten()
                    .for_each(|s| self.statement(s));
                self.block(&f.body);
            }
            Statement::ForEach(f) => {
                self.add(f.variable.variable_path.name());
                self.statement(&f.condition);
                self.block(&f.body);
            }
            Statement::While(w) => {
                self.statement(&w.condition);
                self.block(&w.body);
            }
            Statement::DoWhile(w) => {
                self.statement(&w.condition);
                self.block(&w.body);
            }
            Statement::DoUntil(w) => {
                self.statement(&w.condition);
                self.block(&w.body);
            }
            Statement::Try(t) => {
                self.block(&t.body);
                t.catch_clauses.iter().for_each(|c| self.block(&c.body));
                t.finally.iter().for_each(|b| self.block(b));
            }
            Statement::Trap(t) => self.block(&t.body),
            Statement::Throw(t) => t.pipeline.iter().for_each(|s| self.statement(s)),
            Statement::Return(r) => r.pipeline.iter().for_each(|s| self.statement(s)),
            Statement::Exit(e) => e.pipeline.iter().for_each(|s| self.statement(s)),
            Statement::Data(d) => {
                d.variable.iter().for_each(|v| self.add(v));
                self.block(&d.body);
            }
            Statement::Break(_)
            | Statement::Continue(_)
            | Statement::FunctionDefinition(_)
            | Statement::TypeDefinition(_)
            | Statement::Using(_)
            | Statement::Error(_) => {}
        }
    }

    fn element(&mut self, element: &PipelineElement) {
        match element {
            PipelineElement::Expression(e) => self.expression(&e.expression),
            PipelineElement::Command(c) => {
                for element in &c.command_elements {
                    match element {
                        CommandElement::Parameter(p) => p.argument.iter().for_each(|e| self.expression(e)),
                        CommandElement::Expression(e) => self.expression(e),
                    }
                }
            }
        }
    }

    fn expression(&mut self, expression: &Expression) {
        match expression {
            Expression::Binary(b) => {
                self.expression(&b.left);
                self.expression(&b.right);
            }
            Expression::Unary(u) => match u.operator {
                UnaryOperator::PlusPlus
                | UnaryOperator::MinusMinus
                | UnaryOperator::PostfixPlusPlus
                | UnaryOperator::PostfixMinusMinus => self.target(&u.child),
                _ => self.expression(&u.child),
            },
            Expression::Ternary(t) => {
                [&t.condition, &t.if_true, &t.if_false].into_iter().for_each(|e| self.expression(e));
            }
            Expression::Convert(c) => {
                if c.type_constraint.type_name.simple_name().is_some_and(|n| n.eq_ignore_ascii_case("ref")) {
                    self.target(&c.child);
                } else {
                    self.expression(&c.child);
                }
            }
            Expression::Attributed(a) => self.expression(&a.child),
            Expression::ExpandableString(s) => s.nested_expressions().for_each(|e| self.expression(e)),
            Expression::Member(m) => {
                self.expression(&m.expression);
                self.expression(&m.member);
            }
            Expression::InvokeMember(m) => {
                self.expression(&m.expression);
                self.expression(&m.member);
                m.arguments.iter().for_each(|e| self.expression(e));
            }
            Expression::BaseCtorInvokeMember(b) => b.arguments.iter().for_each(|e| self.expression(e)),
            Expression::Index(i) => {
                self.expression(&i.target);
                self.expression(&i.index);
            }
            Expression::Sub(s) => self.block(&s.sub_expression),
            Expression::Array(a) => self.block(&a.sub_expression),
            Expression::Paren(p) => self.statement(&p.pipeline),
            Expression::ArrayLiteral(list) => list.elements.iter().for_each(|e| self.expression(e)),
            Expression::Hashtable(h) => {
                for (key, value) in &h.key_value_pairs {
                    self.expression(key);
                    self.statement(value);
                }
            }
            Expression::Using(u) => self.expression(&u.sub_expression),
            Expression::Type(_)
            | Expression::Constant(_)
            | Expression::StringConstant(_)
            | Expression::Variable(_)
            | Expression::ScriptBlock(_)
            | Expression::Error(_) => {}
        }
    }
}
