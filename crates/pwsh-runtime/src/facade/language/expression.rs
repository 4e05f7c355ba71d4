//! Expressions.

use crate::compile::{constant, text};
use pwsh_syntax::ast::{Ast, StringConstantType};
use pwsh_value::Value;
use pwsh_value::ty::{FacadeType, named, property};

pub(super) const TYPES: &[&FacadeType] = &[
    &BINARY_EXPRESSION_AST,
    &UNARY_EXPRESSION_AST,
    &TERNARY_EXPRESSION_AST,
    &ATTRIBUTED_EXPRESSION_AST,
    &CONVERT_EXPRESSION_AST,
    &TYPE_EXPRESSION_AST,
    &CONSTANT_EXPRESSION_AST,
    &STRING_CONSTANT_EXPRESSION_AST,
    &EXPANDABLE_STRING_EXPRESSION_AST,
    &VARIABLE_EXPRESSION_AST,
    &MEMBER_EXPRESSION_AST,
    &INVOKE_MEMBER_EXPRESSION_AST,
    &BASE_CTOR_INVOKE_MEMBER_EXPRESSION_AST,
    &INDEX_EXPRESSION_AST,
    &SUB_EXPRESSION_AST,
    &PAREN_EXPRESSION_AST,
    &ARRAY_EXPRESSION_AST,
    &ARRAY_LITERAL_AST,
    &HASHTABLE_AST,
    &SCRIPT_BLOCK_EXPRESSION_AST,
    &USING_EXPRESSION_AST,
    &ERROR_EXPRESSION_AST,
];

static BINARY_EXPRESSION_AST: FacadeType = node_type!("BinaryExpressionAst": "ExpressionAst", [
    property(
        "System.Management.Automation.Language.TokenKind Operator {get;}",
        get!(Binary, |_here, ast| super::token::kind(ast.operator.token_kind())),
    ),
    property(
        "System.Management.Automation.Language.ExpressionAst Left {get;}",
        get!(Binary, |here, ast| here.child(&ast.left)),
    ),
    property(
        "System.Management.Automation.Language.ExpressionAst Right {get;}",
        get!(Binary, |here, ast| here.child(&ast.right)),
    ),
    property(
        "System.Management.Automation.Language.IScriptExtent ErrorPosition {get;}",
        get!(Binary, |here, ast| here.extent(ast.error_position)),
    ),
]);

static UNARY_EXPRESSION_AST: FacadeType = node_type!("UnaryExpressionAst": "ExpressionAst", [
    property(
        "System.Management.Automation.Language.TokenKind TokenKind {get;}",
        get!(Unary, |_here, ast| super::token::kind(ast.operator.token_kind())),
    ),
    property(
        "System.Management.Automation.Language.ExpressionAst Child {get;}",
        get!(Unary, |here, ast| here.child(&ast.child)),
    ),
]);

static TERNARY_EXPRESSION_AST: FacadeType = node_type!("TernaryExpressionAst": "ExpressionAst", [
    property(
        "System.Management.Automation.Language.ExpressionAst Condition {get;}",
        get!(Ternary, |here, ast| here.child(&ast.condition)),
    ),
    property(
        "System.Management.Automation.Language.ExpressionAst IfTrue {get;}",
        get!(Ternary, |here, ast| here.child(&ast.if_true)),
    ),
    property(
        "System.Management.Automation.Language.ExpressionAst IfFalse {get;}",
        get!(Ternary, |here, ast| here.child(&ast.if_false)),
    ),
]);

static ATTRIBUTED_EXPRESSION_AST: FacadeType = node_type!("AttributedExpressionAst": "ExpressionAst", [
    property("System.Management.Automation.Language.ExpressionAst Child {get;}", |call| {
        let node = call.this::<super::Node>();
        Ok(match node.get() {
            Ast::Attributed(ast) => node.child(&ast.child),
            Ast::Convert(ast) => node.child(&ast.child),
            _ => Value::Null,
        })
    }),
    property("System.Management.Automation.Language.AttributeBaseAst Attribute {get;}", |call| {
        let node = call.this::<super::Node>();
        Ok(match node.get() {
            Ast::Attributed(ast) => node.child(Ast::Attribute(&ast.attribute)),
            Ast::Convert(ast) => node.child(Ast::TypeConstraint(&ast.type_constraint)),
            _ => Value::Null,
        })
    }),
]);

