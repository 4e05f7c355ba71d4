//! `System.Management.Automation.Language.ParseError`.

use super::script_extent;
use pwsh_syntax::{ParseError, Source};
use pwsh_value::ty::{FacadeType, Hooks, named, property};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};
use std::sync::Arc;

/// The payload: an error and the text it was found in.
struct ParseErrorObject {
    error: ParseError,
    source: Arc<Source>,
}

impl Payload for ParseErrorObject {}

/// Errors as a `ParseError[]`.
pub(crate) fn errors_value(source: &Arc<Source>, errors: &[ParseError]) -> Value {
    let ty = named(language!("ParseError"));
    let errors = errors.iter().map(|error| {
        let payload = ParseErrorObject { error: error.clone(), source: source.clone() };
        Value::Object(Obj::new(ty.clone(), payload))
    });
    Value::Object(Obj::typed_array(&ty, errors.collect()))
}

pub(super) const TYPES: &[&FacadeType] = &[&PARSE_ERROR];

static PARSE_ERROR: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.Language.IScriptExtent Extent {get;}", |call| {
            let this = call.this::<ParseErrorObject>();
            Ok(script_extent::extent_value(&this.source, this.error.extent))
        }),
        property("string ErrorId {get;}", |call| Ok(call.this::<ParseErrorObject>().error.error_id.into())),
        property(
            "string Message {get;}",
            |call| Ok((&*call.this::<ParseErrorObject>().error.message).into()),
        ),
        property("bool IncompleteInput {get;}", |call| {
            Ok(call.this::<ParseErrorObject>().error.incomplete_input.into())
        }),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class(language!("ParseError"))
};

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let error = this.cell().and_then(|obj| obj.get::<ParseErrorObject>());
    Ok(error.map_or_else(PsString::empty, |this| this.error.text_with_position(&this.source).into()))
}
