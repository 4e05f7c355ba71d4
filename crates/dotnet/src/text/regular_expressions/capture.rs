//! `System.Text.RegularExpressions.Capture`, and the payload that groups and matches share with it.

use dotnet_regex::{Captures, Regex, Span};
use pwsh_value::ty::{Call, FacadeType, Hooks, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};
use std::sync::Arc;

/// `System.Text.RegularExpressions.Capture`.
pub static CAPTURE: FacadeType = FacadeType {
    members: &[
        property("int Index {get;}", index),
        property("int Length {get;}", length),
        property("string Value {get;}", value),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Text.RegularExpressions.Capture")
};

const HOOKS: Hooks = Hooks { to_string: Some(|_, value| Ok(text_of(value))), ..Hooks::NONE };

/// The payload of captures, groups and matches.
pub struct Captured {
    /// The text that was searched.
    pub input: PsString,
    /// Where it is; `None` where the group took no part or nothing matched.
    pub span: Option<Span>,
    /// All captures of a group, and its name.
    pub group: Option<(Vec<Span>, String)>,
    /// The match: its regex, its groups, and the `MatchTimeout` in ticks.
    pub found: Option<(Arc<Regex>, Captures, Option<i64>)>,
}

impl Payload for Captured {}

/// A `Capture` object.
pub fn capture_object(input: PsString, span: Span) -> Value {
    let payload = Captured { input, span: Some(span), group: None, found: None };
    Obj::new(named("System.Text.RegularExpressions.Capture"), payload).into()
}

fn text_of(value: &Value) -> PsString {
    let captured = value.cell().and_then(|obj| obj.get::<Captured>());
    let found = captured.and_then(|captured| captured.span.map(|s| captured.input.substring(s.start, s.len)));
    found.unwrap_or_else(PsString::empty)
}

fn index(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Captured>().span.map_or(0, |span| span.start as i32).into())
}

fn length(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Captured>().span.map_or(0, |span| span.len as i32).into())
}

fn value(call: &mut Call<'_>) -> Result<Value> {
    Ok(text_of(call.this).into())
}
