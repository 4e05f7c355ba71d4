//! The commands of a pipeline ([MS-PSRP] 2.2.3.11 to 2.2.3.13).

mod debugger;
mod parameter;
mod power_shell;
mod single_command;

pub use debugger::DebuggerCommand;
pub use parameter::CommandParameter;
pub use power_shell::PowerShell;
pub use single_command::{Command, StreamMerges};

/// The types of the lists in CREATE_PIPELINE, as the client of 7.6.5 names them. Nobody compares them.
const LIST_OF_OBJECTS: [&str; 2] = [
    "System.Collections.Generic.List`1[[System.Management.Automation.PSObject, System.Management.Automation, \
     Version=7.6.5.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]",
    "System.Object",
];
