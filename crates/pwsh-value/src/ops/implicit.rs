//! Operators by a type's own `op_Addition` and the like.

use super::builtin;
use crate::bind::{self, Arguments, Role};
use crate::context::Context;
use crate::convert::rule;
use crate::error::{Category, Error, Result};
use crate::ty::{Type, known};
use crate::value::Value;

/// The .NET method behind an operator, and how the operator is written.
#[derive(Clone, Copy)]
pub(super) struct Names {
    pub(super) method: &'static str,
    pub(super) symbol: &'static str,
}

/// Calls the operator's method on the left operand's type, or on the right one's where the left is null or
/// primitive and so can have none.
pub(super) fn call(cx: &mut dyn Context, names: Names, left: &Value, right: &Value) -> Result<Value> {
    let (left, right) = (left.unwrapped(), right.unwrapped());
    let of = |value: &Value| value.ty().filter(|ty| !rule::is_primitive(ty)).cloned();
    let Some(ty) = (if left.ty().is_none_or(rule::is_primitive) { of(right) } else { of(left) }) else {
        return Err(undefined(names.symbol, left, right));
    };
    let overloads = builtin::overloads(&ty, names.method);
    if !overloads.is_empty() {
        let args = [left.clone(), right.clone()];
        let chosen = bind::choose(cx, Role::Method, names.method, &overloads, Arguments::plain(&args))?;
        return (overloads[chosen.index].run)(&chosen.args[0], &chosen.args[1])
            .map_err(|error| bind::wrap_as(error, "DotNetMethodException", names.method, 2));
    }
    if let Some(hook) = ty.hook(|h| h.operator)
        && let Some(result) = hook(cx, names.method, left, right)?
    {
        return Ok(result);
    }
    let methods = ty.members().methods(names.method, true);
    if methods.is_empty() {
        return Err(no_method(&ty, names.method));
    }
    bind::call(cx, &ty, &Value::Null, methods, Arguments::plain(&[left.clone(), right.clone()]))
}

fn undefined(symbol: &str, left: &Value, right: &Value) -> Error {
    let name = |value: &Value| value.ty().map_or_else(|| "$null".to_owned(), |ty| ty.name().to_string());
    let message = format!("The operation '[{}] {symbol} [{}]' is not defined.", name(left), name(right));
    Error::runtime("NotADefinedOperationForType", message)
        .category(Category::InvalidOperation)
        .target(left.clone())
}

/// The error that a type has no such method.
pub(super) fn no_method(ty: &Type, method: &str) -> Error {
    // A PSCustomObject is a PSObject to .NET.
    let name = if *ty == known().pscustomobject { known().psobject.name() } else { ty.name() };
    let message =
        format!("Method invocation failed because [{name}] does not contain a method named '{method}'.");
    Error::runtime("MethodNotFound", message).category(Category::InvalidOperation).target(method)
}
