//! Statements.

use crate::command::type_named;
use crate::facade::collection;
use pwsh_syntax::ast::{Ast, UsingStatementKind};
use pwsh_value::ty::{FacadeType, named, property};
use pwsh_value::{Context, PsString, Result, Value};

pub(super) const TYPES: &[&FacadeType] = &[
    &ASSIGNMENT_STATEMENT_AST,
    &IF_STATEMENT_AST,
    &SWITCH_STATEMENT_AST,
    &FOR_STATEMENT_AST,
    &FOR_EACH_STATEMENT_AST,
    &WHILE_STATEMENT_AST,
    &DO_WHILE_STATEMENT_AST,
    &DO_UNTIL_STATEMENT_AST,
    &TRY_STATEMENT_AST,
    &CATCH_CLAUSE_AST,
    &TRAP_STATEMENT_AST,
    &THROW_STATEMENT_AST,
    &RETURN_STATEMENT_AST,
    &EXIT_STATEMENT_AST,
    &BREAK_STATEMENT_AST,
    &CONTINUE_STATEMENT_AST,
    &DATA_STATEMENT_AST,
    &FUNCTION_DEFINITION_AST,
    &USING_STATEMENT_AST,
    &ERROR_STATEMENT_AST,
];

/// Pairs as a collection of tuples of two classes.
pub(super) fn tuples(
    cx: &mut dyn Context,
    first: &str,
    second: &str,
    pairs: impl Iterator<Item = (Value, Value)>,
) -> Result<Value> {
    let name = format!("System.Tuple[{first},{second}]");
    let ty = type_named(&name);
    let pairs = pairs.map(|(a, b)| cx.construct(&ty, vec![a, b])).collect::<Result<_>>()?;
    Ok(collection::read_only(&name, pairs))
}

static ASSIGNMENT_STATEMENT_AST: FacadeType = node_type!("AssignmentStatementAst": "PipelineBaseAst", [
    property(
        "System.Management.Automation.Language.ExpressionAst Left {get;}",
        get!(Assignment, |here, ast| here.child(&ast.left)),
    ),
    property(
        "System.Management.Automation.Language.TokenKind Operator {get;}",
        get!(Assignment, |_here, ast| super::token::kind(ast.operator.token_kind())),
    ),
    property(
        "System.Management.Automation.Language.StatementAst Right {get;}",
        get!(Assignment, |here, ast| here.child(&ast.right)),
    ),
    property(
        "System.Management.Automation.Language.IScriptExtent ErrorPosition {get;}",
        get!(Assignment, |here, ast| here.extent(ast.error_position)),
    ),
]);

static IF_STATEMENT_AST: FacadeType = node_type!("IfStatementAst": "StatementAst", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Tuple[System.Management.Automation.Language.PipelineBaseAst,System.Management.Automation.Language.StatementBlockAst]] Clauses {get;}",
        |call| {
            let node = call.this::<super::Node>().payload().clone();
            let Ast::If(ast) = node.get() else { return Ok(Value::Null) };
            let clauses =
                ast.clauses.iter().map(|(test, body)| (node.child(test), node.child(Ast::StatementBlock(body))));
            tuples(call.cx, language!("PipelineBaseAst"), language!("StatementBlockAst"), clauses)
        },
    ),
    property(
        "System.Management.Automation.Language.StatementBlockAst ElseClause {get;}",
        get!(If, |here, ast| ast
            .else_clause
            .as_ref()
            .map_or(Value::Null, |body| here.child(Ast::StatementBlock(body)))),
    ),
]);

static SWITCH_STATEMENT_AST: FacadeType = node_type!("SwitchStatementAst": "LabeledStatementAst", [
    property("System.Management.Automation.Language.SwitchFlags Flags {get;}", get!(Switch, |_here, ast| {
        let flags = ast.flags;
        let bits = [flags.file, flags.regex, flags.wildcard, flags.exact, flags.case_sensitive, flags.parallel];
        let number = bits.into_iter().enumerate().map(|(at, set)| i64::from(set) << at).sum();
        Value::enumeration(&named(language!("SwitchFlags")), number)
    })),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Tuple[System.Management.Automation.Language.ExpressionAst,System.Management.Automation.Language.StatementBlockAst]] Clauses {get;}",
        |call| {
            let node = call.this::<super::Node>().payload().clone();
            let Ast::Switch(ast) = node.get() else { return Ok(Value::Null) };
            let clauses =
                ast.clauses.iter().map(|(test, body)| (node.child(test), node.child(Ast::StatementBlock(body))));
            tuples(call.cx, language!("ExpressionAst"), language!("StatementBlockAst"), clauses)
        },
    ),
    property(
        "System.Management.Automation.Language.StatementBlockAst Default {get;}",
        get!(Switch, |here, ast| ast
            .default
            .as_ref()
            .map_or(Value::Null, |body| here.child(Ast::StatementBlock(body)))),
    ),
]);

