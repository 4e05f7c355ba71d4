//! PowerShell's operators on values, but for those that need regular expressions or run commands.

pub mod arith;
mod bits;
mod builtin;
pub mod compare;
mod contain;
mod format;
mod implicit;
mod join;
mod numeric;
mod range;
mod repeat;
pub mod types;
mod unary;

use crate::context::Context;
use crate::convert;
use crate::error::Result;
use crate::object::Obj;
use crate::value::Value;
use bits::Bits;

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
    match op {
        Op::Add => arith::add(cx, left, right),
        Op::Subtract => arith::subtract(cx, left, right),
        Op::Multiply => arith::multiply(cx, left, right),
        Op::Divide => arith::divide(cx, left, right),
        Op::Remainder => arith::remainder(cx, left, right),
        Op::Range => range::range(cx, left, right),
        Op::Format => format::format(cx, left, right),
        Op::Join => join::join(cx, left, right),
        Op::And => Ok(Value::Bool(convert::to_bool(left) && convert::to_bool(right))),
        Op::Or => Ok(Value::Bool(convert::to_bool(left) || convert::to_bool(right))),
        Op::Xor => Ok(Value::Bool(convert::to_bool(left) != convert::to_bool(right))),
        Op::BitAnd => bits::combine(cx, Bits::And, left, right),
        Op::BitOr => bits::combine(cx, Bits::Or, left, right),
        Op::BitXor => bits::combine(cx, Bits::Xor, left, right),
        Op::ShiftLeft => bits::shift(cx, true, left, right),
        Op::ShiftRight => bits::shift(cx, false, left, right),
        Op::Is => types::is(cx, left, right).map(Value::Bool),
        Op::IsNot => types::is_not(cx, left, right).map(Value::Bool),
        Op::As => types::convert_as(cx, left, right),
        Op::Compare(comparison, case) => compare::compare(cx, comparison, case, left, right),
        Op::Like(case) => contain::like(cx, case, true, left, right),
        Op::NotLike(case) => contain::like(cx, case, false, left, right),
        Op::Contains(case) => contain::contains(cx, case, left, right).map(Value::Bool),
        Op::NotContains(case) => contain::contains(cx, case, left, right).map(|found| Value::Bool(!found)),
        Op::In(case) => contain::contains(cx, case, right, left).map(Value::Bool),
        Op::NotIn(case) => contain::contains(cx, case, right, left).map(|found| Value::Bool(!found)),
    }
}

/// What a unary operator gives.
pub fn unary(cx: &mut dyn Context, op: Unary, operand: &Value) -> Result<Value> {
    match op {
        Unary::Not => Ok(Value::Bool(!convert::to_bool(operand))),
        Unary::Minus => unary::minus(cx, operand),
        Unary::Plus => unary::plus(cx, operand),
        Unary::BitNot => bits::complement(cx, operand),
        Unary::Comma => Ok(Value::Object(Obj::array(vec![operand.clone()]))),
        Unary::Increment => unary::step(cx, operand, 1),
        Unary::Decrement => unary::step(cx, operand, -1),
        Unary::Join => join::join(cx, operand, &Value::Null),
    }
}
