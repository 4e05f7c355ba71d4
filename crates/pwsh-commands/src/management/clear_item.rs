//! `Clear-Item`.

use super::credential::refuse_credential;
use super::named_items::{report, selected};
use super::selection::Selection;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::Provider;
use pwsh_value::{PsString, Result, Value};

/// Takes the value of items of the session away: a variable stays, other items go.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Clear-Item",
    module = "Microsoft.PowerShell.Management",
    aliases("cli"),
    default_set = "Path",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096491"
)]
pub struct ClearItem {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter]
    force: Switch,
    #[parameter]
    filter: PsString,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for ClearItem {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        for item in selected(io, paths, literal, self.force.0, &selection)? {
            if item.is_file_system() {
                // Files have content instead, which ends the command.
                return io.rs.set_session_item(&item, Value::Null);
            }
            if io.should_process(&format!("Item: {}", item.path), "Clear Item")? {
                let cleared = match item.provider {
                    Provider::Alias => io.rs.remove_session_item(&item, self.force.0),
                    _ => io.rs.set_session_item(&item, Value::Null),
                };
                report(io, cleared)?;
            }
        }
        Ok(())
    }
}
