//! `$Host.UI.RawUI`: `System.Management.Automation.Host.PSHostRawUserInterface`.

use super::{asked, host};
use crate::facade::runspace;
use pwsh_value::ty::{Call, FacadeType, method, property, property_rw};
use pwsh_value::{Result, Value};

macro_rules! both {
    ($signature:literal, $name:literal) => {
        property_rw($signature, |call| get(call, $name), |call| set(call, $name))
    };
}

pub(in crate::facade) static RAW_USER_INTERFACE: FacadeType = FacadeType {
    members: &[
        both!("System.ConsoleColor ForegroundColor {get;set;}", "ForegroundColor"),
        both!("System.ConsoleColor BackgroundColor {get;set;}", "BackgroundColor"),
        both!("System.Management.Automation.Host.Coordinates CursorPosition {get;set;}", "CursorPosition"),
        both!("System.Management.Automation.Host.Coordinates WindowPosition {get;set;}", "WindowPosition"),
        both!("int CursorSize {get;set;}", "CursorSize"),
        both!("System.Management.Automation.Host.Size BufferSize {get;set;}", "BufferSize"),
        both!("System.Management.Automation.Host.Size WindowSize {get;set;}", "WindowSize"),
        property("System.Management.Automation.Host.Size MaxWindowSize {get;}", |call| {
            get(call, "MaxWindowSize")
        }),
        property("System.Management.Automation.Host.Size MaxPhysicalWindowSize {get;}", |call| {
            get(call, "MaxPhysicalWindowSize")
        }),
        both!("string WindowTitle {get;set;}", "WindowTitle"),
        method("void FlushInputBuffer()", |call| {
            asked(call)?.call(runspace(call.cx), "FlushInputBuffer", &[])
        }),
    ],
    ..FacadeType::class("System.Management.Automation.Internal.Host.InternalHostRawUserInterface")
};

fn get(call: &mut Call<'_>, property: &str) -> Result<Value> {
    match host(call) {
        Some(host) => host.raw_get(runspace(call.cx), property),
        None => Ok(Value::Null),
    }
}

fn set(call: &mut Call<'_>, property: &str) -> Result<Value> {
    let value = call.arg(0).clone();
    asked(call)?.raw_set(runspace(call.cx), property, value)?;
    Ok(Value::Void)
}
