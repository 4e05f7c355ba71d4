//! Expressions.

use super::block::{Attribute, Block};
use super::statement::{Statement, Statements};
use pwsh_syntax::Extent;
use pwsh_syntax::ast::{TypeName, VariableScope};
use pwsh_value::ops::{Case, Op, Unary};
use pwsh_value::{Name, PsString, Type, Value};
use std::sync::{Arc, OnceLock};

/// An expression. Evaluating it gives one value.
pub enum Expr {
    /// A literal.
    Const(Value),
    /// A number as an argument: a command sees how it was written.
    Literal(Value, PsString),
    /// A variable of the block's own scope, by slot.
    Local(u32),
    /// A variable found by name.
    Variable(Variable),
    /// `$_` and `$PSItem`.
    Item,
    /// `$?`.
    Success,
    /// A script block.
    Block(Arc<Block>),
    /// An operator with two operands.
    Binary(Op, Box<(Expr, Expr)>),
    /// `-match` and its kin, `-replace`, `-split`: operators over regular expressions.
    Regex(RegexOp, Box<(Expr, Expr)>),
    /// `-split $x`.
    SplitBlank(Box<Expr>),
    /// `-and`.
    And(Box<(Expr, Expr)>),
    /// `-or`.
    Or(Box<(Expr, Expr)>),
    /// `-not`.
    Not(Box<Expr>),
    /// `-x`, `+x`, `-bnot x`, `-join x`.
    Unary(Unary, Box<Expr>),
    /// `++`, `--`.
    Step(Box<Step>),
    /// `a ? b : c`.
    Ternary(Box<(Expr, Expr, Expr)>),
    /// `a ?? b`.
    Coalesce(Box<(Expr, Expr)>),
    /// `[type]x`.
    Convert(Box<(TypeRef, Expr)>),
    /// `[ref]x`.
    Reference(Box<Place>),
    /// `x -is [type]` and `-as` with a literal type are binary operators over this.
    Type(TypeRef),
    /// `[ordered]@{}`.
    Ordered(Vec<(HashKey, Statement)>),
    /// `[pscustomobject]@{}` with constant keys: the names are the shape.
    Custom(Arc<[PsString]>, Vec<Statement>),
    /// `@{}`.
    Hash(Vec<(HashKey, Statement)>),
    /// `$x.Name`, `[x]::Name`.
    Member(Box<MemberExpr>),
    /// `$x.Name()`.
    Invoke(Box<InvokeExpr>),
    /// `base(...)` in a constructor.
    BaseConstructor(Vec<Expr>),
    /// `$x[0]`.
    Index(Box<IndexExpr>),
    /// `(a | b)`: the output of a pipeline, one value or an array.
    Paren(Box<Statement>),
    /// `$( ... )`.
    Sub(Box<Statements>),
    /// `@( ... )`.
    Array(Box<Statements>),
    /// `@( expr )` with one expression that gives an array already.
    ArrayOf(Box<Expr>),
    /// `1, 2`.
    List(Vec<Expr>),
    /// `"text $x"`.
    Expand(Vec<Part>),
    /// `$x = 1` as a value.
    Assign(Box<Statement>),
    /// `$using:x`, with the text that names it in the caller's arguments.
    Using(Box<(Expr, PsString)>),
}

/// Operators over regular expressions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "named after the operators")]
pub enum RegexOp {
    Match { negate: bool, case: Case },
    Replace(Case),
    Split(Case),
}

/// `$x++` and its kin.
pub struct Step {
    /// What is stepped.
    pub place: Place,
    /// 1 or -1.
    pub by: i32,
    /// Whether the value is the one before the step.
    pub postfix: bool,
}

/// A variable that is found by name.
#[derive(Clone)]
pub struct Variable {
    /// The name, without scope.
    pub name: Name,
    /// The scope that was written.
    pub scope: VariableScope,
    /// For an item of a drive (`$env:x`): the whole path.
    pub path: Option<PsString>,
}

/// Something that can be assigned to.
pub enum Place {
    /// A slot.
    Local(u32),
    /// A variable by name.
    Variable(Variable),
    /// `$_`.
    Item,
    /// `$null`: what is assigned is dropped.
    Nothing,
    /// A member.
    Member(Box<MemberExpr>),
    /// An element.
    Index(Box<IndexExpr>),
    /// Several, each taking its part.
    List(Vec<Place>),
    /// A variable with types and attributes before it.
    Constrained(Box<Constrained>),
    /// `(...)` or `$(...)` around a place, or an expression whose value is written through.
    Value(Box<Expr>),
}

/// A variable as the target of an assignment that gives it types or attributes.
pub struct Constrained {
    /// The variable.
    pub target: Place,
    /// Types and attributes, the outermost first.
    pub attributes: Vec<Attribute>,
}

/// A type named in source: resolved once for names that mean the same in every session.
pub struct TypeRef {
    /// The name as written.
    pub name: TypeName,
    /// Where it stands.
    pub extent: Extent,
    pub(crate) resolved: OnceLock<Type>,
}

impl TypeRef {
    /// A type by name.
    pub fn new(name: TypeName, extent: Extent) -> TypeRef {
        TypeRef { name, extent, resolved: OnceLock::new() }
    }
}

/// The name of a member.
pub enum MemberName {
    /// Written out.
    Const(PsString),
    /// Evaluated.
    Computed(Expr),
}

/// A property access.
pub struct MemberExpr {
    /// The object or type.
    pub target: Expr,
    /// The member.
    pub name: MemberName,
    /// Whether it is written `::`.
    pub is_static: bool,
    /// Whether null gives null silently.
    pub null_conditional: bool,
}

/// A method call.
pub struct InvokeExpr {
    /// The object or type.
    pub target: Expr,
    /// The method.
    pub name: MemberName,
    /// Whether it is written `::`.
    pub is_static: bool,
    /// Whether null gives null silently.
    pub null_conditional: bool,
    /// Type arguments.
    pub generic: Vec<TypeRef>,
    /// The arguments.
    pub arguments: Vec<Expr>,
}

/// An element access.
pub struct IndexExpr {
    /// The collection.
    pub target: Expr,
    /// The index; several are an array.
    pub index: Expr,
    /// Whether null gives null silently.
    pub null_conditional: bool,
}

/// A key of a hash literal.
pub enum HashKey {
    /// Written out.
    Const(Value),
    /// Evaluated.
    Computed(Expr),
}

/// A piece of an expandable string.
pub enum Part {
    /// Text.
    Text(PsString),
    /// A value's text.
    Value(Expr),
}

/// The name in command position.
pub enum CommandName {
    /// A bare word or quoted constant: a name to resolve.
    Name(PsString),
    /// An expression: a script block, a command object or a name.
    Value(Expr),
}

/// An argument of a command.
pub enum Argument {
    /// A value by position. `bare`: written without quotes, so a native program's globs expand.
    Value {
        /// The value.
        value: Expr,
        /// Whether it was a bare word.
        bare: bool,
    },
    /// A list written with commas, which a program gets as it is written.
    List {
        /// The list.
        value: Expr,
        /// Its text.
        text: PsString,
    },
    /// `-Name`, with what was written after a colon.
    Parameter {
        /// The name, without dash and colon.
        name: PsString,
        /// The value after the colon.
        value: Option<Expr>,
        /// The text as written, for commands that take it as a plain argument.
        text: PsString,
        /// Where it stands.
        extent: Extent,
        /// Whether a blank stood between the name and the next argument.
        spaced: bool,
    },
    /// `@x`.
    Splat(Expr),
}

/// The arguments of a command.
pub type Arguments = Vec<Argument>;
