//! The data language: what may stand in a `data` statement, a module's manifest and what
//! `ScriptBlock.CheckRestrictedLanguage` is asked about.

use super::type_identity::is_simple;
use super::{Visitor, walk};
use crate::ast::*;
use crate::error_id::ErrorId as E;
use crate::error_list::ErrorList;
use crate::{Extent, ParseError, Source};

/// Variables that are always allowed.
const DEFAULT_VARIABLES: &[&str] = &["PSCulture", "PSUICulture", "true", "false", "null"];

/// What a block in the data language may use.
#[derive(Clone, Debug, Default)]
pub struct RestrictedLanguage {
    /// The commands that may run; `None` allows all.
    pub allowed_commands: Option<Vec<String>>,
    /// The variables that may be read beside `$PSCulture`, `$PSUICulture`, `$true`, `$false` and `$null`; a
    /// single `*` allows all.
    pub allowed_variables: Vec<String>,
    /// Whether `$env:` may be read.
    pub allow_environment_variables: bool,
}

impl RestrictedLanguage {
    /// The errors of a script block's code (`ScriptBlock.CheckRestrictedLanguage`). Its parameters are errors
    /// too; empty where it is allowed.
    pub fn check(&self, script_block: &ScriptBlockAst) -> Vec<ParseError> {
        let mut errors = ErrorList::default();
        let mut checker = Checker { language: self, source: &script_block.source, errors: &mut errors };
        script_block.param_block.iter().for_each(|block| walk(Ast::ParamBlock(block), &mut checker));
        let blocks = [
            &script_block.dynamic_param_block,
            &script_block.begin_block,
            &script_block.process_block,
            &script_block.end_block,
            &script_block.clean_block,
        ];
        blocks.into_iter().flatten().for_each(|block| walk(Ast::NamedBlock(block), &mut checker));
        errors.into_errors()
    }
}

/// Reports what the body of a `data` statement may not hold.
pub(super) fn check_block(
    block: &StatementBlockAst,
    source: &Source,
    language: &RestrictedLanguage,
    errors: &mut ErrorList,
) {
    walk(Ast::StatementBlock(block), &mut Checker { language, source, errors });
}

struct Checker<'c> {
    language: &'c RestrictedLanguage,
    source: &'c Source,
    errors: &'c mut ErrorList,
}

impl<'a> Visitor<'a> for Checker<'_> {
    fn enter(&mut self, node: Ast<'a>) -> bool {
        let extent = node.extent();
        let id = match node {
            Ast::ScriptBlock(_) | Ast::ScriptBlockExpression(_) => E::ScriptBlockNotSupportedInDataSection,
            Ast::ParamBlock(_) => E::ParameterDeclarationNotSupportedInDataSection,
            Ast::Attribute(_) | Ast::Attributed(_) => E::AttributeNotSupportedInDataSection,
            Ast::FunctionDefinition(_) => E::FunctionDeclarationNotSupportedInDataSection,
            Ast::Trap(_) => E::TrapStatementNotSupportedInDataSection,
            Ast::Switch(_) => E::SwitchStatementNotSupportedInDataSection,
            Ast::Data(_) => E::DataSectionStatementNotSupportedInDataSection,
            Ast::ForEach(_) => E::ForeachStatementNotSupportedInDataSection,
            Ast::DoWhile(_) | Ast::DoUntil(_) => E::DoWhileStatementNotSupportedInDataSection,
            Ast::For(_) | Ast::While(_) => E::ForWhileStatementNotSupportedInDataSection,
            Ast::Try(_) => E::TryStatementNotSupportedInDataSection,
            Ast::Break(_) | Ast::Continue(_) | Ast::Return(_) | Ast::Exit(_) | Ast::Throw(_) => {
                E::FlowControlStatementNotSupportedInDataSection
            }
            Ast::Assignment(_) => E::AssignmentStatementNotSupportedInDataSection,
            Ast::MergingRedirection(_) | Ast::FileRedirection(_) => E::RedirectionNotSupportedInDataSection,
            Ast::Member(_) => E::PropertyReferenceNotSupportedInDataSection,
            Ast::InvokeMember(_) => E::MethodCallNotSupportedInDataSection,
            Ast::Index(_) => E::ArrayReferenceNotSupportedInDataSection,
            _ => {
                self.check_operand(node, extent);
                return true;
            }
        };
        self.errors.add(extent, id, &[], false);
        true
    }
}

