//! What may stand on the left of an assignment, and the conversions that look like it.

use super::constant::pure_expression;
use super::type_identity::{identity, is_ordered, is_reference, is_void};
use super::*;

/// The variables that PowerShell sets itself, with the types they can be given.
const AUTOMATIC_VARIABLES: &[(&str, &str, &str)] = &[
    ("_", "object", "System.Object"),
    ("args", "object[]", "System.Object[]"),
    ("this", "object", "System.Object"),
    ("input", "object", "System.Object"),
    ("PSCmdlet", "management.automation.psscriptcmdlet", "System.Management.Automation.PSScriptCmdlet"),
    (
        "PSBoundParameters",
        "management.automation.psboundparametersdictionary",
        "System.Management.Automation.PSBoundParametersDictionary",
    ),
    ("MyInvocation", "management.automation.invocationinfo", "System.Management.Automation.InvocationInfo"),
    ("PSScriptRoot", "string", "System.String"),
    ("PSCommandPath", "string", "System.String"),
];

impl<'a> Checks<'a, '_> {
    /// Reports `id` at whatever cannot be assigned to. Only a plain assignment takes a list apart.
    pub(super) fn check_assignment_target(
        &mut self,
        target: &'a Expression,
        simple: bool,
        id: E,
        arguments: &[&str],
    ) {
        let mut targets = vec![(target, simple)];
        while let Some((target, simple)) = targets.pop() {
            let bad = match target {
                Expression::ArrayLiteral(array) if simple => {
                    targets.extend(array.elements.iter().rev().map(|element| (element, true)));
                    continue;
                }
                Expression::Paren(paren) => match pure_expression(&paren.pipeline) {
                    Some(inner) => {
                        targets.push((inner, simple));
                        continue;
                    }
                    None => paren.pipeline.extent(),
                },
                Expression::Convert(_) | Expression::Attributed(_) => {
                    if let Some(inner) = self.check_typed_target(target) {
                        targets.push((inner, simple));
                    }
                    continue;
                }
                Expression::Variable(_) => continue,
                Expression::InvokeMember(member) if !member.null_conditional => continue,
                Expression::Member(member) if !member.null_conditional => continue,
                Expression::Index(index) if !index.null_conditional => continue,
                other => other.extent(),
            };
            self.report(bad, id, arguments);
        }
    }

    /// Types before a target: `[ref]` stands alone, `[void]` nowhere, and automatic variables keep their type.
    /// Gives what is behind them, unless an error was found that makes it pointless.
    fn check_typed_target(&mut self, target: &'a Expression) -> Option<&'a Expression> {
        let mut inner = target;
        let mut converts = 0;
        let mut reference = None;
        let mut last_type = None;
        loop {
            inner = match inner {
                Expression::Convert(convert) => {
                    converts += 1;
                    let name = &convert.type_constraint.type_name;
                    last_type = Some(name);
                    if is_reference(name) {
                        reference = Some(convert.type_constraint.extent);
                    } else if is_void(name) {
                        self.report(convert.type_constraint.extent, E::VoidTypeConstraintNotAllowed, &[]);
                    }
                    &convert.child
                }
                Expression::Attributed(attributed) => &attributed.child,
                _ => break,
            };
        }
        if let Some(extent) = reference.filter(|_| converts > 1) {
            self.report(extent, E::ReferenceNeedsToBeByItselfInTypeConstraint, &[]);
            return None;
        }
        if let Expression::Variable(variable) = inner
            && matches!(
                variable.variable_path.scope(),
                VariableScope::Unscoped | VariableScope::Local | VariableScope::Private
            )
        {
            let name = variable.variable_path.name();
            let known = AUTOMATIC_VARIABLES.iter().find(|known| known.0.eq_ignore_ascii_case(name));
            if let Some((_, expected, text)) = known
                && last_type.map(identity).as_deref() != Some(expected)
            {
                self.report(target.extent(), E::AssignmentStatementToAutomaticNotSupported, &[name, text]);
            }
        }
        Some(inner)
    }

    pub(super) fn check_convert(&mut self, ast: &'a ConvertExpressionAst) {
        let name = &ast.type_constraint.type_name;
        if is_ordered(name) {
            if !matches!(ast.child, Expression::Hashtable(_)) {
                let text = name.full_name();
                self.report(ast.extent, E::OrderedAttributeOnlyOnHashLiteralNode, &[&text]);
            }
            return;
        }
        if !is_reference(name) {
            return;
        }
        let mut child = &ast.child;
        let mut several = false;
        loop {
            child = match child {
                Expression::Convert(convert) => {
                    if is_reference(&convert.type_constraint.type_name) {
                        several = true;
                        let extent = convert.type_constraint.extent;
                        self.report(extent, E::ReferenceNeedsToBeByItselfInTypeSequence, &[]);
                    }
                    &convert.child
                }
                Expression::Attributed(attributed) => &attributed.child,
                _ => break,
            };
        }
        // `[int][ref]$x`; on the left of an assignment that is another error
        let converted_again = matches!(self.parent(), Some(Ast::Convert(outer))
            if !is_reference(&outer.type_constraint.type_name));
        if converted_again && !several && !self.is_in_assignment_target(ast.extent) {
            self.report(ast.type_constraint.extent, E::ReferenceNeedsToBeLastTypeInTypeConversion, &[]);
        }
    }

    fn is_in_assignment_target(&self, extent: Extent) -> bool {
        for node in self.path.iter().rev() {
            match node {
                Ast::Assignment(assignment) => return assignment.left.extent().contains(extent),
                Ast::CommandExpression(_) => return false,
                _ => {}
            }
        }
        false
    }

    /// Attributes may stand before variables only.
    pub(super) fn check_attributed(&mut self, ast: &AttributedExpressionAst) {
        let mut child = &ast.child;
        loop {
            child = match child {
                Expression::Variable(_) => return,
                Expression::Convert(convert) => &convert.child,
                Expression::Attributed(attributed) => &attributed.child,
                _ => break,
            };
        }
        let name = ast.attribute.type_name.full_name();
        self.report(ast.attribute.extent, E::UnexpectedAttribute, &[&name]);
    }
}
