//! The preference variables, typed as PowerShell's are.

use super::plain;
use pwsh_runtime::Runspace;
use pwsh_runtime::scope::{Constraint, Scopes, Slot, VariableCell};
use pwsh_value::ty::named;
use pwsh_value::{Context, Name, Type, Value};
use std::sync::Arc;

const SILENTLY_CONTINUE: i64 = 0;
const CONTINUE: i64 = 2;
const CONFIRM_IMPACT_HIGH: i64 = 3;

pub(super) fn set_up(rs: &mut Runspace) {
    let action = named("System.Management.Automation.ActionPreference");
    for (name, number) in [
        ("ErrorActionPreference", CONTINUE),
        ("WarningPreference", CONTINUE),
        ("ProgressPreference", CONTINUE),
        ("VerbosePreference", SILENTLY_CONTINUE),
        ("DebugPreference", SILENTLY_CONTINUE),
        ("InformationPreference", SILENTLY_CONTINUE),
    ] {
        typed(rs, name, &action, Value::enumeration(&action, number));
    }
    let impact = named("System.Management.Automation.ConfirmImpact");
    typed(rs, "ConfirmPreference", &impact, Value::enumeration(&impact, CONFIRM_IMPACT_HIGH));
    // without a byte order mark
    let utf8 = rs.construct(&named("System.Text.UTF8Encoding"), vec![Value::Bool(false)]);
    plain(rs, "OutputEncoding", utf8.unwrap_or_default());
    plain(rs, "WhatIfPreference", Value::Bool(false));
    plain(rs, "PSNativeCommandUseErrorActionPreference", Value::Bool(false));
    plain(rs, "MaximumHistoryCount", Value::Int32(4096));
    plain(rs, "NestedPromptLevel", Value::Int32(0));
    plain(rs, "ConsoleFileName", Value::str(""));
    plain(rs, "PSEmailServer", Value::str(""));
    plain(
        rs,
        "PSSessionConfigurationName",
        Value::str("http://schemas.microsoft.com/powershell/Microsoft.PowerShell"),
    );
    plain(rs, "PSSessionApplicationName", Value::str("wsman"));
}

/// A variable whose values are converted to a type.
fn typed(rs: &mut Runspace, name: &str, ty: &Type, value: Value) {
    let name = Name::intern(name);
    let cell = VariableCell::new(name, value);
    cell.set_constraints(vec![Constraint::Type(ty.clone())]);
    *rs.scopes.place_in(Scopes::GLOBAL, name) = Slot::Cell(Arc::new(cell));
}
