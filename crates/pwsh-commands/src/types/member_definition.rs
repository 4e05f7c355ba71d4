//! `Microsoft.PowerShell.Commands.MemberDefinition`, the result of Get-Member.

use super::fields::{Fields, get};
use pwsh_value::ty::{Call, FacadeType, Hooks, method, property};
use pwsh_value::{Context, PsString, Result, Value, convert};

/// TypeName, Name, MemberType, Definition.
pub static MEMBER_DEFINITION: FacadeType = FacadeType {
    members: &[
        property("string TypeName {get;}", get::<0>),
        property("string Name {get;}", get::<1>),
        property("System.Management.Automation.PSMemberTypes MemberType {get;}", get::<2>),
        property("string Definition {get;}", get::<3>),
        method("string ToString()", to_string),
    ],
    hooks: Hooks { to_string: Some(text), ..Hooks::NONE },
    ..FacadeType::class("Microsoft.PowerShell.Commands.MemberDefinition")
};

fn text(cx: &mut dyn Context, value: &Value) -> Result<PsString> {
    let definition = value.as_object().and_then(|o| o.get::<Fields>()).map(|f| f.get(3)).unwrap_or_default();
    convert::to_text(cx, &definition)
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    text(call.cx, call.this).map(Value::String)
}
