//! `+ - * / %`.

use crate::context::Context;
use crate::error::Result;
use crate::value::Value;

/// `left + right`.
#[inline]
pub fn add(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    let _ = (cx, left, right);
    todo!()
}

/// `left - right`.
#[inline]
pub fn subtract(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    let _ = (cx, left, right);
    todo!()
}

/// `left * right`.
#[inline]
pub fn multiply(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    let _ = (cx, left, right);
    todo!()
}

/// `left / right`.
#[inline]
pub fn divide(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    let _ = (cx, left, right);
    todo!()
}

/// `left % right`.
#[inline]
pub fn remainder(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    let _ = (cx, left, right);
    todo!()
}
