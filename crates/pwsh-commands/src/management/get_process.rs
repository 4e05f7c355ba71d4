//! `Get-Process`.

use super::processes::{all_processes, by_id, by_name, in_argument, payload, shown};
use psjob_dotnet::diagnostics::process::process_object;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::user_name;
use pwsh_value::{Category, Error, Member, PsString, Result, Value};
use std::os::unix::fs::MetadataExt;

/// Gives the processes of this machine, the files that they have loaded, or the versions of those.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Process",
    module = "Microsoft.PowerShell.Management",
    aliases("gps"),
    default_set = "Name",
    output(
        "System.Diagnostics.ProcessModule",
        "System.Diagnostics.FileVersionInfo",
        "System.Diagnostics.Process"
    ),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096814"
)]
pub struct GetProcess {
    #[parameter(position = 0, pipeline_by_name, alias("ProcessName"), set = "Name")]
    #[parameter(position = 0, pipeline_by_name, set = "NameWithUserName")]
    #[validate(not_null_or_empty)]
    name: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PID"), set = "Id")]
    #[parameter(mandatory, pipeline_by_name, set = "IdWithUserName")]
    id: Vec<i32>,
    #[parameter(ty = "System.Diagnostics.Process[]", mandatory, pipeline, set = "InputObject")]
    #[parameter(mandatory, pipeline, set = "InputObjectWithUserName")]
    input_object: Value,
    #[parameter(mandatory, set = "NameWithUserName")]
    #[parameter(mandatory, set = "IdWithUserName")]
    #[parameter(mandatory, set = "InputObjectWithUserName")]
    include_user_name: Switch,
    #[parameter(set = "Name")]
    #[parameter(set = "Id")]
    #[parameter(set = "InputObject")]
    #[validate(not_null)]
    module: Switch,
    #[parameter(alias("FV", "FVI"), set = "Name")]
    #[parameter(set = "Id")]
    #[parameter(set = "InputObject")]
    #[validate(not_null)]
    file_version_info: Switch,
}

impl Cmdlet for GetProcess {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let set = io.set().to_str().into_owned();
        let processes = match () {
            () if set.starts_with("InputObject") => in_argument(&self.input_object),
            () if set.starts_with("Id") => by_id(io, &self.id)?,
            () if self.name.is_empty() => {
                all_processes().into_iter().map(|(_, id)| process_object(id)).collect()
            }
            () => by_name(io, &self.name)?,
        };
        for process in processes {
            io.poll()?;
            if self.module.0 || self.file_version_info.0 {
                self.modules(io, &process)?;
            } else if self.include_user_name.0 {
                io.write(with_user_name(process))?;
            } else {
                io.write(process)?;
            }
        }
        Ok(())
    }
}

impl GetProcess {
    fn modules(&self, io: &mut Io<'_>, process: &Value) -> Result<()> {
        let name = if self.module.0 { "Modules" } else { "MainModule" };
        let found = io.rs.get_member(process, &name.into())?;
        if found.is_null() {
            let what = if self.module.0 { "modules" } else { "file version information" };
            let text = format!("Cannot enumerate the {what} of the \"{}\" process.", shown(process));
            let id = if self.module.0 { "CouldNotEnumerateModules" } else { "CouldNotEnumerateFileVer" };
            return io.write_error(
                Error::new("Microsoft.PowerShell.Commands.ProcessCommandException", text)
                    .id(id)
                    .category(Category::PermissionDenied)
                    .target(process.clone()),
            );
        }
        if !self.file_version_info.0 {
            return io.write_each(found);
        }
        for module in in_argument(&found) {
            let version = io.rs.get_member(&module, &"FileVersionInfo".into())?;
            io.write(version)?;
        }
        Ok(())
    }
}

/// The process with a note of who it runs as.
fn with_user_name(process: Value) -> Value {
    let id = payload(&process).and_then(|process| process.number());
    let owner = id.and_then(|id| std::fs::metadata(format!("/proc/{id}")).ok()).map(|proc| proc.uid());
    let name = owner.map_or(Value::Null, |owner| user_name(owner).into());
    if let Some(cell) = process.cell() {
        cell.attached_or_new().set(cell, "UserName".into(), Member::Note(name));
    }
    process
}
