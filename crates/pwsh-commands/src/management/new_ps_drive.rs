//! `New-PSDrive`.

use super::drive_scope::known_scope;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::{Drive, Provider, provider_not_found};
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Gives a folder a name of its own as a drive.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "New-PSDrive",
    module = "Microsoft.PowerShell.Management",
    aliases("ndr"),
    should_process,
    impact = "Low",
    class = "Microsoft.PowerShell.Commands.NewPSDriveCommand",
    output("System.Management.Automation.PSDriveInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096815"
)]
pub struct NewPsDrive {
    #[parameter(mandatory, position = 0, pipeline_by_name)]
    name: PsString,
    #[parameter(name = "PSProvider", mandatory, position = 1, pipeline_by_name)]
    ps_provider: PsString,
    #[parameter(mandatory, position = 2, pipeline_by_name)]
    #[validate(allow_empty_string)]
    root: PsString,
    #[parameter(pipeline_by_name)]
    description: PsString,
    #[parameter(pipeline_by_name)]
    scope: PsString,
    #[parameter(pipeline_by_name)]
    persist: Switch,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for NewPsDrive {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        known_scope(io.rs, &self.scope)?;
        match self.drive(io) {
            Ok(Some(drive)) => io.write(drive),
            Ok(None) => Ok(()),
            Err(error) if error.thrown().is_some() => io.write_error(error),
            Err(error) => Err(error),
        }
    }
}

impl NewPsDrive {
    fn drive(&self, io: &mut Io<'_>) -> Result<Option<Value>> {
        let provider = self.ps_provider.to_str();
        let provider = Provider::find(&provider).ok_or_else(|| provider_not_found(&provider))?;
        let target = format!("Name: {} Provider: {} Root: {}", self.name, provider.full_name(), self.root);
        if !io.should_process(&target, "New drive")? {
            return Ok(None);
        }
        if self.persist.0 {
            let text = "When you use the Persist parameter, the root must be a file system location on a remote computer.";
            return Err(Error::new("System.NotSupportedException", text)
                .id("DriveRootNotNetworkPath")
                .category(Category::InvalidArgument));
        }
        if !self.credential.is_null() && provider != Provider::FileSystem {
            let text = "Cannot create drive. The provider does not support the use of credentials.";
            return Err(Error::new("System.Management.Automation.PSNotSupportedException", text)
                .id("NotSupported")
                .category(Category::NotImplemented));
        }
        let name = self.name.to_str();
        if name.contains([';', '~', '/', '\\', '.', ':']) {
            let text = "Cannot process the drive name because the drive name contains one or more of the following characters that are not valid: ; ~ / \\ . :";
            return Err(Error::new("System.Management.Automation.PSArgumentException", text)
                .id("Argument")
                .category(Category::InvalidArgument));
        }
        let root = self.root_of(io, provider)?;
        if io.rs.places.drive(&name).is_some() {
            let text = format!("A drive with the name '{name}' already exists.");
            return Err(Error::new("System.Management.Automation.SessionStateException", text)
                .id("DriveAlreadyExists")
                .category(Category::ResourceExists)
                .target(self.name.clone()));
        }
        let drive = Drive::object(&name, provider, &root, &self.description.to_str());
        io.rs.places.drives.push(drive.clone());
        Ok(Some(drive.into()))
    }

    /// The folder that the drive begins at, which must be there; empty for other providers.
    fn root_of(&self, io: &mut Io<'_>, provider: Provider) -> Result<String> {
        if provider != Provider::FileSystem {
            return Ok(String::new());
        }
        let root = io.rs.item_path(&self.root.to_str())?;
        if root.is_file_system() && root.file().is_dir() {
            return Ok(root.path);
        }
        let text = format!(
            "The specified drive root \"{}\" either does not exist, or it is not a folder.",
            self.root
        );
        Err(Error::new("System.IO.IOException", text)
            .id("DriveRootError")
            .category(Category::ReadError)
            .target(Drive::object(&self.name.to_str(), provider, &root.path, "")))
    }
}