static FOR_STATEMENT_AST: FacadeType = node_type!("ForStatementAst": "LoopStatementAst", [
    property(
        "System.Management.Automation.Language.PipelineBaseAst Initializer {get;}",
        get!(For, |here, ast| here.maybe(ast.initializer.as_ref())),
    ),
    property(
        "System.Management.Automation.Language.PipelineBaseAst Iterator {get;}",
        get!(For, |here, ast| here.maybe(ast.iterator.as_ref())),
    ),
]);

static FOR_EACH_STATEMENT_AST: FacadeType = node_type!("ForEachStatementAst": "LoopStatementAst", [
    property(
        "System.Management.Automation.Language.VariableExpressionAst Variable {get;}",
        get!(ForEach, |here, ast| here.child(Ast::Variable(&ast.variable))),
    ),
]);

static WHILE_STATEMENT_AST: FacadeType = node_type!("WhileStatementAst": "LoopStatementAst", []);
static DO_WHILE_STATEMENT_AST: FacadeType = node_type!("DoWhileStatementAst": "LoopStatementAst", []);
static DO_UNTIL_STATEMENT_AST: FacadeType = node_type!("DoUntilStatementAst": "LoopStatementAst", []);

static TRY_STATEMENT_AST: FacadeType = node_type!("TryStatementAst": "StatementAst", [
    property(
        "System.Management.Automation.Language.StatementBlockAst Body {get;}",
        get!(Try, |here, ast| here.child(Ast::StatementBlock(&ast.body))),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.CatchClauseAst] CatchClauses {get;}",
        get!(Try, |here, ast| here.children("CatchClauseAst", ast.catch_clauses.iter().map(Ast::CatchClause))),
    ),
    property(
        "System.Management.Automation.Language.StatementBlockAst Finally {get;}",
        get!(Try, |here, ast| ast
            .finally
            .as_ref()
            .map_or(Value::Null, |body| here.child(Ast::StatementBlock(body)))),
    ),
]);

static CATCH_CLAUSE_AST: FacadeType = node_type!("CatchClauseAst": "Ast", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.TypeConstraintAst] CatchTypes {get;}",
        get!(CatchClause, |here, ast| here
            .children("TypeConstraintAst", ast.catch_types.iter().map(Ast::TypeConstraint))),
    ),
    property("bool IsCatchAll {get;}", get!(CatchClause, |_here, ast| ast.catch_types.is_empty().into())),
    property(
        "System.Management.Automation.Language.StatementBlockAst Body {get;}",
        get!(CatchClause, |here, ast| here.child(Ast::StatementBlock(&ast.body))),
    ),
]);

static TRAP_STATEMENT_AST: FacadeType = node_type!("TrapStatementAst": "StatementAst", [
    property(
        "System.Management.Automation.Language.TypeConstraintAst TrapType {get;}",
        get!(Trap, |here, ast| ast
            .trap_type
            .as_ref()
            .map_or(Value::Null, |constraint| here.child(Ast::TypeConstraint(constraint)))),
    ),
    property(
        "System.Management.Automation.Language.StatementBlockAst Body {get;}",
        get!(Trap, |here, ast| here.child(Ast::StatementBlock(&ast.body))),
    ),
]);

static THROW_STATEMENT_AST: FacadeType = node_type!("ThrowStatementAst": "StatementAst", [
    property(
        "System.Management.Automation.Language.PipelineBaseAst Pipeline {get;}",
        get!(Throw, |here, ast| here.maybe(ast.pipeline.as_ref())),
    ),
    property("bool IsRethrow {get;}", get!(Throw, |_here, ast| ast.is_rethrow.into())),
]);

static RETURN_STATEMENT_AST: FacadeType = node_type!("ReturnStatementAst": "StatementAst", [
    property(
        "System.Management.Automation.Language.PipelineBaseAst Pipeline {get;}",
        get!(Return, |here, ast| here.maybe(ast.pipeline.as_ref())),
    ),
]);

