//! What is checked once the tree is there: everything that PowerShell reports as a parse error although the
//! grammar allows it. The tree is walked without recursion, in PowerShell's order, since the errors come in the
//! order they are found.

mod assignment_target;
mod attribute_arguments;
mod class_member;
mod constant;
mod control_flow;
mod duplicates;
mod method_flow;
mod restricted_language;
mod symbols;
mod type_identity;

use std::collections::HashSet;

use crate::ast::*;
use crate::error_id::ErrorId as E;
use crate::error_list::ErrorList;
use crate::{Extent, Source};

pub use restricted_language::RestrictedLanguage;
pub use symbols::KnownTypes;
pub(crate) use symbols::resolve as resolve_symbols;

/// Checks a whole script.
pub(crate) fn check(script_block: &ScriptBlockAst, source: &Source, errors: &mut ErrorList) {
    let mut checks =
        Checks { source, errors, path: Vec::new(), member_scopes: Vec::new(), not_local: HashSet::new() };
    walk(Ast::ScriptBlock(script_block), &mut checks);
}

/// What a walk over a tree does.
pub(crate) trait Visitor<'a> {
    /// Called before the children of a node. False leaves them out.
    fn enter(&mut self, node: Ast<'a>) -> bool;

    /// Called after the children.
    fn leave(&mut self, _node: Ast<'a>) {}
}

/// Visits `root` and everything under it, without recursion: trees may be as deep as a parser allows.
pub(crate) fn walk<'a>(root: Ast<'a>, visitor: &mut impl Visitor<'a>) {
    enum Step<'a> {
        Enter(Ast<'a>),
        Leave(Ast<'a>),
    }
    let mut steps = vec![Step::Enter(root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Leave(node) => visitor.leave(node),
            Step::Enter(node) => {
                let wants_children = visitor.enter(node);
                steps.push(Step::Leave(node));
                if wants_children {
                    let first = steps.len();
                    node.for_each_child(&mut |child| steps.push(Step::Enter(child)));
                    steps[first..].reverse();
                }
            }
        }
    }
}

/// The state of the checks.
struct Checks<'a, 'c> {
    source: &'c Source,
    errors: &'c mut ErrorList,
    /// The nodes around the present one, outermost first, itself last.
    path: Vec<Ast<'a>>,
    /// The member of a class that the code is in, where it is in one directly.
    member_scopes: Vec<Option<Ast<'a>>>,
    /// The variables of methods that the method's code does not assign before.
    not_local: HashSet<Extent>,
}

impl<'a> Visitor<'a> for Checks<'a, '_> {
    fn enter(&mut self, node: Ast<'a>) -> bool {
        self.path.push(node);
        match node {
            Ast::FunctionMember(_) | Ast::PropertyMember(_) => self.member_scopes.push(Some(node)),
            Ast::ScriptBlock(_) if self.opens_scope() => self.member_scopes.push(None),
            _ => {}
        }
        self.check(node);
        true
    }

    fn leave(&mut self, node: Ast<'a>) {
        match node {
            Ast::FunctionMember(_) | Ast::PropertyMember(_) => {
                self.member_scopes.pop();
            }
            Ast::ScriptBlock(_) if self.opens_scope() => {
                self.member_scopes.pop();
            }
            _ => {}
        }
        self.path.pop();
    }
}

impl<'a> Checks<'a, '_> {
    fn report(&mut self, extent: Extent, id: E, arguments: &[&str]) {
        self.errors.add(extent, id, arguments, false);
    }

    /// The node around the present one by so many levels.
    fn ancestor(&self, levels: usize) -> Option<Ast<'a>> {
        self.path.len().checked_sub(levels + 1).map(|index| self.path[index])
    }

    fn parent(&self) -> Option<Ast<'a>> {
        self.ancestor(1)
    }

    /// Whether the present script block is no body of a method, so that it is outside of the class's member.
    fn opens_scope(&self) -> bool {
        !matches!(self.ancestor(2), Some(Ast::FunctionMember(_)))
            || matches!(self.parent(), Some(Ast::ScriptBlockExpression(_)))
    }

    fn member_scope(&self) -> Option<Ast<'a>> {
        self.member_scopes.last().copied().flatten()
    }

    fn check(&mut self, node: Ast<'a>) {
        match node {
            Ast::ParamBlock(ast) => self.check_parameters(&ast.parameters),
            Ast::Parameter(ast) => self.check_parameter(ast),
            Ast::Attribute(ast) => self.check_attribute(ast),
            Ast::TypeConstraint(ast) => self.check_array_depth(&ast.type_name, ast.extent),
            Ast::Type(ast) => self.check_array_depth(&ast.type_name, ast.extent),
            Ast::FunctionMember(ast) => self.check_function_member(ast),
            Ast::PropertyMember(ast) => self.check_property_member(ast),
            Ast::FunctionDefinition(ast) => self.check_function(ast),
            Ast::Switch(ast) if ast.flags.parallel => {
                self.report(ast.extent, E::KeywordParameterReservedForFutureUse, &["switch", "parallel"]);
            }
            Ast::ForEach(ast) => self.check_foreach(ast),
            Ast::Data(ast) => self.check_data(ast),
            Ast::Try(ast) => self.check_catches(ast),
            Ast::Break(ast) => self.check_jump(ast.extent, ast.label.as_ref()),
            Ast::Continue(ast) => self.check_jump(ast.extent, ast.label.as_ref()),
            Ast::Return(ast) => self.check_return(ast),
            Ast::Assignment(ast) => {
                let simple = ast.operator == AssignmentOperator::Equals;
                self.check_assignment_target(&ast.left, simple, E::InvalidLeftHandSide, &[]);
            }
            Ast::Unary(ast) => self.check_unary(ast),
            Ast::Convert(ast) => self.check_convert(ast),
            Ast::Attributed(ast) => self.check_attributed(ast),
            Ast::UsingExpression(ast) => {
                if let Some(bad) = invalid_part_of_using(&ast.sub_expression) {
                    self.report(bad.extent(), E::InvalidUsingExpression, &[]);
                }
            }
            Ast::Variable(ast) => self.check_variable(ast),
            Ast::Hashtable(ast) => self.check_hashtable(ast),
            Ast::Using(ast) => self.check_using_statement(ast),
            _ => {}
        }
    }

    fn check_foreach(&mut self, ast: &ForEachStatementAst) {
        if ast.parallel {
            self.report(ast.extent, E::KeywordParameterReservedForFutureUse, &["foreach", "parallel"]);
        }
        if ast.throttle_limit.is_some() {
            self.report(ast.extent, E::KeywordParameterReservedForFutureUse, &["foreach", "throttlelimit"]);
            if !ast.parallel {
                self.report(ast.extent, E::ThrottleLimitRequiresParallelFlag, &[]);
            }
        }
    }

    fn check_data(&mut self, ast: &'a DataStatementAst) {
        let mut allowed = Some(vec!["ConvertFrom-StringData".to_owned()]);
        for command in &ast.commands_allowed {
            match (command, &mut allowed) {
                (Expression::StringConstant(name), Some(names)) => names.push(name.value.as_str().to_owned()),
                // which commands are allowed is known when the statement runs
                _ => allowed = None,
            }
        }
        let language = RestrictedLanguage { allowed_commands: allowed, ..RestrictedLanguage::default() };
        restricted_language::check_block(&ast.body, self.source, &language, self.errors);
    }

    fn check_unary(&mut self, ast: &'a UnaryExpressionAst) {
        let text = match ast.operator {
            UnaryOperator::PlusPlus | UnaryOperator::PostfixPlusPlus => "++",
            UnaryOperator::MinusMinus | UnaryOperator::PostfixMinusMinus => "--",
            _ => return,
        };
        self.check_assignment_target(&ast.child, false, E::OperatorRequiresVariableOrProperty, &[text]);
    }

    fn check_variable(&mut self, ast: &VariableExpressionAst) {
        let path = &ast.variable_path;
        if ast.splatted && !matches!(self.parent(), Some(Ast::Command(_) | Ast::UsingExpression(_))) {
            let in_argument = matches!(
                (self.parent(), self.ancestor(2)),
                (Some(Ast::ArrayLiteral(_)), Some(Ast::Command(_)))
            );
            let id =
                if in_argument { E::SplattingNotPermittedInArgumentList } else { E::SplattingNotPermitted };
            self.report(ast.extent, id, &[path.user_path()]);
        }
        if self.not_local.contains(&ast.extent) {
            self.report(ast.extent, E::VariableNotLocal, &[]);
        }
        if path.user_path().eq_ignore_ascii_case("this") && self.is_in_static_member() {
            self.report(ast.extent, E::NonStaticMemberAccessInStaticMember, &[path.user_path()]);
        }
    }

    fn is_in_static_member(&self) -> bool {
        match self.member_scope() {
            Some(Ast::FunctionMember(member)) => member.flags.is_static,
            Some(Ast::PropertyMember(member)) => member.flags.is_static,
            _ => false,
        }
    }

    fn check_using_statement(&mut self, ast: &UsingStatementAst) {
        let is_supported = !matches!(ast.kind, UsingStatementKind::Type | UsingStatementKind::Command);
        if !is_supported || ast.alias.is_some() {
            self.report(ast.extent, E::UsingStatementNotSupported, &[]);
        }
        if ast.kind == UsingStatementKind::Namespace
            && let Some(name) = &ast.name
            && !is_namespace(&name.value)
        {
            self.report(name.extent, E::InvalidNamespaceValue, &[]);
        }
    }
}

/// The part of a `$using:` expression that is no plain member or index of a variable.
fn invalid_part_of_using(expression: &Expression) -> Option<&Expression> {
    let mut expression = expression;
    loop {
        match expression {
            Expression::Variable(_) => return None,
            Expression::Member(member) if matches!(member.member, Expression::StringConstant(_)) => {
                expression = &member.expression;
            }
            Expression::Index(index) => {
                if !constant::is_attribute_argument(&index.index, false) {
                    return Some(&index.index);
                }
                expression = &index.target;
            }
            other => return Some(other),
        }
    }
}

/// Names joined by points.
fn is_namespace(name: &str) -> bool {
    name.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
            && chars.all(|c| c.is_alphanumeric() || c == '_')
    })
}
