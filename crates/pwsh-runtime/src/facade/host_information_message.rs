//! `System.Management.Automation.HostInformationMessage`: what Write-Host says.

use crate::record::HostMessage;
use pwsh_value::ty::{Call, FacadeType, Hooks, named, property};
use pwsh_value::{Context, PsString, Result, Value};

pub(super) static HOST_INFORMATION_MESSAGE: FacadeType = FacadeType {
    members: &[
        property("string Message {get;}", message),
        property("System.Nullable[bool] NoNewLine {get;}", no_new_line),
        property("System.Nullable[System.ConsoleColor] ForegroundColor {get;}", foreground),
        property("System.Nullable[System.ConsoleColor] BackgroundColor {get;}", background),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.HostInformationMessage")
};

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    Ok(this.cell().and_then(|o| o.get::<HostMessage>()).map_or_else(PsString::empty, |m| m.message.clone()))
}

fn message(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<HostMessage>().message.clone().into())
}

fn no_new_line(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<HostMessage>().no_new_line.into())
}

fn colour(number: Option<i32>) -> Value {
    number.map_or(Value::Null, |n| Value::enumeration(&named("System.ConsoleColor"), i64::from(n)))
}

fn foreground(call: &mut Call<'_>) -> Result<Value> {
    Ok(colour(call.this::<HostMessage>().foreground))
}

fn background(call: &mut Call<'_>) -> Result<Value> {
    Ok(colour(call.this::<HostMessage>().background))
}
