//! `System.Text.RegularExpressions.Group`.

use super::capture::{Captured, capture_object};
use super::capture_collection;
use dotnet_regex::{Captures, Regex};
use pwsh_value::ty::{Call, FacadeType, named, property};
use pwsh_value::{Obj, PsString, Result, Value};

/// `System.Text.RegularExpressions.Group`.
pub static GROUP: FacadeType = FacadeType {
    base: "System.Text.RegularExpressions.Capture",
    members: &[
        property("bool Success {get;}", success),
        property("string Name {get;}", name),
        property("System.Text.RegularExpressions.CaptureCollection Captures {get;}", captures),
    ],
    ..FacadeType::class("System.Text.RegularExpressions.Group")
};

/// The `Group` object of a slot of a match.
pub fn group_object(input: &PsString, regex: &Regex, captures: &Captures, slot: usize) -> Value {
    let number = regex.group_numbers().get(slot).copied().unwrap_or(0);
    let payload = Captured {
        input: input.clone(),
        span: captures.group(slot),
        group: Some((captures.group_captures(slot).to_vec(), regex.group_name(number))),
        found: None,
    };
    Obj::new(named("System.Text.RegularExpressions.Group"), payload).into()
}

/// A group that took no part, as an unknown name or number gives.
pub fn failed_group() -> Value {
    let payload = Captured {
        input: PsString::empty(),
        span: None,
        group: Some((Vec::new(), "0".to_owned())),
        found: None,
    };
    Obj::new(named("System.Text.RegularExpressions.Group"), payload).into()
}

fn success(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Captured>().span.is_some().into())
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Captured>().group.as_ref().map_or("0", |(_, name)| name).into())
}

fn captures(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Captured>();
    let spans = this.group.as_ref().map_or(&[][..], |(spans, _)| spans);
    let list = spans.iter().map(|span| capture_object(this.input.clone(), *span)).collect();
    Ok(capture_collection::collection(list))
}
