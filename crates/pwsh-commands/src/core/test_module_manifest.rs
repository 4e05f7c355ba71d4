//! `Test-ModuleManifest`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::facade::ModuleObject;
use pwsh_value::{Category, Error, PsString, Result};

/// Whether a manifest is one: gives the module that it describes.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Test-ModuleManifest",
    module = "Microsoft.PowerShell.Core",
    output("System.Management.Automation.PSModuleInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096900"
)]
pub struct TestModuleManifest {
    #[parameter(position = 0, mandatory, pipeline, pipeline_by_name)]
    path: PsString,
}

impl Cmdlet for TestModuleManifest {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let file = io.rs.file_path(&self.path.to_str())?;
        let shown = file.to_string_lossy().into_owned();
        if !file.is_file() {
            let text = format!(
                "The specified module manifest '{shown}' was not found. Update the Path parameter to point to a valid path, and then try again."
            );
            return io.write_error(
                Error::new("System.Management.Automation.ItemNotFoundException", text)
                    .id("PathNotFound")
                    .category(Category::ObjectNotFound)
                    .target(self.path.clone()),
            );
        }
        if !file.extension().is_some_and(|e| e.eq_ignore_ascii_case("psd1")) {
            let text = format!(
                "The file '{shown}' is not a valid module manifest: the extension of the manifest must be '.psd1'."
            );
            return io.write_error(
                Error::new("System.InvalidOperationException", text)
                    .id("Modules_InvalidModuleManifestPath")
                    .category(Category::InvalidArgument)
                    .target(self.path.clone()),
            );
        }
        // An error of the manifest is the answer to the question.
        let manifest = pwsh_runtime::module::Manifest::read(io.rs, &file);
        if let Err(error) = manifest {
            return if error.thrown().is_some() { io.write_error(error) } else { Err(error) };
        }
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into();
        match io.rs.described_module(&file, name)? {
            Some(module) => io.write(ModuleObject::object(module)),
            None => Ok(()),
        }
    }
}
