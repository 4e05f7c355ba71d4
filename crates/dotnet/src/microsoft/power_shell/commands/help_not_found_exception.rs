//! `Microsoft.PowerShell.Commands.HelpNotFoundException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `Microsoft.PowerShell.Commands.HelpNotFoundException`.
pub static HELP_NOT_FOUND_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    interfaces: &["System.Management.Automation.IContainsErrorRecord"],
    members: &[
        constructor("new()", new),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
        property("string HelpTopic {get;}", help_topic),
    ],
    ..FacadeType::class("Microsoft.PowerShell.Commands.HelpNotFoundException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(
        call,
        "Get-Help could not find  in a help file in this session. To download updated help topics type: \"Update-Help\". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.",
    )
}

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}

fn help_topic(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "HelpTopic")
}