static CONVERT_EXPRESSION_AST: FacadeType = node_type!("ConvertExpressionAst": "AttributedExpressionAst", [
    property(
        "System.Management.Automation.Language.TypeConstraintAst Type {get;}",
        get!(Convert, |here, ast| here.child(Ast::TypeConstraint(&ast.type_constraint))),
    ),
]);

static TYPE_EXPRESSION_AST: FacadeType = node_type!("TypeExpressionAst": "ExpressionAst", [
    property(
        "System.Management.Automation.Language.ITypeName TypeName {get;}",
        get!(Type, |here, ast| super::type_name_value(here.source(), &ast.type_name)),
    ),
]);

static CONSTANT_EXPRESSION_AST: FacadeType = node_type!("ConstantExpressionAst": "ExpressionAst", [
    property("System.Object Value {get;}", get!(Constant, |_here, ast| constant(&ast.value))),
]);

fn written(how: StringConstantType) -> Value {
    let number = match how {
        StringConstantType::SingleQuoted => 0,
        StringConstantType::SingleQuotedHereString => 1,
        StringConstantType::DoubleQuoted => 2,
        StringConstantType::DoubleQuotedHereString => 3,
        StringConstantType::BareWord => 4,
    };
    Value::enumeration(&named(language!("StringConstantType")), number)
}

static STRING_CONSTANT_EXPRESSION_AST: FacadeType = node_type!("StringConstantExpressionAst": "ConstantExpressionAst", [
    property(
        "System.Management.Automation.Language.StringConstantType StringConstantType {get;}",
        get!(StringConstant, |_here, ast| written(ast.string_constant_type)),
    ),
    property("string Value {get;}", get!(StringConstant, |_here, ast| text(&ast.value).into())),
]);

static EXPANDABLE_STRING_EXPRESSION_AST: FacadeType = node_type!("ExpandableStringExpressionAst": "ExpressionAst", [
    property("string Value {get;}", get!(ExpandableString, |_here, ast| text(&ast.value).into())),
    property(
        "System.Management.Automation.Language.StringConstantType StringConstantType {get;}",
        get!(ExpandableString, |_here, ast| written(ast.string_constant_type)),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.ExpressionAst] NestedExpressions {get;}",
        get!(ExpandableString, |here, ast| here
            .children("ExpressionAst", ast.nested_expressions().map(Ast::from))),
    ),
]);

static VARIABLE_EXPRESSION_AST: FacadeType = node_type!("VariableExpressionAst": "ExpressionAst", [
    property(
        "System.Management.Automation.VariablePath VariablePath {get;}",
        get!(Variable, |_here, ast| super::variable_path::value(&ast.variable_path)),
    ),
    property("bool Splatted {get;}", get!(Variable, |_here, ast| ast.splatted.into())),
]);

static MEMBER_EXPRESSION_AST: FacadeType = node_type!("MemberExpressionAst": "ExpressionAst", [
    property("System.Management.Automation.Language.ExpressionAst Expression {get;}", |call| {
        let node = call.this::<super::Node>();
        Ok(match node.get() {
            Ast::Member(ast) => node.child(&ast.expression),
            Ast::InvokeMember(ast) => node.child(&ast.expression),
            _ => Value::Null,
        })
    }),
    property("System.Management.Automation.Language.CommandElementAst Member {get;}", |call| {
        let node = call.this::<super::Node>();
        Ok(match node.get() {
            Ast::Member(ast) => node.child(&ast.member),
            Ast::InvokeMember(ast) => node.child(&ast.member),
            _ => Value::Null,
        })
    }),
    property("bool Static {get;}", |call| {
        Ok(match call.this::<super::Node>().get() {
            Ast::Member(ast) => ast.is_static,
            Ast::InvokeMember(ast) => ast.is_static,
            _ => false,
        }
        .into())
    }),
    property("bool NullConditional {get;}", |call| {
        Ok(match call.this::<super::Node>().get() {
            Ast::Member(ast) => ast.null_conditional,
            Ast::InvokeMember(ast) => ast.null_conditional,
            _ => false,
        }
        .into())
    }),
]);

