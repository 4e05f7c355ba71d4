//! `Move-Item`.

use super::credential::refuse_credential;
use super::destination::destination;
use super::file_system::relocate;
use super::named_items::{exists, report, selected, selected_at};
use super::remove_item::{holds_location, in_use};
use super::selection::Selection;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Moves items to another place.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Move-Item",
    module = "Microsoft.PowerShell.Management",
    aliases("mi", "move"),
    default_set = "Path",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096591"
)]
pub struct MoveItem {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter(position = 1, pipeline_by_name)]
    destination: PsString,
    #[parameter]
    force: Switch,
    #[parameter]
    filter: PsString,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter]
    pass_thru: Switch,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for MoveItem {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        for path in paths {
            let items = match literal {
                false => selected(io, std::slice::from_ref(path), false, self.force.0, &selection)?,
                true => match selected_at(io.rs, path, true, self.force.0, &selection) {
                    Ok(items) => items,
                    Err(error) => {
                        report(io, Err(error))?;
                        continue;
                    }
                },
            };
            for item in items {
                let moved = self.relocate(io, &item);
                report(io, moved)?;
            }
        }
        Ok(())
    }
}

impl MoveItem {
    fn relocate(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
        if !exists(io.rs, item) {
            let text = format!("Cannot move item because the item at '{}' does not exist.", item.shown());
            return Err(Error::new("System.Management.Automation.PSInvalidOperationException", text)
                .id("InvalidOperation")
                .category(Category::InvalidOperation));
        }
        if !item.is_file_system() {
            let text = "The NavigationCmdletProvider methods are not supported by this provider.";
            return Err(Error::new("System.Management.Automation.PSNotSupportedException", text)
                .id("NotSupported")
                .category(Category::NotImplemented));
        }
        if holds_location(io, item)? {
            return Err(in_use(item, "Cannot move item because the item at"));
        }
        let to = destination(io, &self.destination, self.force.0)?;
        if !to.is_file_system() {
            let text = "Cannot move the item because the source and destination paths did not resolve to the same provider.";
            return Err(Error::new("System.Management.Automation.PSArgumentException", text)
                .id("System.Management.Automation.PSArgumentException")
                .category(Category::InvalidArgument)
                .target(item.path.as_str()));
        }
        relocate(io, item, &to, self.force.0, self.pass_thru.0)
    }
}
