//! Attributes and parameters.

use super::constant::is_attribute_argument;
use super::type_identity::{is_ordered, is_void};
use super::*;

/// How deep arrays of arrays may nest.
const MAX_ARRAY_DEPTH: usize = 200;

impl<'a> Checks<'a, '_> {
    /// Each parameter's name once, and none of type `void`.
    pub(super) fn check_parameters(&mut self, parameters: &[ParameterAst]) {
        let mut names = HashSet::new();
        for parameter in parameters {
            let name = parameter.name.variable_path.user_path();
            if !names.insert(name.to_lowercase()) {
                self.report(parameter.name.extent, E::DuplicateFormalParameter, &[name]);
            }
            let void = parameter.attributes.iter().find(|attribute| {
                matches!(attribute, AttributeBase::TypeConstraint(constraint) if is_void(&constraint.type_name))
            });
            if let Some(void) = void {
                self.report(void.extent(), E::VoidTypeConstraintNotAllowed, &[]);
            }
        }
    }

    pub(super) fn check_parameter(&mut self, ast: &ParameterAst) {
        let is_of_method = matches!(self.ancestor(2), Some(Ast::FunctionMember(_)));
        let mut has_type = false;
        for attribute in &ast.attributes {
            let AttributeBase::TypeConstraint(constraint) = attribute else { continue };
            if is_ordered(&constraint.type_name) {
                let name = constraint.type_name.full_name();
                self.report(constraint.extent, E::OrderedAttributeOnlyOnHashLiteralNode, &[&name]);
            } else if is_of_method && std::mem::replace(&mut has_type, true) {
                self.report(constraint.extent, E::MultipleTypeConstraintsOnMethodParam, &[]);
            }
        }
    }

    pub(super) fn check_attribute(&mut self, ast: &AttributeAst) {
        let on_class = match self.parent() {
            Some(Ast::TypeDefinition(_) | Ast::PropertyMember(_) | Ast::FunctionMember(_)) => true,
            Some(Ast::Parameter(_)) => matches!(self.member_scope(), Some(Ast::FunctionMember(_))),
            _ => false,
        };
        let not_constant = if on_class {
            E::ParameterAttributeArgumentNeedsToBeConstant
        } else {
            E::ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock
        };
        let mut names = HashSet::new();
        for named in &ast.named_arguments {
            if !names.insert(named.argument_name.to_lowercase()) {
                self.report(named.extent, E::DuplicateNamedArgument, &[&named.argument_name]);
            } else if !named.expression_omitted && !is_attribute_argument(&named.argument, on_class) {
                self.report(named.argument.extent(), not_constant, &[]);
            }
        }
        for argument in &ast.positional_arguments {
            if !is_attribute_argument(argument, on_class) {
                self.report(argument.extent(), not_constant, &[]);
            }
        }
    }

    pub(super) fn check_array_depth(&mut self, name: &TypeName, extent: Extent) {
        let mut depth = 0;
        let mut name = name;
        while let TypeName::Array(array) = name {
            depth += 1;
            if depth > MAX_ARRAY_DEPTH {
                self.report(extent, E::ScriptTooComplicated, &[]);
                return;
            }
            name = &array.element_type;
        }
    }

    pub(super) fn check_function(&mut self, ast: &FunctionDefinitionAst) {
        let parameters = ast.parameters.as_ref().filter(|parameters| !parameters.is_empty());
        match (parameters, &ast.body.param_block) {
            (Some(_), Some(block)) => self.report(block.extent, E::OnlyOneParameterListAllowed, &[]),
            (Some(parameters), None) => self.check_parameters(parameters),
            _ => {}
        }
        if ast.is_workflow {
            self.report(ast.extent, E::WorkflowNotSupportedInPowerShellCore, &[]);
        }
    }
}
