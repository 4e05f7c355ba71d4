//! `Microsoft.PowerShell.Commands.GetHelpCodeMethods`, behind `HelpUri` of a command.

use crate::command::CommandInfo;
use crate::facade::runspace;
use pwsh_value::ty::{Call, FacadeType, method};
use pwsh_value::{Result, Value};

pub(in crate::facade) static GET_HELP_CODE_METHODS: FacadeType = FacadeType {
    members: &[method("static string GetHelpUri(psobject commandInfoPSObject)", help_uri)],
    ..FacadeType::static_class("Microsoft.PowerShell.Commands.GetHelpCodeMethods")
};

fn help_uri(call: &mut Call<'_>) -> Result<Value> {
    let Some(info) = call.payload::<CommandInfo>(0).map(|info| info.payload().clone()) else {
        return Ok(Value::str(""));
    };
    let rs = runspace(call.cx);
    let meta = match info.resolved(rs)? {
        Some(command) => rs.command_meta(&command)?,
        None => None,
    };
    Ok(meta.map_or_else(|| Value::str(""), |meta| meta.help_uri.clone().into()))
}
