//! Statements.

use super::block::Block;
use super::expression::{Arguments, CommandName, Expr, Place, TypeRef};
use pwsh_syntax::Extent;
use pwsh_syntax::ast::{InvocationOperator, RedirectionStream, SwitchFlags};
use pwsh_value::ops::Op;
use pwsh_value::{Name, PsString};
use std::sync::Arc;

/// Statements in order, with the traps that hold for them.
#[derive(Default)]
pub struct Statements {
    /// The statements.
    pub list: Vec<Statement>,
    /// The traps, in order.
    pub traps: Vec<Trap>,
}

/// A statement and where it stands.
pub struct Statement {
    /// Its place in the source.
    pub extent: Extent,
    /// What it does.
    pub kind: StatementKind,
}

/// What a statement does.
pub enum StatementKind {
    /// An expression whose value is written; `quiet`: one that writes nothing (`$i++`, an assignment).
    Expression {
        /// The expression.
        value: Expr,
        /// Whether its value is dropped.
        quiet: bool,
    },
    /// A pipeline with at least one command or redirection.
    Pipeline(Pipeline),
    /// `a && b`, `a || b`.
    Chain {
        /// The left side.
        left: Box<Statement>,
        /// Whether the right side runs after success (`&&`) or failure.
        and: bool,
        /// The right side.
        right: Box<Statement>,
    },
    /// `pipeline &`: the text runs as a background job.
    Background(PsString),
    /// `target op= value`; `op`: `None` for plain assignment.
    Assign {
        /// What is assigned to.
        target: Place,
        /// The operator.
        op: Option<Op>,
        /// What is assigned.
        value: Box<Statement>,
    },
    /// `target ??= value`.
    AssignIfNull {
        /// What is assigned to.
        target: Place,
        /// What is assigned.
        value: Box<Statement>,
    },
    /// `if`.
    If {
        /// Conditions and bodies.
        clauses: Vec<(Statement, Statements)>,
        /// `else`.
        otherwise: Option<Statements>,
    },
    /// `while`, `do`, `for`.
    Loop(Box<Loop>),
    /// `foreach`.
    ForEach(Box<ForEach>),
    /// `switch`.
    Switch(Box<Switch>),
    /// `try`.
    Try(Box<Try>),
    /// `throw`.
    Throw {
        /// What is thrown.
        value: Option<Box<Statement>>,
        /// Whether it throws again what was caught.
        rethrow: bool,
    },
    /// `return`.
    Return(Option<Box<Statement>>),
    /// `exit`.
    Exit(Option<Box<Statement>>),
    /// `break`.
    Break(Option<Expr>),
    /// `continue`.
    Continue(Option<Expr>),
    /// `function`, `filter`.
    Function {
        /// The name, with its scope if one is written.
        name: PsString,
        /// The body.
        block: Arc<Block>,
    },
    /// `data`.
    Data {
        /// The variable that takes the value.
        variable: Option<Place>,
        /// The body.
        body: Statements,
    },
    /// What does nothing in its place: a `trap`, a `class`.
    Nothing,
}

/// `trap`.
pub struct Trap {
    /// The type trapped, all if `None`.
    pub ty: Option<TypeRef>,
    /// The body.
    pub body: Statements,
}

/// A pipeline.
pub struct Pipeline {
    /// The elements, at least one.
    pub elements: Vec<Element>,
}

/// An element of a pipeline.
pub enum Element {
    /// A command.
    Command(Box<Command>),
    /// An expression, only as the first; with its redirections.
    Expression(Expr, Vec<Redirection>),
}

/// A command.
pub struct Command {
    /// Where it stands.
    pub extent: Extent,
    /// `&`, `.` or nothing.
    pub operator: InvocationOperator,
    /// The name.
    pub name: CommandName,
    /// The arguments.
    pub arguments: Arguments,
    /// The redirections.
    pub redirections: Vec<Redirection>,
}

/// A redirection.
pub enum Redirection {
    /// `2>&1`.
    Merge(RedirectionStream),
    /// `> file`.
    File {
        /// The stream.
        from: RedirectionStream,
        /// Whether the file is appended to.
        append: bool,
        /// The file.
        location: Expr,
    },
}

/// `while`, `do`, `for`.
pub struct Loop {
    /// The label.
    pub label: Option<Name>,
    /// Which loop.
    pub kind: LoopKind,
    /// `for`'s first part.
    pub initializer: Option<Statement>,
    /// The condition; none is true.
    pub condition: Option<Statement>,
    /// `for`'s last part.
    pub iterator: Option<Statement>,
    /// The body.
    pub body: Statements,
}

/// When a loop looks at its condition, and what it makes of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LoopKind {
    /// Before each turn.
    While,
    /// After each turn.
    DoWhile,
    /// After each turn; true ends it.
    DoUntil,
}

/// `foreach`.
pub struct ForEach {
    /// The label.
    pub label: Option<Name>,
    /// The variable.
    pub variable: Place,
    /// What is enumerated.
    pub source: Statement,
    /// Whether the body names `$foreach`.
    pub names_enumerator: bool,
    /// The body.
    pub body: Statements,
}

/// `switch`.
pub struct Switch {
    /// The label.
    pub label: Option<Name>,
    /// The flags.
    pub flags: SwitchFlags,
    /// What is examined.
    pub source: Statement,
    /// The clauses.
    pub clauses: Vec<(ClauseTest, Statements)>,
    /// `default`.
    pub default: Option<Statements>,
}

/// What a clause of a `switch` compares with.
pub enum ClauseTest {
    /// A value.
    Value(Expr),
    /// A script block, true for what it accepts.
    Block(Arc<Block>),
}

/// `try`.
pub struct Try {
    /// The body.
    pub body: Statements,
    /// The catches.
    pub catches: Vec<Catch>,
    /// `finally`.
    pub finally: Option<Statements>,
}

/// `catch`.
pub struct Catch {
    /// The types; none catches all.
    pub types: Vec<TypeRef>,
    /// The body.
    pub body: Statements,
}
