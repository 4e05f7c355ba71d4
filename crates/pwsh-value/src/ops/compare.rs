//! `-eq` and its kin.

use super::{Case, Comparison};
use crate::context::Context;
use crate::error::Result;
use crate::value::Value;

/// A comparison operator: a bool, or the elements of a left collection for which it holds.
#[inline]
pub fn compare(
    cx: &mut dyn Context,
    op: Comparison,
    case: Case,
    left: &Value,
    right: &Value,
) -> Result<Value> {
    let _ = (cx, op, case, left, right);
    todo!()
}

/// The truth of a comparison operator, for conditions.
#[inline]
pub fn holds(cx: &mut dyn Context, op: Comparison, case: Case, left: &Value, right: &Value) -> Result<bool> {
    let _ = (cx, op, case, left, right);
    todo!()
}

/// `LanguagePrimitives.Equals`: equality after converting the right value to the left one's type; collections
/// are not looked into.
pub fn equals(cx: &mut dyn Context, case: Case, left: &Value, right: &Value) -> Result<bool> {
    let _ = (cx, case, left, right);
    todo!()
}

/// `LanguagePrimitives.Compare`: negative, zero or positive, after converting the right value to the left
/// one's type.
///
/// # Errors
/// Values that have no order, or a failing conversion.
pub fn order(cx: &mut dyn Context, case: Case, left: &Value, right: &Value) -> Result<i32> {
    let _ = (cx, case, left, right);
    todo!()
}
