//! `System.Exception`, and what the files of its many derived types share.

use super::hresult;
use pwsh_value::payload::{Dictionary, Exception, Keys};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property, property_rw};
use pwsh_value::{Obj, PsString, Result, Value};

/// `System.Exception`.
pub static EXCEPTION: FacadeType = FacadeType {
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Reflection.MethodBase TargetSite {get;}", target_site),
        property("string Message {get;}", message),
        property("System.Collections.IDictionary Data {get;}", data),
        property("System.Exception InnerException {get;}", inner_exception),
        property_rw("string HelpLink {get;set;}", help_link, set_help_link),
        property_rw("string Source {get;set;}", source, set_source),
        property_rw("int HResult {get;set;}", h_result, set_h_result),
        property("string StackTrace {get;}", stack_trace),
        method("System.Exception GetBaseException()", get_base_exception),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Exception")
};

const HOOKS: Hooks = Hooks { to_string: Some(|_, value| Ok(full_text(value))), ..Hooks::NONE };

fn new(call: &mut Call<'_>) -> Result<Value> {
    create(call, &format!("Exception of type '{}' was thrown.", call.ty.name()))
}

/// The three constructors that nearly all exceptions have: `()`, `(message)` and `(message, innerException)`.
pub fn create(call: &mut Call<'_>, default_message: &str) -> Result<Value> {
    let message = match call.args.first() {
        Some(message) if !message.is_null() => call.str(0),
        Some(_) => format!("Exception of type '{}' was thrown.", call.ty.name()).into(),
        None => default_message.into(),
    };
    let inner = call.args.get(1).and_then(exception_object);
    Ok(Exception::object(call.ty.clone(), message, inner).into())
}

/// A new exception of the called type, with fields that its constructor sets.
pub fn create_with(
    call: &Call<'_>,
    message: impl Into<PsString>,
    inner: Option<&Value>,
    fields: &[(&'static str, Value)],
) -> Result<Value> {
    let object = Exception::object(call.ty.clone(), message.into(), inner.and_then(exception_object));
    if let Some(exception) = object.get::<Exception>() {
        for (name, value) in fields {
            exception.set_field(name, value.clone());
        }
    }
    Ok(object.into())
}

/// The exception in `value`, `None` for null.
pub fn exception_object(value: &Value) -> Option<Obj> {
    value.cell().filter(|obj| obj.get::<Exception>().is_some()).cloned()
}

/// A field that a derived type keeps, null while it is not set.
pub fn field(call: &mut Call<'_>, name: &str) -> Result<Value> {
    Ok(call.this::<Exception>().field(name).unwrap_or_default())
}

/// A field of a value type, `default` while it is not set.
pub fn field_or(call: &mut Call<'_>, name: &str, default: impl Into<Value>) -> Result<Value> {
    Ok(call.this::<Exception>().field(name).unwrap_or_else(|| default.into()))
}

/// A field of an enum type, zero while it is not set.
pub fn enum_field(call: &mut Call<'_>, name: &str, ty: &str) -> Result<Value> {
    let zero = || Value::enumeration(&pwsh_value::ty::named(ty), 0);
    Ok(call.this::<Exception>().field(name).unwrap_or_else(zero))
}

/// Sets a field to the last argument.
pub fn set_field(call: &mut Call<'_>, name: &'static str) -> Result<Value> {
    let value = call.args.last().cloned().unwrap_or_default();
    call.this::<Exception>().set_field(name, value);
    Ok(Value::Void)
}

/// `Message`; a type that overrides it lists it before its own properties.
pub fn message(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Exception>().message().into())
}

fn inner_exception(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Exception>().payload().inner().cloned().into())
}

fn target_site(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Null)
}

fn stack_trace(call: &mut Call<'_>) -> Result<Value> {
    field(call, "StackTrace")
}

fn data(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Exception>();
    if let Some(data) = this.field("Data") {
        return Ok(data);
    }
    let ty = pwsh_value::ty::named("System.Collections.ListDictionaryInternal");
    let data: Value = Obj::new(ty, Dictionary::new(Keys::Exact)).into();
    this.set_field("Data", data.clone());
    Ok(data)
}

fn help_link(call: &mut Call<'_>) -> Result<Value> {
    field(call, "HelpLink")
}

fn set_help_link(call: &mut Call<'_>) -> Result<Value> {
    set_field(call, "HelpLink")
}

fn source(call: &mut Call<'_>) -> Result<Value> {
    field(call, "Source")
}

fn set_source(call: &mut Call<'_>) -> Result<Value> {
    set_field(call, "Source")
}

fn h_result(call: &mut Call<'_>) -> Result<Value> {
    let number = call.this.ty().map_or(0, hresult::of_type);
    field_or(call, "HResult", number)
}

fn set_h_result(call: &mut Call<'_>) -> Result<Value> {
    set_field(call, "HResult")
}

fn get_base_exception(call: &mut Call<'_>) -> Result<Value> {
    let mut base = call.this.clone();
    while let Some(inner) = inner_of(&base) {
        base = inner;
    }
    Ok(base)
}

fn inner_of(value: &Value) -> Option<Value> {
    let inner = value.cell()?.get::<Exception>()?.payload().inner()?.clone();
    Some(inner.into())
}

/// .NET's `ToString()`: type and message of the exception and of those within.
fn full_text(value: &Value) -> PsString {
    let Some(obj) = value.cell() else { return PsString::empty() };
    let Some(exception) = obj.get::<Exception>() else { return obj.ty().name().clone() };
    let mut text = obj.ty().name().to_str().into_owned();
    let message = exception.message();
    if !message.is_empty() {
        text.push_str(": ");
        text.push_str(&message.to_str());
    }
    if let Some(inner) = inner_of(value) {
        text.push_str("\n ---> ");
        text.push_str(&full_text(&inner).to_str());
        text.push_str("\n   --- End of inner exception stack trace ---");
    }
    if let Some(Value::String(trace)) = exception.field("StackTrace") {
        text.push('\n');
        text.push_str(&trace.to_str());
    }
    text.into()
}
