//! `Set-Item`.

use super::credential::refuse_credential;
use super::item_object::write_item;
use super::named_items::{report, selected_at};
use super::selection::Selection;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{PsString, Result, Value, convert};

/// Gives items of the session another value; those that are not there come to be.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Set-Item",
    module = "Microsoft.PowerShell.Management",
    aliases("si"),
    default_set = "Path",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2097055"
)]
pub struct SetItem {
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter(position = 1, pipeline, pipeline_by_name)]
    value: Value,
    #[parameter]
    force: Switch,
    #[parameter]
    pass_thru: Switch,
    #[parameter]
    filter: PsString,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for SetItem {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        for path in paths {
            let items = match selected_at(io.rs, path, literal, true, &selection) {
                Ok(items) => items,
                Err(error) => {
                    report(io, Err(error))?;
                    continue;
                }
            };
            for item in items {
                if item.is_file_system() {
                    // Files have content instead, which ends the command.
                    return io.rs.set_session_item(&item, self.value.clone());
                }
                let set = self.set(io, &item);
                report(io, set)?;
            }
        }
        Ok(())
    }
}

impl SetItem {
    fn set(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
        let text = convert::to_text(io.rs, &self.value)?;
        if !io.should_process(&format!("Item: {} Value: {text}", item.path), "Set Item")? {
            return Ok(());
        }
        io.rs.set_session_item(item, self.value.clone())?;
        if self.pass_thru.0 { write_item(io, item) } else { Ok(()) }
    }
}
