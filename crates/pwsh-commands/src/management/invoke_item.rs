//! `Invoke-Item`.

use super::credential::refuse_credential;
use super::named_items::selected;
use super::processes::Launch;
use super::selection::Selection;
use pwsh_runtime::command::{Cmdlet, CommandRef, Io};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Category, Error, PsString, Result, Value};
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

/// Opens files: a program runs, another file goes to the program that the desktop has for it.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Invoke-Item",
    module = "Microsoft.PowerShell.Management",
    aliases("ii"),
    default_set = "Path",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096590"
)]
pub struct InvokeItem {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter]
    filter: PsString,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for InvokeItem {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        for item in selected(io, paths, literal, true, &selection)? {
            if !item.is_file_system() {
                let text = "Provider operation stopped because the provider does not support this operation.";
                return Err(Error::new("System.Management.Automation.PSNotSupportedException", text)
                    .id("NotSupported")
                    .category(Category::NotImplemented));
            }
            if io.should_process(&format!("Item: {}", item.path), "Invoke Item")? {
                open(io, &item)?;
            }
        }
        Ok(())
    }
}

fn open(io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
    let runs = item.file().is_file()
        && item.file().metadata().is_ok_and(|metadata| metadata.permissions().mode() & 0o111 != 0);
    let (program, arguments) = match runs {
        true => (item.file().to_owned(), Vec::new()),
        false => match io.rs.find_command(&"xdg-open".into())? {
            Some(CommandRef::Native(program)) => (program.to_path_buf(), vec![item.path.clone()]),
            _ => {
                let text =
                    format!("No program is there to open the item '{}': xdg-open was not found.", item.path);
                return Err(
                    Error::new("System.ComponentModel.Win32Exception", text).target(item.path.as_str())
                );
            }
        },
    };
    let environment = io.rs.session.process().environment();
    let text = |text: std::ffi::OsString| text.to_string_lossy().into_owned();
    let launch = Launch {
        program,
        arguments,
        folder: io.rs.location_path(),
        environment: environment.into_iter().map(|(name, value)| (text(name), text(value))).collect(),
        streams: std::array::from_fn(|_| Stdio::null()),
    };
    launch.start_process().map(drop)
}
