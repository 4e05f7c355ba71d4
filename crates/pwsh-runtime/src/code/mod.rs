//! The compiled form of a script block: immutable trees over resolved slots, shared by all sessions.
//!
//! The evaluator sees nothing but these nodes. Variables of the block's own scope are slots; all others are
//! interned names. A node carries no extent of its own: errors are placed by the statement they rise in.

mod block;
mod expression;
mod statement;

pub use block::{Attribute, Block, Body, Mode, Parameter, Parameters};
pub use expression::{
    Argument, Arguments, CommandName, Constrained, Expr, HashKey, IndexExpr, InvokeExpr, MemberExpr,
    MemberName, Part, Place, RegexOp, Step, TypeRef, Variable,
};
pub use statement::{
    Catch, ClauseTest, Command, Element, ForEach, Loop, LoopKind, Pipeline, Redirection, Statement,
    StatementKind, Statements, Switch, Trap, Try,
};
