//! Classes, enums and their members.

use pwsh_syntax::ast::{Ast, MemberFlags, TypeKind};
use pwsh_value::Value;
use pwsh_value::ty::{FacadeType, named, property};

pub(super) const TYPES: &[&FacadeType] = &[&TYPE_DEFINITION_AST, &PROPERTY_MEMBER_AST, &FUNCTION_MEMBER_AST];

static TYPE_DEFINITION_AST: FacadeType = node_type!("TypeDefinitionAst": "StatementAst", [
    property("string Name {get;}", get!(TypeDefinition, |_here, ast| (&*ast.name).into())),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.AttributeAst] Attributes {get;}",
        get!(TypeDefinition, |here, ast| here.children("AttributeAst", ast.attributes.iter().map(Ast::Attribute))),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.TypeConstraintAst] BaseTypes {get;}",
        get!(TypeDefinition, |here, ast| here
            .children("TypeConstraintAst", ast.base_types.iter().map(Ast::TypeConstraint))),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.MemberAst] Members {get;}",
        get!(TypeDefinition, |here, ast| here.children("MemberAst", ast.members.iter().map(Ast::from))),
    ),
    property("System.Management.Automation.Language.TypeAttributes TypeAttributes {get;}", get!(TypeDefinition, |_here, ast| {
        let number = match ast.kind {
            TypeKind::Class => 1,
            TypeKind::Interface => 2,
            TypeKind::Enum => 4,
        };
        Value::enumeration(&named(language!("TypeAttributes")), number)
    })),
    property("bool IsEnum {get;}", get!(TypeDefinition, |_here, ast| (ast.kind == TypeKind::Enum).into())),
    property("bool IsClass {get;}", get!(TypeDefinition, |_here, ast| (ast.kind == TypeKind::Class).into())),
    property("bool IsInterface {get;}", get!(TypeDefinition, |_here, ast| (ast.kind == TypeKind::Interface).into())),
]);

static PROPERTY_MEMBER_AST: FacadeType = node_type!("PropertyMemberAst": "MemberAst", [
    property(
        "System.Management.Automation.Language.TypeConstraintAst PropertyType {get;}",
        get!(PropertyMember, |here, ast| ast
            .property_type
            .as_ref()
            .map_or(Value::Null, |constraint| here.child(Ast::TypeConstraint(constraint)))),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.AttributeAst] Attributes {get;}",
        get!(PropertyMember, |here, ast| here.children("AttributeAst", ast.attributes.iter().map(Ast::Attribute))),
    ),
    property(
        "System.Management.Automation.Language.PropertyAttributes PropertyAttributes {get;}",
        get!(PropertyMember, |_here, ast| Value::enumeration(
            &named(language!("PropertyAttributes")),
            flags(ast.flags)
        )),
    ),
    property(
        "System.Management.Automation.Language.ExpressionAst InitialValue {get;}",
        get!(PropertyMember, |here, ast| here.maybe(ast.initial_value.as_ref())),
    ),
    property("bool IsPublic {get;}", |_| Ok(Value::Bool(true))),
    property("bool IsHidden {get;}", get!(PropertyMember, |_here, ast| ast.flags.is_hidden.into())),
    property("bool IsStatic {get;}", get!(PropertyMember, |_here, ast| ast.flags.is_static.into())),
]);

static FUNCTION_MEMBER_AST: FacadeType = node_type!("FunctionMemberAst": "MemberAst", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.AttributeAst] Attributes {get;}",
        get!(FunctionMember, |here, ast| here.children("AttributeAst", ast.attributes.iter().map(Ast::Attribute))),
    ),
    property(
        "System.Management.Automation.Language.TypeConstraintAst ReturnType {get;}",
        get!(FunctionMember, |here, ast| ast
            .return_type
            .as_ref()
            .map_or(Value::Null, |constraint| here.child(Ast::TypeConstraint(constraint)))),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.ParameterAst] Parameters {get;}",
        get!(FunctionMember, |here, ast| here.children(
            "ParameterAst",
            ast.function.parameters.as_deref().into_iter().flatten().map(Ast::Parameter)
        )),
    ),
    property(
        "System.Management.Automation.Language.ScriptBlockAst Body {get;}",
        get!(FunctionMember, |here, ast| here.child(Ast::ScriptBlock(&ast.function.body))),
    ),
    property(
        "System.Management.Automation.Language.MethodAttributes MethodAttributes {get;}",
        get!(FunctionMember, |_here, ast| Value::enumeration(&named(language!("MethodAttributes")), flags(ast.flags))),
    ),
    property("bool IsPublic {get;}", |_| Ok(Value::Bool(true))),
    property("bool IsHidden {get;}", get!(FunctionMember, |_here, ast| ast.flags.is_hidden.into())),
    property("bool IsStatic {get;}", get!(FunctionMember, |_here, ast| ast.flags.is_static.into())),
    property("bool IsConstructor {get;}", get!(FunctionMember, |_here, ast| ast.is_constructor.into())),
]);

/// `PropertyAttributes` and `MethodAttributes` have the same numbers: `Public` 1, `Static` 16, `Hidden` 64.
fn flags(flags: MemberFlags) -> i64 {
    1 | i64::from(flags.is_static) << 4 | i64::from(flags.is_hidden) << 6
}
