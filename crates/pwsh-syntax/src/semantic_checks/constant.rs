//! Which expressions are constant, as far as attributes and `$using:` need to know.

use super::type_identity::is_safe_primitive;
use crate::ast::*;

/// Whether an expression may stand as an argument of an attribute. On classes and their members script blocks
/// may not.
pub(super) fn is_attribute_argument(expression: &Expression, on_class: bool) -> bool {
    let is = |expression: &Expression| is_attribute_argument(expression, on_class);
    match expression {
        Expression::Constant(_) | Expression::StringConstant(_) | Expression::Type(_) => true,
        Expression::ScriptBlock(_) => !on_class,
        Expression::Variable(variable) => is_constant_variable(variable),
        Expression::Using(using) => is(&using.sub_expression),
        Expression::ArrayLiteral(array) => array.elements.iter().all(is),
        Expression::Convert(convert) => {
            is_safe_primitive(&convert.type_constraint.type_name) && is(&convert.child)
        }
        Expression::Ternary(ternary) => {
            is(&ternary.condition) && is(&ternary.if_true) && is(&ternary.if_false)
        }
        Expression::Binary(binary) => {
            can_fold(binary.operator)
                && is(&binary.left)
                && is(&binary.right)
                && !divides_by_nothing(binary.operator, &binary.right)
        }
        Expression::Unary(unary) => {
            matches!(
                unary.operator,
                UnaryOperator::Not
                    | UnaryOperator::Exclaim
                    | UnaryOperator::Bnot
                    | UnaryOperator::Plus
                    | UnaryOperator::Minus
            ) && is(&unary.child)
        }
        Expression::Sub(sub) => match (&sub.sub_expression.statements[..], &sub.sub_expression.traps[..]) {
            ([statement], []) => pure_expression(statement).is_some_and(is),
            _ => false,
        },
        Expression::Paren(paren) => pure_expression(&paren.pipeline).is_some_and(is),
        // whether a static member is a constant is known by its type; a member by a plain name may be one
        Expression::Member(member) => {
            member.is_static
                && matches!(member.expression, Expression::Type(_))
                && matches!(member.member, Expression::StringConstant(_))
        }
        _ => false,
    }
}

/// `$true`, `$false` and `$null`.
pub(super) fn is_constant_variable(variable: &VariableExpressionAst) -> bool {
    let path = &variable.variable_path;
    path.is_variable() && ["true", "false", "null"].iter().any(|name| path.name().eq_ignore_ascii_case(name))
}

/// The expression that a pipeline is, if it is nothing else.
pub(super) fn pure_expression(statement: &Statement) -> Option<&Expression> {
    let Statement::Pipeline(pipeline) = statement else { return None };
    match &pipeline.pipeline_elements[..] {
        [PipelineElement::Expression(element)] if element.redirections.is_empty() => {
            Some(&element.expression)
        }
        _ => None,
    }
}

fn can_fold(operator: BinaryOperator) -> bool {
    use BinaryOperator::*;
    matches!(
        operator,
        Multiply | Divide | Rem | Plus | Minus | And | Or | Xor | Band | Bor | Bxor | Shl | Shr
    )
}

fn divides_by_nothing(operator: BinaryOperator, right: &Expression) -> bool {
    matches!(operator, BinaryOperator::Divide | BinaryOperator::Rem)
        && matches!(right, Expression::Variable(variable)
            if !variable.variable_path.name().eq_ignore_ascii_case("true"))
}
