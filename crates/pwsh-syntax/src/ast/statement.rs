//! Statements.

use std::sync::Arc;

use super::*;
use crate::Extent;

macro_rules! statements {
    ($($(#[$doc:meta])* $variant:ident($ast:ty),)*) => {
        /// A statement (`StatementAst`). Where PowerShell has a `PipelineBaseAst` (conditions, what `return` and
        /// `throw` take, parentheses) it is one of `Pipeline`, `PipelineChain`, `Assignment` or `Error`.
        #[derive(Debug)]
        pub enum Statement { $($(#[$doc])* $variant(Box<$ast>),)* }

        impl Statement {
            /// Where the statement stands.
            pub fn extent(&self) -> Extent {
                match self { $(Self::$variant(ast) => ast.extent,)* }
            }
        }

        $(impl From<$ast> for Statement {
            fn from(ast: $ast) -> Self { Self::$variant(Box::new(ast)) }
        })*
    };
}

statements! {
    /// `a | b`
    Pipeline(PipelineAst),
    /// `a && b`
    PipelineChain(PipelineChainAst),
    /// `$x = 1`
    Assignment(AssignmentStatementAst),
    /// The plain expression on the right of an assignment, which PowerShell does not wrap in a pipeline.
    CommandExpression(CommandExpressionAst),
    /// `if`
    If(IfStatementAst),
    /// `switch`
    Switch(SwitchStatementAst),
    /// `for`
    For(ForStatementAst),
    /// `foreach`
    ForEach(ForEachStatementAst),
    /// `while`
    While(WhileStatementAst),
    /// `do ... while`
    DoWhile(DoWhileStatementAst),
    /// `do ... until`
    DoUntil(DoUntilStatementAst),
    /// `try`
    Try(TryStatementAst),
    /// `trap`
    Trap(TrapStatementAst),
    /// `throw`
    Throw(ThrowStatementAst),
    /// `return`
    Return(ReturnStatementAst),
    /// `exit`
    Exit(ExitStatementAst),
    /// `break`
    Break(BreakStatementAst),
    /// `continue`
    Continue(ContinueStatementAst),
    /// `data`
    Data(DataStatementAst),
    /// `function`, `filter`
    FunctionDefinition(FunctionDefinitionAst),
    /// `class`, `enum`, `interface`
    TypeDefinition(TypeDefinitionAst),
    /// `using`; its place is [`ScriptBlockAst::using_statements`], so this stands only where it is an error.
    Using(UsingStatementAst),
    /// What stands where a statement could not be read.
    Error(ErrorStatementAst),
}

/// Statements in braces or parentheses (`StatementBlockAst`).
#[derive(Debug)]
pub struct StatementBlockAst {
    /// The braces or parentheses and what is between.
    pub extent: Extent,
    /// The statements in order, without traps.
    pub statements: Vec<Statement>,
    /// The traps, in order.
    pub traps: Vec<TrapStatementAst>,
}

/// `target = value` (`AssignmentStatementAst`).
#[derive(Debug)]
pub struct AssignmentStatementAst {
    /// The whole.
    pub extent: Extent,
    /// The target: a variable, a member, an index, a list of them, with types and attributes before it.
    pub left: Expression,
    /// The operator.
    pub operator: AssignmentOperator,
    /// Any statement; a plain expression is [`Statement::CommandExpression`].
    pub right: Statement,
    /// Where the operator stands: what an error of the assignment points at.
    pub error_position: Extent,
}

/// `if` with its `elseif`s and `else` (`IfStatementAst`).
#[derive(Debug)]
pub struct IfStatementAst {
    /// The whole.
    pub extent: Extent,
    /// Conditions and bodies in order, at least one.
    pub clauses: Vec<(Statement, StatementBlockAst)>,
    /// The body of `else`.
    pub else_clause: Option<StatementBlockAst>,
}

/// The flags of a `switch` (`SwitchFlags`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct SwitchFlags {
    /// `-file`
    pub file: bool,
    /// `-regex`
    pub regex: bool,
    /// `-wildcard`
    pub wildcard: bool,
    /// `-exact`
    pub exact: bool,
    /// `-casesensitive`
    pub case_sensitive: bool,
    /// `-parallel`, which only workflows had
    pub parallel: bool,
}

/// `switch` (`SwitchStatementAst`).
#[derive(Debug)]
pub struct SwitchStatementAst {
    /// The whole, with its label.
    pub extent: Extent,
    /// The label without its colon.
    pub label: Option<Box<str>>,
    /// What is examined; the file's name where `-file` is given.
    pub condition: Statement,
    /// The flags.
    pub flags: SwitchFlags,
    /// The clauses in order.
    pub clauses: Vec<(Expression, StatementBlockAst)>,
    /// The body of `default`.
    pub default: Option<StatementBlockAst>,
}

/// `for` (`ForStatementAst`).
#[derive(Debug)]
pub struct ForStatementAst {
    /// The whole, with its label.
    pub extent: Extent,
    /// The label without its colon.
    pub label: Option<Box<str>>,
    /// Run first.
    pub initializer: Option<Statement>,
    /// Tested before each turn; no condition is true.
    pub condition: Option<Statement>,
    /// Run after each turn.
    pub iterator: Option<Statement>,
    /// The body.
    pub body: StatementBlockAst,
}

/// `foreach` (`ForEachStatementAst`).
#[derive(Debug)]
pub struct ForEachStatementAst {
    /// The whole, with its label.
    pub extent: Extent,
    /// The label without its colon.
    pub label: Option<Box<str>>,
    /// The variable that takes each element.
    pub variable: VariableExpressionAst,
    /// What is enumerated.
    pub condition: Statement,
    /// The argument of `-throttlelimit`.
    pub throttle_limit: Option<Expression>,
    /// Whether `-parallel` is given, which only workflows had.
    pub parallel: bool,
    /// The body.
    pub body: StatementBlockAst,
}

/// `while` (`WhileStatementAst`).
#[derive(Debug)]
pub struct WhileStatementAst {
    /// The whole, with its label.
    pub extent: Extent,
    /// The label without its colon.
    pub label: Option<Box<str>>,
    /// Tested before each turn.
    pub condition: Statement,
    /// The body.
    pub body: StatementBlockAst,
}

/// `do ... while` (`DoWhileStatementAst`).
#[derive(Debug)]
pub struct DoWhileStatementAst {
    /// The whole, with its label.
    pub extent: Extent,
    /// The label without its colon.
    pub label: Option<Box<str>>,
    /// Tested after each turn.
    pub condition: Statement,
    /// The body.
    pub body: StatementBlockAst,
}

/// `do ... until` (`DoUntilStatementAst`).
#[derive(Debug)]
pub struct DoUntilStatementAst {
    /// The whole, with its label.
    pub extent: Extent,
    /// The label without its colon.
    pub label: Option<Box<str>>,
    /// Tested after each turn; true ends the loop.
    pub condition: Statement,
    /// The body.
    pub body: StatementBlockAst,
}

/// `try` (`TryStatementAst`).
#[derive(Debug)]
pub struct TryStatementAst {
    /// The whole.
    pub extent: Extent,
    /// The body.
    pub body: StatementBlockAst,
    /// The `catch` clauses in order.
    pub catch_clauses: Vec<CatchClauseAst>,
    /// The body of `finally`.
    pub finally: Option<StatementBlockAst>,
}

/// `catch` (`CatchClauseAst`).
#[derive(Debug)]
pub struct CatchClauseAst {
    /// The whole.
    pub extent: Extent,
    /// The types caught; none catches all.
    pub catch_types: Vec<TypeConstraintAst>,
    /// The body.
    pub body: StatementBlockAst,
}

/// `trap` (`TrapStatementAst`).
#[derive(Debug)]
pub struct TrapStatementAst {
    /// The whole.
    pub extent: Extent,
    /// The type caught; none catches all.
    pub trap_type: Option<TypeConstraintAst>,
    /// The body.
    pub body: StatementBlockAst,
}

/// `throw` (`ThrowStatementAst`).
#[derive(Debug)]
pub struct ThrowStatementAst {
    /// The whole.
    pub extent: Extent,
    /// What is thrown.
    pub pipeline: Option<Statement>,
    /// Whether it throws again what the `catch` around it caught: there is no pipeline, and a `catch` is around.
    pub is_rethrow: bool,
}

/// `return` (`ReturnStatementAst`).
#[derive(Debug)]
pub struct ReturnStatementAst {
    /// The whole.
    pub extent: Extent,
    /// What is written before the return.
    pub pipeline: Option<Statement>,
}

/// `exit` (`ExitStatementAst`).
#[derive(Debug)]
pub struct ExitStatementAst {
    /// The whole.
    pub extent: Extent,
    /// The exit code.
    pub pipeline: Option<Statement>,
}

/// `break` (`BreakStatementAst`).
#[derive(Debug)]
pub struct BreakStatementAst {
    /// The whole.
    pub extent: Extent,
    /// The label, which may be any expression.
    pub label: Option<Expression>,
}

/// `continue` (`ContinueStatementAst`).
#[derive(Debug)]
pub struct ContinueStatementAst {
    /// The whole.
    pub extent: Extent,
    /// The label, which may be any expression.
    pub label: Option<Expression>,
}

/// `data` (`DataStatementAst`).
#[derive(Debug)]
pub struct DataStatementAst {
    /// The whole.
    pub extent: Extent,
    /// The variable that takes the value.
    pub variable: Option<Box<str>>,
    /// The commands after `-SupportedCommand`.
    pub commands_allowed: Vec<Expression>,
    /// The body.
    pub body: StatementBlockAst,
}

/// `function` or `filter` (`FunctionDefinitionAst`).
#[derive(Debug)]
pub struct FunctionDefinitionAst {
    /// The whole.
    pub extent: Extent,
    /// Whether it is a `filter`: its body is a process block.
    pub is_filter: bool,
    /// Whether it is a `workflow`, which PowerShell 7 refuses.
    pub is_workflow: bool,
    /// The name, with a scope where one is written.
    pub name: Box<str>,
    /// Where the name stands.
    pub name_extent: Extent,
    /// The parameters in parentheses after the name; `None` without parentheses.
    pub parameters: Option<Arc<[ParameterAst]>>,
    /// The body.
    pub body: Arc<ScriptBlockAst>,
}

/// What a `using` statement brings in (`UsingStatementKind`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UsingStatementKind {
    /// `using assembly`
    Assembly,
    /// `using command`
    Command,
    /// `using module`
    Module,
    /// `using namespace`
    Namespace,
    /// `using type`
    Type,
}

impl UsingStatementKind {
    /// The name of the member of the enum `UsingStatementKind`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Assembly => "Assembly",
            Self::Command => "Command",
            Self::Module => "Module",
            Self::Namespace => "Namespace",
            Self::Type => "Type",
        }
    }
}

/// `using` (`UsingStatementAst`).
#[derive(Debug)]
pub struct UsingStatementAst {
    /// The whole.
    pub extent: Extent,
    /// What it brings in.
    pub kind: UsingStatementKind,
    /// The name; `None` where a module specification stands.
    pub name: Option<StringConstantExpressionAst>,
    /// The name it is given.
    pub alias: Option<StringConstantExpressionAst>,
    /// The hash table of `using module @{ ... }`.
    pub module_specification: Option<HashtableAst>,
}

/// What stands where a statement could not be read (`ErrorStatementAst`).
#[derive(Debug)]
pub struct ErrorStatementAst {
    /// What was read.
    pub extent: Extent,
    /// The keyword that began the statement, as written in lower case.
    pub keyword: Option<Box<str>>,
    /// The conditions that could be read.
    pub conditions: Vec<Statement>,
    /// The bodies that could be read.
    pub bodies: Vec<StatementBlockAst>,
    /// The expressions that could be read.
    pub nested: Vec<Expression>,
}