static EXIT_STATEMENT_AST: FacadeType = node_type!("ExitStatementAst": "StatementAst", [
    property(
        "System.Management.Automation.Language.PipelineBaseAst Pipeline {get;}",
        get!(Exit, |here, ast| here.maybe(ast.pipeline.as_ref())),
    ),
]);

static BREAK_STATEMENT_AST: FacadeType = node_type!("BreakStatementAst": "StatementAst", [
    property(
        "System.Management.Automation.Language.ExpressionAst Label {get;}",
        get!(Break, |here, ast| here.maybe(ast.label.as_ref())),
    ),
]);

static CONTINUE_STATEMENT_AST: FacadeType = node_type!("ContinueStatementAst": "StatementAst", [
    property(
        "System.Management.Automation.Language.ExpressionAst Label {get;}",
        get!(Continue, |here, ast| here.maybe(ast.label.as_ref())),
    ),
]);

static DATA_STATEMENT_AST: FacadeType = node_type!("DataStatementAst": "StatementAst", [
    property("string Variable {get;}", get!(Data, |_here, ast| ast.variable.as_deref().map(PsString::from).into())),
    property(
        "System.Management.Automation.Language.StatementBlockAst Body {get;}",
        get!(Data, |here, ast| here.child(Ast::StatementBlock(&ast.body))),
    ),
]);

static FUNCTION_DEFINITION_AST: FacadeType = node_type!("FunctionDefinitionAst": "StatementAst", [
    property("bool IsFilter {get;}", get!(FunctionDefinition, |_here, ast| ast.is_filter.into())),
    property("bool IsWorkflow {get;}", get!(FunctionDefinition, |_here, ast| ast.is_workflow.into())),
    property("string Name {get;}", get!(FunctionDefinition, |_here, ast| (&*ast.name).into())),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.ParameterAst] Parameters {get;}",
        get!(FunctionDefinition, |here, ast| match &ast.parameters {
            Some(parameters) => here.children("ParameterAst", parameters.iter().map(Ast::Parameter)),
            None => Value::Null,
        }),
    ),
    property(
        "System.Management.Automation.Language.ScriptBlockAst Body {get;}",
        get!(FunctionDefinition, |here, ast| here.child(Ast::ScriptBlock(&ast.body))),
    ),
]);

static USING_STATEMENT_AST: FacadeType = node_type!("UsingStatementAst": "StatementAst", [
    property(
        "System.Management.Automation.Language.UsingStatementKind UsingStatementKind {get;}",
        get!(Using, |_here, ast| {
            let number = match ast.kind {
                UsingStatementKind::Assembly => 0,
                UsingStatementKind::Command => 1,
                UsingStatementKind::Module => 2,
                UsingStatementKind::Namespace => 3,
                UsingStatementKind::Type => 4,
            };
            Value::enumeration(&named(language!("UsingStatementKind")), number)
        }),
    ),
    property(
        "System.Management.Automation.Language.StringConstantExpressionAst Name {get;}",
        get!(Using, |here, ast| ast
            .name
            .as_ref()
            .map_or(Value::Null, |name| here.child(Ast::StringConstant(name)))),
    ),
    property(
        "System.Management.Automation.Language.StringConstantExpressionAst Alias {get;}",
        get!(Using, |here, ast| ast
            .alias
            .as_ref()
            .map_or(Value::Null, |alias| here.child(Ast::StringConstant(alias)))),
    ),
    property(
        "System.Management.Automation.Language.HashtableAst ModuleSpecification {get;}",
        get!(Using, |here, ast| ast
            .module_specification
            .as_ref()
            .map_or(Value::Null, |table| here.child(Ast::Hashtable(table)))),
    ),
]);

static ERROR_STATEMENT_AST: FacadeType = node_type!("ErrorStatementAst": "PipelineBaseAst", [
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.Ast] Conditions {get;}",
        get!(ErrorStatement, |here, ast| here.children("Ast", ast.conditions.iter().map(Ast::from))),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.Ast] Bodies {get;}",
        get!(ErrorStatement, |here, ast| here.children("Ast", ast.bodies.iter().map(Ast::StatementBlock))),
    ),
    property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.Ast] NestedAst {get;}",
        get!(ErrorStatement, |here, ast| here.children("Ast", ast.nested.iter().map(Ast::from))),
    ),
]);
