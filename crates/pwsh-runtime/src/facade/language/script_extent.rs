//! `IScriptExtent` and `IScriptPosition`: places in a script's text.

use pwsh_syntax::{Extent, Source};
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};
use std::sync::Arc;

/// The payload of an extent.
struct ScriptExtent {
    source: Arc<Source>,
    extent: Extent,
}

impl Payload for ScriptExtent {}

/// The payload of a position.
struct ScriptPosition {
    source: Arc<Source>,
    offset: u32,
}

impl Payload for ScriptPosition {}

/// An extent as an object.
pub(super) fn extent_value(source: &Arc<Source>, extent: Extent) -> Value {
    let payload = ScriptExtent { source: source.clone(), extent };
    Value::Object(Obj::new(named(language!("InternalScriptExtent")), payload))
}

pub(super) const TYPES: &[&FacadeType] =
    &[&I_SCRIPT_EXTENT, &I_SCRIPT_POSITION, &INTERNAL_SCRIPT_EXTENT, &INTERNAL_SCRIPT_POSITION];

static I_SCRIPT_EXTENT: FacadeType = FacadeType::interface(language!("IScriptExtent"));

static I_SCRIPT_POSITION: FacadeType = FacadeType::interface(language!("IScriptPosition"));

static INTERNAL_SCRIPT_EXTENT: FacadeType = FacadeType {
    interfaces: &[language!("IScriptExtent")],
    members: &[
        property("string File {get;}", |call| Ok(file(&call.this::<ScriptExtent>().source))),
        property(
            "System.Management.Automation.Language.IScriptPosition StartScriptPosition {get;}",
            |call| Ok(position(call, |extent| extent.start)),
        ),
        property("System.Management.Automation.Language.IScriptPosition EndScriptPosition {get;}", |call| {
            Ok(position(call, |extent| extent.end))
        }),
        property("int StartLineNumber {get;}", |call| {
            let this = call.this::<ScriptExtent>();
            Ok(number(this.source.line_column(this.extent.start).line))
        }),
        property("int StartColumnNumber {get;}", |call| {
            let this = call.this::<ScriptExtent>();
            Ok(number(this.source.line_column(this.extent.start).column))
        }),
        property("int EndLineNumber {get;}", |call| {
            let this = call.this::<ScriptExtent>();
            Ok(number(this.source.line_column(this.extent.end).line))
        }),
        property("int EndColumnNumber {get;}", |call| {
            let this = call.this::<ScriptExtent>();
            Ok(number(this.source.line_column(this.extent.end).column))
        }),
        property("string Text {get;}", |call| {
            let this = call.this::<ScriptExtent>();
            Ok(this.source.slice(this.extent).into())
        }),
        property("int StartOffset {get;}", |call| {
            let this = call.this::<ScriptExtent>();
            Ok(number(this.source.utf16_offset(this.extent.start)))
        }),
        property("int EndOffset {get;}", |call| {
            let this = call.this::<ScriptExtent>();
            Ok(number(this.source.utf16_offset(this.extent.end)))
        }),
    ],
    hooks: Hooks { to_string: Some(text), ..Hooks::NONE },
    ..FacadeType::class(language!("InternalScriptExtent"))
};

static INTERNAL_SCRIPT_POSITION: FacadeType = FacadeType {
    interfaces: &[language!("IScriptPosition")],
    members: &[
        property("string File {get;}", |call| Ok(file(&call.this::<ScriptPosition>().source))),
        property("int LineNumber {get;}", |call| {
            let this = call.this::<ScriptPosition>();
            Ok(number(this.source.line_column(this.offset).line))
        }),
        property("int ColumnNumber {get;}", |call| {
            let this = call.this::<ScriptPosition>();
            Ok(number(this.source.line_column(this.offset).column))
        }),
        property("int Offset {get;}", |call| {
            let this = call.this::<ScriptPosition>();
            Ok(number(this.source.utf16_offset(this.offset)))
        }),
        property("string Line {get;}", |call| {
            let this = call.this::<ScriptPosition>();
            Ok(this.source.line_text(this.source.line_of(this.offset)).into())
        }),
        method("string GetFullScript()", |call| Ok(call.this::<ScriptPosition>().source.text().into())),
    ],
    ..FacadeType::class(language!("InternalScriptPosition"))
};

fn text(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let extent = this.cell().and_then(|obj| obj.get::<ScriptExtent>());
    Ok(extent.map_or_else(PsString::empty, |extent| extent.source.slice(extent.extent).into()))
}

fn file(source: &Source) -> Value {
    source.file().map(|file| PsString::from(&**file)).into()
}

fn number(value: u32) -> Value {
    Value::Int32(value as i32)
}

fn position(call: &Call<'_>, end: fn(Extent) -> u32) -> Value {
    let this = call.this::<ScriptExtent>();
    let payload = ScriptPosition { source: this.source.clone(), offset: end(this.extent) };
    Value::Object(Obj::new(named(language!("InternalScriptPosition")), payload))
}
