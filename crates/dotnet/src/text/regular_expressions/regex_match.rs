//! `System.Text.RegularExpressions.Match`.

use super::capture::Captured;
use super::group_collection;
use super::poll::{ContextPoll, match_error};
use crate::fault;
use dotnet_regex::{Captures, Regex, Replacement, Span, Subject};
use pwsh_value::ty::{Call, FacadeType, method, named, property};
use pwsh_value::{Context, Obj, PsString, Result, Value};
use std::sync::Arc;

/// `System.Text.RegularExpressions.Match`.
pub static MATCH: FacadeType = FacadeType {
    base: "System.Text.RegularExpressions.Group",
    members: &[
        property("static System.Text.RegularExpressions.Match Empty {get;}", empty),
        property("System.Text.RegularExpressions.GroupCollection Groups {get;}", groups),
        method("System.Text.RegularExpressions.Match NextMatch()", next_match),
        method("string Result(string replacement)", result),
    ],
    ..FacadeType::class("System.Text.RegularExpressions.Match")
};

fn match_object(
    regex: &Arc<Regex>,
    input: &PsString,
    captures: Option<Captures>,
    timeout: Option<i64>,
) -> Value {
    let payload = match captures {
        Some(captures) => Captured {
            input: input.clone(),
            span: Some(captures.span()),
            group: Some((captures.group_captures(0).to_vec(), "0".to_owned())),
            found: Some((regex.clone(), captures, timeout)),
        },
        None => Captured {
            input: PsString::empty(),
            span: None,
            group: Some((Vec::new(), "0".to_owned())),
            found: None,
        },
    };
    Obj::new(named("System.Text.RegularExpressions.Match"), payload).into()
}

/// The first match from `start` on, an unsuccessful one if there is none.
pub fn first(
    cx: &mut dyn Context,
    regex: &Arc<Regex>,
    input: &PsString,
    start: usize,
    timeout: Option<i64>,
) -> Result<Value> {
    let (poll, mut units) = (ContextPoll::new(cx, timeout), Vec::new());
    let subject = Subject::from_wtf8(input.as_wtf8(), &mut units);
    let found = regex.captures_at(subject, start, &poll).map_err(|error| match_error(error, poll))?;
    Ok(match_object(regex, input, found, timeout))
}

/// All matches from `start` on, at most `limit`.
pub fn all(
    cx: &mut dyn Context,
    regex: &Arc<Regex>,
    input: &PsString,
    start: usize,
    timeout: Option<i64>,
    limit: usize,
) -> Result<Vec<Value>> {
    let (poll, mut units) = (ContextPoll::new(cx, timeout), Vec::new());
    let subject = Subject::from_wtf8(input.as_wtf8(), &mut units);
    let found: Result<Vec<Captures>, _> = regex.matches(subject, start, &poll).take(limit).collect();
    let found = found.map_err(|error| match_error(error, poll))?;
    Ok(found.into_iter().map(|captures| match_object(regex, input, Some(captures), timeout)).collect())
}

/// Where a successful match is.
pub fn span(found: &Value) -> Span {
    let captured = found.cell().and_then(|obj| obj.get::<Captured>());
    captured.and_then(|captured| captured.span).unwrap_or(Span { start: 0, len: 0 })
}

/// A replacement pattern filled from a match.
///
/// # Errors
/// `NotSupportedException` for a match that failed.
pub fn expanded(found: &Value, replacement: &PsString) -> Result<PsString> {
    let captured = found.cell().and_then(|obj| obj.get::<Captured>()).map(|captured| captured.payload());
    let Some(Captured { input, found: Some((regex, captures, _)), .. }) = captured else {
        return Err(fault::not_supported("Result cannot be called on a failed Match."));
    };
    let replacement = Replacement::new(regex, replacement.as_wtf8())
        .map_err(|error| fault::argument(&error.message, "replacement"))?;
    let mut units = Vec::new();
    let subject = Subject::from_wtf8(input.as_wtf8(), &mut units);
    let mut out = Vec::new();
    replacement.expand(subject, captures, &mut out);
    Ok(PsString::from_wtf8(out))
}

fn empty(_: &mut Call<'_>) -> Result<Value> {
    let payload = Captured {
        input: PsString::empty(),
        span: None,
        group: Some((Vec::new(), "0".to_owned())),
        found: None,
    };
    Ok(Obj::new(named("System.Text.RegularExpressions.Match"), payload).into())
}

fn groups(call: &mut Call<'_>) -> Result<Value> {
    Ok(group_collection::collection(call.this))
}

fn next_match(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Captured>().payload();
    let Some((regex, captures, timeout)) = &this.found else { return Ok(call.this.clone()) };
    let (poll, mut units) = (ContextPoll::new(call.cx, *timeout), Vec::new());
    let subject = Subject::from_wtf8(this.input.as_wtf8(), &mut units);
    let next = regex.next_match(subject, captures.span(), &poll).map_err(|error| match_error(error, poll))?;
    Ok(match_object(regex, &this.input, next, *timeout))
}

/// `Match.Result`.
fn result(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("replacement"));
    }
    Ok(expanded(call.this, &call.str(0))?.into())
}
