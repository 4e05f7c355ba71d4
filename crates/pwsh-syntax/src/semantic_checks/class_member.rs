//! Methods and properties.

use super::type_identity::is_void;
use super::*;

impl<'a> Checks<'a, '_> {
    pub(super) fn check_function_member(&mut self, ast: &'a FunctionMemberAst) {
        let body = &ast.function.body;
        if let Some(block) = &body.param_block {
            self.report(block.extent, E::ParamBlockNotAllowedInMethod, &[]);
        }
        let named = [&body.dynamic_param_block, &body.begin_block, &body.process_block, &body.clean_block];
        let end_is_named = body.end_block.as_ref().is_some_and(|block| !block.unnamed);
        if end_is_named || named.iter().any(|block| block.is_some()) {
            let first = named[..3].iter().find_map(|block| block.as_ref()).or(body.end_block.as_ref());
            let extent = first.or(body.clean_block.as_ref()).map_or(body.extent, |block| block.extent);
            self.report(extent, E::NamedBlockNotAllowedInMethod, &[]);
        }
        if ast.is_constructor
            && let Some(constraint) = &ast.return_type
        {
            self.report(constraint.extent, E::ConstructorCantHaveReturnType, &[]);
        }
        let flow = method_flow::analyze(ast);
        self.not_local.extend(flow.not_local);
        if flow.end_is_reachable && !returns_nothing(ast) {
            self.report(ast.function.name_extent, E::MethodHasCodePathNotReturn, &[]);
        }
    }

    pub(super) fn check_property_member(&mut self, ast: &PropertyMemberAst) {
        if let Some(constraint) = &ast.property_type
            && is_void(&constraint.type_name)
        {
            let name = constraint.type_name.full_name();
            self.report(constraint.extent, E::TypeNotAllowedForProperty, &[&name]);
        }
    }
}

/// Whether a method has no type or `void` before it.
pub(super) fn returns_nothing(member: &FunctionMemberAst) -> bool {
    member.return_type.as_ref().is_none_or(|constraint| is_void(&constraint.type_name))
}
