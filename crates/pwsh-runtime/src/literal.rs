//! A number as an argument: it remembers how it was written.

use pwsh_value::{Member, PsString, Value};

/// The member under which a wrapped number keeps its text; ToString and CLIXML look for it.
pub const TEXT_MEMBER: &str = "\u{1}LiteralText";

/// A number that prints as it was written.
pub fn with_text(value: &Value, text: &PsString) -> Value {
    let wrapped = value.clone().wrap();
    if let Some(obj) = wrapped.cell() {
        obj.attached_or_new().set(obj, TEXT_MEMBER.into(), Member::Note(Value::String(text.clone())));
    }
    wrapped
}

/// The text that a number was written with, if it remembers it.
pub fn text(value: &Value) -> Option<PsString> {
    let (_, member) = value.cell()?.attached()?.get(&TEXT_MEMBER.into())?;
    match member {
        Member::Note(text) => text.as_string().cloned(),
        _ => None,
    }
}
