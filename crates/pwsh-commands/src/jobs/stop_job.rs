//! `Stop-Job`.

use super::choose;
use pwsh_runtime::command::{Cmdlet, HashtableArg, Io, Switch};
use pwsh_runtime::job::Job;
use pwsh_value::{PsString, Result, Value};

/// Stops jobs and waits for their ends.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Stop-Job",
    module = "Microsoft.PowerShell.Core",
    aliases("spjb"),
    default_set = "SessionIdParameterSet",
    should_process,
    output("System.Management.Automation.Job"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096795"
)]
pub struct StopJob {
    #[parameter(
        ty = "System.Management.Automation.Job[]",
        position = 0,
        mandatory,
        pipeline,
        pipeline_by_name,
        set = "JobParameterSet"
    )]
    #[validate(not_null_or_empty)]
    job: Value,
    #[parameter]
    pass_thru: Switch,
    #[parameter(position = 0, mandatory, pipeline_by_name, set = "NameParameterSet")]
    #[validate(not_null_or_empty)]
    name: Vec<PsString>,
    #[parameter(
        ty = "System.Guid[]",
        position = 0,
        mandatory,
        pipeline_by_name,
        set = "InstanceIdParameterSet"
    )]
    #[validate(not_null_or_empty)]
    instance_id: Value,
    #[parameter(position = 0, mandatory, pipeline_by_name, set = "SessionIdParameterSet")]
    #[validate(not_null_or_empty)]
    id: Vec<i32>,
    #[parameter(
        ty = "System.Management.Automation.JobState",
        position = 0,
        mandatory,
        pipeline_by_name,
        set = "StateParameterSet"
    )]
    state: Value,
    #[parameter(position = 0, mandatory, pipeline_by_name, set = "FilterParameterSet")]
    #[validate(not_null_or_empty)]
    filter: Option<HashtableArg>,
}

impl Cmdlet for StopJob {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let choice = choose::Choice {
            job: &self.job,
            name: &self.name,
            instance_id: &self.instance_id,
            id: &self.id,
            state: &self.state,
        };
        for job in choice.jobs(io)? {
            let Some(handle) = job.get::<Job>() else { continue };
            if !io.should_process(&choose::target_text(handle.payload()), "Stop")? {
                continue;
            }
            choose::stop(io.rs, &job)?;
            if self.pass_thru.0 {
                io.write(Value::Object(job))?;
            }
        }
        Ok(())
    }
}
