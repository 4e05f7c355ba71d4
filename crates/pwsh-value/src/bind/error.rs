//! The errors of calls.

use crate::context::Context;
use crate::convert;
use crate::error::Error;
use crate::object::Obj;
use crate::payload::Exception;
use crate::string::PsString;
use crate::ty::{self, Type, reflection_name};
use crate::value::Value;

const METHOD: &str = "System.Management.Automation.MethodException";
const INVOCATION: &str = "System.Management.Automation.MethodInvocationException";

fn method_exception(id: &str, message: String, inner: Option<Obj>) -> Error {
    Error::throw(Exception::object(ty::named(METHOD), message.into(), inner)).id(id)
}

/// No overload takes that many arguments of these types.
pub fn no_overload(name: &str, count: usize) -> Error {
    let message = format!("Cannot find an overload for \"{name}\" and the argument count: \"{count}\".");
    method_exception("MethodCountCouldNotFindBest", message, None)
}

pub(super) fn ambiguous(name: &str, count: usize) -> Error {
    let message =
        format!("Multiple ambiguous overloads found for \"{name}\" and the argument count: \"{count}\".");
    method_exception("MethodCountCouldNotFindBest", message, None)
}

/// An argument does not become its parameter's type.
pub(super) fn argument(
    cx: &mut dyn Context,
    parameter: &PsString,
    value: &Value,
    name: &str,
    ty: &Type,
    cause: Error,
) -> Error {
    let Some(thrown) = cause.thrown() else { return cause };
    let inner = thrown.exception.clone();
    let text = convert::dotnet_text(cx, value).unwrap_or_else(|_| PsString::empty());
    let message = format!(
        "Cannot convert argument \"{parameter}\", with value: \"{text}\", for \"{name}\" to type \"{}\": \"{}\"",
        reflection_name(ty),
        cause.message()
    );
    method_exception("MethodArgumentConversionInvalidCastArgument", message, Some(inner))
}

/// An argument (counted from 1) that has to be a `[ref]` and is none.
pub(super) fn needs_reference(index: usize) -> Error {
    let message =
        format!("Argument: '{index}' should be a System.Management.Automation.PSReference. Use [ref].");
    method_exception("NonRefArgumentToRefParameterMsg", message, None)
}

/// An argument (counted from 1) that is a `[ref]` and must be none.
pub(super) fn unwanted_reference(index: usize) -> Error {
    let message = format!(
        "Argument: '{index}' should not be a System.Management.Automation.PSReference. Do not use [ref]."
    );
    method_exception("RefArgumentToNonRefParameterMsg", message, None)
}

/// The error that PowerShell makes of one that a member threw: `Exception calling "NAME" with "COUNT"
/// argument(s): "..."`, its id the thrown exception's short type name. What is no exception, and what a call
/// within already wrapped, passes.
pub fn wrap(error: Error, name: &str, count: usize) -> Error {
    let Some(thrown) = error.thrown() else { return error };
    let id = thrown.exception.ty().short_name();
    wrap_as(error, &id.to_str(), name, count)
}

pub(crate) fn wrap_as(error: Error, id: &str, name: &str, count: usize) -> Error {
    let Some(thrown) = error.thrown() else { return error };
    let passes = thrown.exception.ty().hierarchy().any(|ty| {
        ty.name().is(METHOD)
            || ty.name().is(INVOCATION)
            || ty.name().is("System.Management.Automation.ScriptCallDepthException")
            || ty.name().is("System.Management.Automation.FlowControlException")
    });
    if passes || thrown.terminating {
        return error;
    }
    let inner = thrown.exception.clone();
    let message =
        format!("Exception calling \"{name}\" with \"{count}\" argument(s): \"{}\"", error.message());
    Error::throw(Exception::object(ty::named(INVOCATION), message.into(), Some(inner))).id(id)
}
