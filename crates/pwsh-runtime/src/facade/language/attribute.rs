//! Attributes and type constraints.

use pwsh_syntax::ast::Ast;
use pwsh_value::ty::{FacadeType, property};

pub(super) const TYPES: &[&FacadeType] =
    &[&ATTRIBUTE_AST, &TYPE_CONSTRAINT_AST, &NAMED_ATTRIBUTE_ARGUMENT_AST];

static ATTRIBUTE_AST: FacadeType = node_type!("AttributeAst": "AttributeBaseAst", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.ExpressionAst] PositionalArguments {get;}",
        get!(Attribute, |here, ast| here
            .children("ExpressionAst", ast.positional_arguments.iter().map(Ast::from))),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.NamedAttributeArgumentAst] NamedArguments {get;}",
        get!(Attribute, |here, ast| here
            .children("NamedAttributeArgumentAst", ast.named_arguments.iter().map(Ast::NamedAttributeArgument))),
    ),
]);

static TYPE_CONSTRAINT_AST: FacadeType = node_type!("TypeConstraintAst": "AttributeBaseAst", []);

static NAMED_ATTRIBUTE_ARGUMENT_AST: FacadeType = node_type!("NamedAttributeArgumentAst": "Ast", [
    property("string ArgumentName {get;}", get!(NamedAttributeArgument, |_here, ast| (&*ast.argument_name).into())),
    property(
        "System.Management.Automation.Language.ExpressionAst Argument {get;}",
        get!(NamedAttributeArgument, |here, ast| here.child(&ast.argument)),
    ),
    property("bool ExpressionOmitted {get;}", get!(NamedAttributeArgument, |_here, ast| ast.expression_omitted.into())),
]);
