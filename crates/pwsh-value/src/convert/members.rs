//! Conversions that a type's members make: `Parse`, constructors, cast operators.

use super::error::{last, wrap};
use super::rule::MemberOf;
use crate::context::Context;
use crate::error::Result;
use crate::ty::{Call, Type, lookup};
use crate::value::Value;

fn run(cx: &mut dyn Context, member: &MemberOf, args: &[Value]) -> Result<Value> {
    let callable = member.callable();
    (callable.run)(&mut Call { cx, ty: member.owner(), this: &Value::Null, args, type_args: &[] })
}

/// `ty.Parse(value)`, with the invariant culture where it takes one.
pub(super) fn parse(cx: &mut dyn Context, member: &MemberOf, value: &Value, ty: &Type) -> Result<Value> {
    let with_provider = member.callable().parameters.len() == 2;
    let args = if with_provider { vec![value.clone(), invariant_culture(cx)?] } else { vec![value.clone()] };
    let id = if with_provider {
        "InvalidCastParseTargetInvocationWithFormatProvider"
    } else {
        "InvalidCastParseTargetInvocation"
    };
    run(cx, member, &args).map_err(|error| wrap(cx, id, value, ty, error))
}

/// `[cultureinfo]::InvariantCulture`; a null provider would be the session's culture to .NET.
fn invariant_culture(cx: &mut dyn Context) -> Result<Value> {
    let Some(ty) = lookup("System.Globalization.CultureInfo") else { return Ok(Value::Null) };
    match ty.members().property("InvariantCulture", true) {
        Some(property) => {
            (property.get.run)(&mut Call { cx, ty: &ty, this: &Value::Null, args: &[], type_args: &[] })
        }
        None => Ok(Value::Null),
    }
}

/// `ty.new(value)`.
pub(super) fn construct(cx: &mut dyn Context, member: &MemberOf, value: &Value, ty: &Type) -> Result<Value> {
    let parameter = member.callable().parameters[0].clone();
    let argument = super::to(cx, value, &parameter)?;
    run(cx, member, &[argument])
        .map_err(|error| wrap(cx, "InvalidCastConstructorTargetInvocationException", value, ty, error))
}

/// `op_Implicit` or `op_Explicit`.
pub(super) fn cast(cx: &mut dyn Context, member: &MemberOf, value: &Value, ty: &Type) -> Result<Value> {
    let name = member.callable().signature.name;
    run(cx, member, std::slice::from_ref(value))
        .map_err(|error| wrap(cx, &format!("InvalidCastTargetInvocationException{name}"), value, ty, error))
}

/// The one-argument constructor of a script's class. A class without one converts nothing.
pub(super) fn construct_class(cx: &mut dyn Context, value: &Value, ty: &Type) -> Result<Value> {
    match cx.construct(ty, vec![value.clone()]) {
        Err(error)
            if error
                .thrown()
                .and_then(|t| t.id.as_ref())
                .is_some_and(|id| id.is("MethodCountCouldNotFindBest")) =>
        {
            Err(last(cx, value, ty))
        }
        other => other,
    }
}
