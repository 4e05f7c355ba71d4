//! `Rename-Item`.

use super::credential::refuse_credential;
use super::file_system::rename;
use super::item_object::write_item;
use super::named_items::{exists, report, selected};
use super::remove_item::{holds_location, in_use};
use super::selection::Selection;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::wildcard::unescape;
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Gives an item another name in the same place.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Rename-Item",
    module = "Microsoft.PowerShell.Management",
    aliases("rni", "ren"),
    default_set = "ByPath",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2097153"
)]
pub struct RenameItem {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "ByPath")]
    path: PsString,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "ByLiteralPath")]
    literal_path: PsString,
    #[parameter(mandatory, position = 1, pipeline_by_name)]
    new_name: PsString,
    #[parameter]
    force: Switch,
    #[parameter]
    pass_thru: Switch,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for RenameItem {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let item = if io.set().is("ByLiteralPath") {
            io.rs.item_path(&self.literal_path.to_str())
        } else {
            let path = std::slice::from_ref(&self.path);
            let mut found = selected(io, path, false, self.force.0, &Selection::default())?;
            match found.len() {
                // What lacks has been reported.
                0 => return Ok(()),
                1 => Ok(found.remove(0)),
                _ => io.rs.item_path(&unescape(&self.path).to_str()),
            }
        };
        let item = match item {
            Ok(item) => item,
            Err(error) => return report(io, Err(error)),
        };
        if !exists(io.rs, &item) {
            let text = format!("Cannot rename because item at '{}' does not exist.", item.shown());
            return io.write_error(
                Error::new("System.Management.Automation.PSInvalidOperationException", text)
                    .id("InvalidOperation")
                    .category(Category::InvalidOperation),
            );
        }
        if item.is_file_system() {
            if holds_location(io, &item)? {
                return io.write_error(in_use(&item, "Cannot rename the item at"));
            }
            return rename(io, &item, &self.new_name.to_str(), self.pass_thru.0);
        }
        let renamed = self.rename_session_item(io, &item);
        report(io, renamed)
    }
}

impl RenameItem {
    fn rename_session_item(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
        let target = format!("Item: {} NewName: {}", item.path, self.new_name);
        if !io.should_process(&target, "Rename Item")? {
            return Ok(());
        }
        let to = item.child(&self.new_name.to_str());
        let value = io.rs.session_item(item).unwrap_or_default();
        io.rs.set_session_item(&to, value)?;
        io.rs.remove_session_item(item, self.force.0)?;
        if self.pass_thru.0 { write_item(io, &to) } else { Ok(()) }
    }
}