impl Checker<'_> {
    fn report(&mut self, extent: Extent, id: E, argument: &str) {
        self.errors.add(extent, id, &[argument], false);
    }

    fn check_operand(&mut self, node: Ast<'_>, extent: Extent) {
        match node {
            Ast::TypeConstraint(ast) => self.check_type(&ast.type_name, extent),
            Ast::Type(ast) => self.check_type(&ast.type_name, extent),
            Ast::Command(ast) => self.check_command(ast),
            Ast::Binary(ast) if is_disallowed(ast.operator) => {
                self.report(ast.error_position, E::OperatorNotSupportedInDataSection, ast.operator.text());
            }
            Ast::Unary(ast) if is_disallowed_unary(ast.operator) => {
                self.report(extent, E::OperatorNotSupportedInDataSection, ast.operator.text());
            }
            Ast::Variable(ast) => self.check_variable(ast),
            _ => {}
        }
    }

    fn check_type(&mut self, name: &TypeName, extent: Extent) {
        if !is_simple(name) {
            self.report(extent, E::TypeNotAllowedInDataSection, &name.full_name());
        }
    }

    fn check_command(&mut self, ast: &CommandAst) {
        if ast.invocation_operator == InvocationOperator::Dot {
            self.errors.add(ast.extent, E::DotSourcingNotSupportedInDataSection, &[], false);
            return;
        }
        let Some(allowed) = &self.language.allowed_commands else { return };
        match ast.command_name() {
            None if ast.invocation_operator == InvocationOperator::Ampersand => {
                self.report(ast.extent, E::OperatorNotSupportedInDataSection, "&");
            }
            None => {
                let text = self.source.slice(ast.extent);
                self.report(ast.extent, E::CmdletNotInAllowedListForDataSection, text);
            }
            Some(name) if allowed.iter().any(|known| known.eq_ignore_ascii_case(name)) => {}
            Some(name) => self.report(ast.extent, E::CmdletNotInAllowedListForDataSection, name),
        }
    }

    fn check_variable(&mut self, ast: &VariableExpressionAst) {
        let name = ast.variable_path.user_path();
        let extra = &self.language.allowed_variables;
        let is_allowed = matches!(&extra[..], [all] if all == "*")
            || DEFAULT_VARIABLES.iter().any(|known| known.eq_ignore_ascii_case(name))
            || extra.iter().any(|known| known.eq_ignore_ascii_case(name))
            || (self.language.allow_environment_variables
                && ast.variable_path.drive_name().is_some_and(|drive| drive.eq_ignore_ascii_case("env")));
        if is_allowed {
            return;
        }
        let list = if extra.is_empty() {
            E::DefaultAllowedVariablesInDataSection.text().to_owned()
        } else {
            let names = DEFAULT_VARIABLES.iter().copied().chain(extra.iter().map(String::as_str));
            names.map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
        };
        self.report(ast.extent, E::VariableReferenceNotSupportedInDataSection, &list);
    }
}

/// Operators that could make very large values, run code or set variables.
fn is_disallowed(operator: BinaryOperator) -> bool {
    use BinaryOperator::*;
    matches!(
        operator,
        DotDot
            | Format
            | Join
            | Imatch
            | Inotmatch
            | Ireplace
            | Isplit
            | Cmatch
            | Cnotmatch
            | Creplace
            | Csplit
            | As
    )
}

fn is_disallowed_unary(operator: UnaryOperator) -> bool {
    use UnaryOperator::*;
    matches!(operator, PlusPlus | MinusMinus | PostfixPlusPlus | PostfixMinusMinus | Join | Isplit | Csplit)
}
