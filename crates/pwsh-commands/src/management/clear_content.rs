//! `Clear-Content`.

use super::credential::refuse_credential;
use super::file_system::refused;
use super::named_items::selected;
use super::selection::Selection;
use psjob_dotnet::io::file_system_info::set_read_only;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::{ItemPath, Provider};
use pwsh_value::{Category, Error, PsString, Result, Value};
use std::fs::OpenOptions;

/// Empties files, and the values of items of the session.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Clear-Content",
    module = "Microsoft.PowerShell.Management",
    aliases("clc"),
    default_set = "Path",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096807"
)]
pub struct ClearContent {
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter]
    filter: PsString,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter]
    force: Switch,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for ClearContent {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        for item in selected(io, paths, literal, true, &selection)? {
            self.clear(io, &item)?;
        }
        Ok(())
    }
}

impl ClearContent {
    fn clear(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
        if !item.is_file_system() {
            if item.provider != Provider::Variable {
                let text = "Cannot perform the ClearContent operation. The ClearContent operation is not supported by this provider.";
                return Err(Error::new("System.Management.Automation.PSNotSupportedException", text)
                    .id("NotSupported")
                    .category(Category::NotImplemented));
            }
            return match io.should_process(&format!("Item: {}", item.path), "Clear Content")? {
                true => io.rs.set_session_item(item, Value::Null),
                false => Ok(()),
            };
        }
        if item.file().is_dir() {
            let text = format!(
                "Unable to clear content of '{}' because it is a directory. Clear-Content is only supported on files.",
                item.path
            );
            return io.write_error(
                Error::new("System.NotSupportedException", text)
                    .id("ClearDirectoryContent")
                    .category(Category::InvalidOperation)
                    .target(item.path.as_str()),
            );
        }
        if !io.should_process(&format!("Item: {}", item.path), "Clear Content")? {
            return Ok(());
        }
        if self.force.0 {
            // If it cannot be made writable, emptying it says why.
            let _ = set_read_only(item.file(), false);
        }
        match OpenOptions::new().write(true).truncate(true).open(item.file()) {
            Ok(_) => Ok(()),
            Err(error) => io.write_error(refused(&error, item.file(), "ClearContent")),
        }
    }
}
