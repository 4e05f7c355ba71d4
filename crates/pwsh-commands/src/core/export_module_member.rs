//! `Export-ModuleMember`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::module::MemberPatterns;
use pwsh_value::{PsString, Result};

/// Says what of the module whose code runs others see.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Export-ModuleMember",
    module = "Microsoft.PowerShell.Core",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096578"
)]
pub struct ExportModuleMember {
    #[parameter(position = 0, pipeline, pipeline_by_name)]
    #[validate(allow_empty_collection)]
    function: Option<Vec<PsString>>,
    #[parameter(pipeline_by_name)]
    #[validate(allow_empty_collection)]
    cmdlet: Option<Vec<PsString>>,
    #[parameter(pipeline_by_name)]
    #[validate(not_null)]
    variable: Option<Vec<PsString>>,
    #[parameter(pipeline_by_name)]
    #[validate(not_null)]
    alias: Option<Vec<PsString>>,
}

impl Cmdlet for ExportModuleMember {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        io.rs.export_members(&MemberPatterns {
            functions: self.function.clone(),
            cmdlets: self.cmdlet.clone(),
            aliases: self.alias.clone(),
            variables: self.variable.clone(),
        })
    }
}
