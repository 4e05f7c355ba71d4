//! Script blocks, named blocks and parameters.

use super::Node;
use crate::code::Block;
use crate::command::ScriptBlock;
use pwsh_syntax::ast::{Ast, NamedBlockAst};
use pwsh_value::Value;
use pwsh_value::ty::{FacadeType, method, named, property};

pub(super) const TYPES: &[&FacadeType] =
    &[&SCRIPT_BLOCK_AST, &PARAM_BLOCK_AST, &NAMED_BLOCK_AST, &STATEMENT_BLOCK_AST, &PARAMETER_AST];

fn block(here: &Node, block: Option<&NamedBlockAst>) -> Value {
    block.map_or(Value::Null, |block| here.child(Ast::NamedBlock(block)))
}

static SCRIPT_BLOCK_AST: FacadeType = node_type!("ScriptBlockAst": "Ast", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.AttributeAst] Attributes {get;}",
        get!(ScriptBlock, |here, ast| {
            let attributes = ast.param_block.as_ref().map_or(&[][..], |block| &block.attributes);
            here.children("AttributeAst", attributes.iter().map(Ast::Attribute))
        }),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.UsingStatementAst] UsingStatements {get;}",
        get!(ScriptBlock, |here, ast| here.children("UsingStatementAst", ast.using_statements.iter().map(Ast::Using))),
    ),
    property(
        "System.Management.Automation.Language.ParamBlockAst ParamBlock {get;}",
        get!(ScriptBlock, |here, ast| ast
            .param_block
            .as_ref()
            .map_or(Value::Null, |block| here.child(Ast::ParamBlock(block)))),
    ),
    property(
        "System.Management.Automation.Language.NamedBlockAst BeginBlock {get;}",
        get!(ScriptBlock, |here, ast| block(here, ast.begin_block.as_ref())),
    ),
    property(
        "System.Management.Automation.Language.NamedBlockAst ProcessBlock {get;}",
        get!(ScriptBlock, |here, ast| block(here, ast.process_block.as_ref())),
    ),
    property(
        "System.Management.Automation.Language.NamedBlockAst EndBlock {get;}",
        get!(ScriptBlock, |here, ast| block(here, ast.end_block.as_ref())),
    ),
    property(
        "System.Management.Automation.Language.NamedBlockAst CleanBlock {get;}",
        get!(ScriptBlock, |here, ast| block(here, ast.clean_block.as_ref())),
    ),
    property(
        "System.Management.Automation.Language.NamedBlockAst DynamicParamBlock {get;}",
        get!(ScriptBlock, |here, ast| block(here, ast.dynamic_param_block.as_ref())),
    ),
    // A block of its own over the text: a node borrows its tree, a block owns one.
    method("scriptblock GetScriptBlock()", |call| {
        let node = call.this::<Node>().payload().clone();
        let text = node.text();
        let inner = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).unwrap_or(text);
        let block = crate::facade::runspace(call.cx).parse(inner)?;
        Ok(Value::Object(ScriptBlock::object(Block::new(block.ast.clone(), false))))
    }),
]);

static PARAM_BLOCK_AST: FacadeType = node_type!("ParamBlockAst": "Ast", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.AttributeAst] Attributes {get;}",
        get!(ParamBlock, |here, ast| here.children("AttributeAst", ast.attributes.iter().map(Ast::Attribute))),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.ParameterAst] Parameters {get;}",
        get!(ParamBlock, |here, ast| here.children("ParameterAst", ast.parameters.iter().map(Ast::Parameter))),
    ),
]);

static NAMED_BLOCK_AST: FacadeType = node_type!("NamedBlockAst": "Ast", [
    property("bool Unnamed {get;}", get!(NamedBlock, |_here, ast| ast.unnamed.into())),
    property(
        "System.Management.Automation.Language.TokenKind BlockKind {get;}",
        get!(NamedBlock, |_here, ast| {
            use pwsh_syntax::{TokenKind, ast::BlockKind};
            super::token::kind(match ast.block_kind {
                BlockKind::DynamicParam => TokenKind::Dynamicparam,
                BlockKind::Begin => TokenKind::Begin,
                BlockKind::Process => TokenKind::Process,
                BlockKind::End => TokenKind::End,
                BlockKind::Clean => TokenKind::Clean,
            })
        }),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.StatementAst] Statements {get;}",
        get!(NamedBlock, |here, ast| here.children("StatementAst", ast.statements.iter().map(Ast::from))),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.TrapStatementAst] Traps {get;}",
        get!(NamedBlock, |here, ast| here.children("TrapStatementAst", ast.traps.iter().map(Ast::Trap))),
    ),
]);

static STATEMENT_BLOCK_AST: FacadeType = node_type!("StatementBlockAst": "Ast", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.StatementAst] Statements {get;}",
        get!(StatementBlock, |here, ast| here.children("StatementAst", ast.statements.iter().map(Ast::from))),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.TrapStatementAst] Traps {get;}",
        get!(StatementBlock, |here, ast| here.children("TrapStatementAst", ast.traps.iter().map(Ast::Trap))),
    ),
]);

static PARAMETER_AST: FacadeType = node_type!("ParameterAst": "Ast", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.AttributeBaseAst] Attributes {get;}",
        get!(Parameter, |here, ast| here.children("AttributeBaseAst", ast.attributes.iter().map(Ast::from))),
    ),
    property(
        "System.Management.Automation.Language.VariableExpressionAst Name {get;}",
        get!(Parameter, |here, ast| here.child(Ast::Variable(&ast.name))),
    ),
    property(
        "System.Management.Automation.Language.ExpressionAst DefaultValue {get;}",
        get!(Parameter, |here, ast| here.maybe(ast.default_value.as_ref())),
    ),
    property("type StaticType {get;}", |call| {
        let node = call.this::<Node>().payload().clone();
        let Ast::Parameter(parameter) = node.get() else { return Ok(Value::Null) };
        let written = parameter.attributes.iter().find_map(|attribute| match attribute {
            pwsh_syntax::ast::AttributeBase::TypeConstraint(constraint) => Some(constraint.type_name.full_name()),
            pwsh_syntax::ast::AttributeBase::Attribute(_) => None,
        });
        let found = written.and_then(|name| call.cx.find_type(&name));
        Ok(Value::from(found.unwrap_or_else(|| named("System.Object"))))
    }),
]);
