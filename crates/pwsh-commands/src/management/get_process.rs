//! `Get-Process`.

use psjob_dotnet::diagnostics::proc_file;
use psjob_dotnet::diagnostics::process::process_object;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Gives the processes of this machine.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Process",
    module = "Microsoft.PowerShell.Management",
    aliases("gps"),
    default_set = "Name",
    output("System.Diagnostics.Process"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096814"
)]
pub struct GetProcess {
    #[parameter(position = 0, pipeline_by_name, alias("ProcessName"), set = "Name")]
    #[validate(not_null_or_empty)]
    name: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PID"), set = "Id")]
    id: Vec<i32>,
    #[parameter(ty = "System.Diagnostics.Process[]", mandatory, pipeline, set = "InputObject")]
    input_object: Value,
}

impl Cmdlet for GetProcess {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.set().is("InputObject") {
            return io.write_each(self.input_object.clone());
        }
        if io.set().is("Id") {
            return self.by_id(io);
        }
        let mut all: Vec<(String, u32)> =
            proc_file::all().into_iter().filter_map(|id| Some((proc_file::name(id)?, id))).collect();
        all.sort_by_cached_key(|(name, id)| (name.to_lowercase(), *id));
        if self.name.is_empty() {
            return all.into_iter().try_for_each(|(_, id)| io.write(process_object(id)));
        }
        for wanted in &self.name {
            let wildcard = Wildcard::new(wanted, Case::Ignore)?;
            let mut found = false;
            for (_, id) in all.iter().filter(|(name, _)| wildcard.matches(&name.as_str().into())) {
                found = true;
                io.write(process_object(*id))?;
            }
            if !found && !has_wildcards(wanted) {
                io.write_error(not_found(
                    &format!("Cannot find a process with the name \"{wanted}\". Verify the process name and call the cmdlet again."),
                    "NoProcessFoundForGivenName",
                    wanted.clone().into(),
                ))?;
            }
        }
        Ok(())
    }
}

impl GetProcess {
    fn by_id(&self, io: &mut Io<'_>) -> Result<()> {
        for id in &self.id {
            match u32::try_from(*id).ok().filter(|id| proc_file::is_alive(*id)) {
                Some(id) => io.write(process_object(id))?,
                None => io.write_error(not_found(
                    &format!("Cannot find a process with the process identifier {id}."),
                    "NoProcessFoundForGivenId",
                    (*id).into(),
                ))?,
            }
        }
        Ok(())
    }
}

fn not_found(text: &str, id: &str, target: Value) -> Error {
    Error::new("Microsoft.PowerShell.Commands.ProcessCommandException", text)
        .id(id)
        .category(Category::ObjectNotFound)
        .target(target)
}
