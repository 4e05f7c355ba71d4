//! `System.Management.Automation.PSToken`: a place of a script as version 1 of PowerShell described it.

use pwsh_syntax::{Extent, Source};
use pwsh_value::ty::{FacadeType, named, property};
use pwsh_value::{Obj, Payload, Value};
use std::sync::Arc;

/// `PSTokenType.Position`.
const POSITION: i64 = 19;

/// The payload of a token.
struct PsToken {
    source: Arc<Source>,
    extent: Extent,
    kind: i64,
}

impl Payload for PsToken {}

/// A token that tells a place and nothing else.
pub(crate) fn ps_token(source: &Arc<Source>, extent: Extent) -> Value {
    let payload = PsToken { source: source.clone(), extent, kind: POSITION };
    Value::Object(Obj::new(named("System.Management.Automation.PSToken"), payload))
}

pub(super) const TYPES: &[&FacadeType] = &[&PS_TOKEN, &PS_TOKEN_TYPE];

static PS_TOKEN: FacadeType = FacadeType {
    members: &[
        property("string Content {get;}", |call| {
            let this = call.this::<PsToken>();
            Ok(this.source.slice(this.extent).into())
        }),
        property("System.Management.Automation.PSTokenType Type {get;}", |call| {
            Ok(Value::enumeration(
                &named("System.Management.Automation.PSTokenType"),
                call.this::<PsToken>().kind,
            ))
        }),
        property("int Start {get;}", |call| {
            let this = call.this::<PsToken>();
            Ok(number(this.source.utf16_offset(this.extent.start)))
        }),
        property("int Length {get;}", |call| {
            let this = call.this::<PsToken>();
            let (start, end) =
                (this.source.utf16_offset(this.extent.start), this.source.utf16_offset(this.extent.end));
            Ok(number(end - start))
        }),
        property("int StartLine {get;}", |call| {
            let this = call.this::<PsToken>();
            Ok(number(this.source.line_column(this.extent.start).line))
        }),
        property("int StartColumn {get;}", |call| {
            let this = call.this::<PsToken>();
            Ok(number(this.source.line_column(this.extent.start).column))
        }),
        property("int EndLine {get;}", |call| {
            let this = call.this::<PsToken>();
            Ok(number(this.source.line_column(this.extent.end).line))
        }),
        property("int EndColumn {get;}", |call| {
            let this = call.this::<PsToken>();
            Ok(number(this.source.line_column(this.extent.end).column))
        }),
    ],
    ..FacadeType::class("System.Management.Automation.PSToken")
};

static PS_TOKEN_TYPE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.PSTokenType",
    &[
        ("Unknown", 0),
        ("Command", 1),
        ("CommandParameter", 2),
        ("CommandArgument", 3),
        ("Number", 4),
        ("String", 5),
        ("Variable", 6),
        ("Member", 7),
        ("LoopLabel", 8),
        ("Attribute", 9),
        ("Type", 10),
        ("Operator", 11),
        ("GroupStart", 12),
        ("GroupEnd", 13),
        ("Keyword", 14),
        ("Comment", 15),
        ("StatementSeparator", 16),
        ("NewLine", 17),
        ("LineContinuation", 18),
        ("Position", 19),
    ],
);

fn number(value: u32) -> Value {
    Value::Int32(value as i32)
}
