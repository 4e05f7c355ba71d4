//! `Out-Null`.

use pwsh_runtime::command::Cmdlet;
use pwsh_value::Value;

/// Drops what comes through the pipeline.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Out-Null",
    module = "Microsoft.PowerShell.Core",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096792"
)]
pub struct OutNull {
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
}

impl Cmdlet for OutNull {}