static INVOKE_MEMBER_EXPRESSION_AST: FacadeType = node_type!("InvokeMemberExpressionAst": "MemberExpressionAst", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.ExpressionAst] Arguments {get;}",
        |call| {
            let node = call.this::<super::Node>();
            let arguments = match node.get() {
                Ast::InvokeMember(ast) => &ast.arguments[..],
                Ast::BaseCtorInvokeMember(ast) => &ast.arguments[..],
                _ => &[],
            };
            // Without arguments there is no collection.
            Ok(if arguments.is_empty() {
                Value::Null
            } else {
                node.children("ExpressionAst", arguments.iter().map(Ast::from))
            })
        },
    ),
]);

static BASE_CTOR_INVOKE_MEMBER_EXPRESSION_AST: FacadeType =
    node_type!("BaseCtorInvokeMemberExpressionAst": "InvokeMemberExpressionAst", []);

static INDEX_EXPRESSION_AST: FacadeType = node_type!("IndexExpressionAst": "ExpressionAst", [
    property(
        "System.Management.Automation.Language.ExpressionAst Target {get;}",
        get!(Index, |here, ast| here.child(&ast.target)),
    ),
    property(
        "System.Management.Automation.Language.ExpressionAst Index {get;}",
        get!(Index, |here, ast| here.child(&ast.index)),
    ),
    property("bool NullConditional {get;}", get!(Index, |_here, ast| ast.null_conditional.into())),
]);

static SUB_EXPRESSION_AST: FacadeType = node_type!("SubExpressionAst": "ExpressionAst", [
    property(
        "System.Management.Automation.Language.StatementBlockAst SubExpression {get;}",
        get!(Sub, |here, ast| here.child(Ast::StatementBlock(&ast.sub_expression))),
    ),
]);

static PAREN_EXPRESSION_AST: FacadeType = node_type!("ParenExpressionAst": "ExpressionAst", [
    property(
        "System.Management.Automation.Language.PipelineBaseAst Pipeline {get;}",
        get!(Paren, |here, ast| here.child(&ast.pipeline)),
    ),
]);

static ARRAY_EXPRESSION_AST: FacadeType = node_type!("ArrayExpressionAst": "ExpressionAst", [
    property(
        "System.Management.Automation.Language.StatementBlockAst SubExpression {get;}",
        get!(Array, |here, ast| here.child(Ast::StatementBlock(&ast.sub_expression))),
    ),
]);

static ARRAY_LITERAL_AST: FacadeType = node_type!("ArrayLiteralAst": "ExpressionAst", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.ExpressionAst] Elements {get;}",
        get!(ArrayLiteral, |here, ast| here.children("ExpressionAst", ast.elements.iter().map(Ast::from))),
    ),
]);

static HASHTABLE_AST: FacadeType = node_type!("HashtableAst": "ExpressionAst", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Tuple[System.Management.Automation.Language.ExpressionAst,System.Management.Automation.Language.StatementAst]] KeyValuePairs {get;}",
        |call| {
            let node = call.this::<super::Node>().payload().clone();
            let Ast::Hashtable(ast) = node.get() else { return Ok(Value::Null) };
            let pairs = ast.key_value_pairs.iter().map(|(key, value)| (node.child(key), node.child(value)));
            super::statement::tuples(call.cx, language!("ExpressionAst"), language!("StatementAst"), pairs)
        },
    ),
]);

static SCRIPT_BLOCK_EXPRESSION_AST: FacadeType = node_type!("ScriptBlockExpressionAst": "ExpressionAst", [
    property(
        "System.Management.Automation.Language.ScriptBlockAst ScriptBlock {get;}",
        get!(ScriptBlockExpression, |here, ast| here.child(Ast::ScriptBlock(&ast.script_block))),
    ),
]);

static USING_EXPRESSION_AST: FacadeType = node_type!("UsingExpressionAst": "ExpressionAst", [
    property(
        "System.Management.Automation.Language.ExpressionAst SubExpression {get;}",
        get!(UsingExpression, |here, ast| here.child(&ast.sub_expression)),
    ),
]);

static ERROR_EXPRESSION_AST: FacadeType = node_type!("ErrorExpressionAst": "ExpressionAst", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.Ast] NestedAst {get;}",
        get!(ErrorExpression, |here, ast| here.children("Ast", ast.nested.iter().map(Ast::from))),
    ),
]);
