//! Pipelines, commands and redirections.

use pwsh_syntax::TokenKind;
use pwsh_syntax::ast::{Ast, ChainOperator, InvocationOperator, RedirectionStream};
use pwsh_value::ty::{FacadeType, method, named, property};
use pwsh_value::{PsString, Value};

pub(super) const TYPES: &[&FacadeType] = &[
    &PIPELINE_AST,
    &PIPELINE_CHAIN_AST,
    &COMMAND_AST,
    &COMMAND_EXPRESSION_AST,
    &COMMAND_PARAMETER_AST,
    &MERGING_REDIRECTION_AST,
    &FILE_REDIRECTION_AST,
];

/// A stream as an object.
pub(super) fn stream(stream: RedirectionStream) -> Value {
    Value::enumeration(&named(language!("RedirectionStream")), stream as i64)
}

static PIPELINE_AST: FacadeType = node_type!("PipelineAst": "ChainableAst", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.CommandBaseAst] PipelineElements {get;}",
        get!(Pipeline, |here, ast| here.children("CommandBaseAst", ast.pipeline_elements.iter().map(Ast::from))),
    ),
    property("bool Background {get;}", get!(Pipeline, |_here, ast| ast.background.into())),
]);

static PIPELINE_CHAIN_AST: FacadeType = node_type!("PipelineChainAst": "ChainableAst", [
    property(
        "System.Management.Automation.Language.ChainableAst LhsPipelineChain {get;}",
        get!(PipelineChain, |here, ast| here.child(&ast.lhs_pipeline_chain)),
    ),
    property(
        "System.Management.Automation.Language.PipelineAst RhsPipeline {get;}",
        get!(PipelineChain, |here, ast| here.child(Ast::Pipeline(&ast.rhs_pipeline))),
    ),
    property(
        "System.Management.Automation.Language.TokenKind Operator {get;}",
        get!(PipelineChain, |_here, ast| super::token::kind(match ast.operator {
            ChainOperator::AndAnd => TokenKind::AndAnd,
            ChainOperator::OrOr => TokenKind::OrOr,
        })),
    ),
    property("bool Background {get;}", get!(PipelineChain, |_here, ast| ast.background.into())),
]);

static COMMAND_AST: FacadeType = node_type!("CommandAst": "CommandBaseAst", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.CommandElementAst] CommandElements {get;}",
        get!(Command, |here, ast| here.children("CommandElementAst", ast.command_elements.iter().map(Ast::from))),
    ),
    property(
        "System.Management.Automation.Language.TokenKind InvocationOperator {get;}",
        get!(Command, |_here, ast| super::token::kind(match ast.invocation_operator {
            InvocationOperator::None => TokenKind::Unknown,
            InvocationOperator::Ampersand => TokenKind::Ampersand,
            InvocationOperator::Dot => TokenKind::Dot,
        })),
    ),
    method(
        "string GetCommandName()",
        get!(Command, |_here, ast| ast.command_name().map(PsString::from).into()),
    ),
]);

static COMMAND_EXPRESSION_AST: FacadeType = node_type!("CommandExpressionAst": "CommandBaseAst", [
    property(
        "System.Management.Automation.Language.ExpressionAst Expression {get;}",
        get!(CommandExpression, |here, ast| here.child(&ast.expression)),
    ),
]);

static COMMAND_PARAMETER_AST: FacadeType = node_type!("CommandParameterAst": "CommandElementAst", [
    property("string ParameterName {get;}", get!(CommandParameter, |_here, ast| (&*ast.parameter_name).into())),
    property(
        "System.Management.Automation.Language.ExpressionAst Argument {get;}",
        get!(CommandParameter, |here, ast| here.maybe(ast.argument.as_ref())),
    ),
    property(
        "System.Management.Automation.Language.IScriptExtent ErrorPosition {get;}",
        get!(CommandParameter, |here, ast| here.extent(ast.error_position)),
    ),
]);

static MERGING_REDIRECTION_AST: FacadeType = node_type!("MergingRedirectionAst": "RedirectionAst", [
    property(
        "System.Management.Automation.Language.RedirectionStream ToStream {get;}",
        get!(MergingRedirection, |_here, ast| stream(ast.to_stream)),
    ),
]);

static FILE_REDIRECTION_AST: FacadeType = node_type!("FileRedirectionAst": "RedirectionAst", [
    property(
        "System.Management.Automation.Language.ExpressionAst Location {get;}",
        get!(FileRedirection, |here, ast| here.child(&ast.location)),
    ),
    property("bool Append {get;}", get!(FileRedirection, |_here, ast| ast.append.into())),
]);
