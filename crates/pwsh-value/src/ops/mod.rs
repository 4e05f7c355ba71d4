//! PowerShell's operators on values, but for those that need regular expressions or run commands.

pub mod arith;
pub mod compare;

use crate::context::Context;
use crate::error::Result;
use crate::value::Value;

/// Whether strings are compared with case (`-ceq`) or without (`-eq`, `-ieq`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Case {
    /// `a` is `A`.
    Ignore,
    /// `a` is not `A`.
    Heed,
}

/// The six comparisons.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Comparison {
    /// `-eq`
    Equal,
    /// `-ne`
    NotEqual,
    /// `-gt`
    Greater,
    /// `-ge`
    GreaterOrEqual,
    /// `-lt`
    Less,
    /// `-le`
    LessOrEqual,
}

/// A binary operator.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Op {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Remainder,
    /// `..`
    Range,
    /// `-f`
    Format,
    /// `-join`
    Join,
    /// `-and`, both sides already evaluated
    And,
    /// `-or`, both sides already evaluated
    Or,
    /// `-xor`
    Xor,
    /// `-band`
    BitAnd,
    /// `-bor`
    BitOr,
    /// `-bxor`
    BitXor,
    /// `-shl`
    ShiftLeft,
    /// `-shr`
    ShiftRight,
    /// `-is`; the right side is a type or a type's name
    Is,
    /// `-isnot`
    IsNot,
    /// `-as`
    As,
    /// `-eq` ... `-cle`
    Compare(Comparison, Case),
    /// `-like`, `-clike`
    Like(Case),
    /// `-notlike`, `-cnotlike`
    NotLike(Case),
    /// `-contains`, `-ccontains`
    Contains(Case),
    /// `-notcontains`, `-cnotcontains`
    NotContains(Case),
    /// `-in`, `-cin`
    In(Case),
    /// `-notin`, `-cnotin`
    NotIn(Case),
}

/// A unary operator.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unary {
    /// `!`, `-not`
    Not,
    /// `-x`
    Minus,
    /// `+x`
    Plus,
    /// `-bnot`
    BitNot,
    /// `,x`
    Comma,
    /// The value that `++` stores
    Increment,
    /// The value that `--` stores
    Decrement,
    /// `-join x`
    Join,
}

/// What a binary operator gives.
pub fn binary(cx: &mut dyn Context, op: Op, left: &Value, right: &Value) -> Result<Value> {
    let _ = (cx, op, left, right);
    todo!()
}

/// What a unary operator gives.
pub fn unary(cx: &mut dyn Context, op: Unary, operand: &Value) -> Result<Value> {
    let _ = (cx, op, operand);
    todo!()
}
