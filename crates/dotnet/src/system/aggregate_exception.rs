//! `System.AggregateException`.

use crate::system::exception;
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, FacadeType, close_generic, constructor, known, named, property};
use pwsh_value::{Obj, Result, Value};

/// `System.AggregateException`.
pub static AGGREGATE_EXCEPTION: FacadeType = FacadeType {
    base: "System.Exception",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        constructor("new(System.Collections.Generic.IEnumerable[System.Exception] innerExceptions)", new),
        constructor("new(Params System.Exception[] innerExceptions)", new),
        constructor(
            "new(string message, System.Collections.Generic.IEnumerable[System.Exception] innerExceptions)",
            new,
        ),
        constructor("new(string message, Params System.Exception[] innerExceptions)", new),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[System.Exception] InnerExceptions {get;}",
            inner_exceptions,
        ),
        property("string Message {get;}", exception::message),
    ],
    ..FacadeType::class("System.AggregateException")
};

const DEFAULT: &str = "One or more errors occurred.";

fn new(call: &mut Call<'_>) -> Result<Value> {
    let (message, rest) = match call.args {
        [first, rest @ ..] if first.as_string().is_some() => (call.str(0).to_str().into_owned(), rest),
        all => (DEFAULT.to_owned(), all),
    };
    let mut inner = Vec::new();
    for value in rest {
        match call.cx.enumerate(value)? {
            Some(items) => inner.extend(items),
            None if value.is_null() => {}
            None => inner.push(value.clone()),
        }
    }
    let mut text = message;
    for exception in &inner {
        let Some(exception) = exception::exception_object(exception) else { continue };
        if let Some(exception) = exception.get::<pwsh_value::payload::Exception>() {
            text.push_str(&format!(" ({})", exception.message()));
        }
    }
    let ty = named("System.Collections.ObjectModel.ReadOnlyCollection`1");
    let ty = close_generic(&ty, vec![known().exception.clone()]);
    let list = Obj::new(ty, List::of_values(inner.clone()));
    exception::create_with(call, text, inner.first(), &[("InnerExceptions", list.into())])
}

fn inner_exceptions(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "InnerExceptions")
}
