//! `Get-Job`.

use super::choose;
use crate::enum_argument::number_of;
use pwsh_runtime::command::{Cmdlet, HashtableArg, Io, Switch};
use pwsh_runtime::job::Job;
use pwsh_value::{DateTime, Obj, PsString, Result, Value};

/// Gives the jobs of the runspace.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Job",
    module = "Microsoft.PowerShell.Core",
    aliases("gjb"),
    default_set = "SessionIdParameterSet",
    output("System.Management.Automation.Job"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096582"
)]
pub struct GetJob {
    #[parameter(set = "SessionIdParameterSet")]
    #[parameter(set = "InstanceIdParameterSet")]
    #[parameter(set = "NameParameterSet")]
    #[parameter(set = "StateParameterSet")]
    #[parameter(set = "CommandParameterSet")]
    include_child_job: Switch,
    #[parameter(ty = "System.Management.Automation.JobState", set = "SessionIdParameterSet")]
    #[parameter(set = "InstanceIdParameterSet")]
    #[parameter(set = "NameParameterSet")]
    #[parameter(set = "StateParameterSet")]
    #[parameter(set = "CommandParameterSet")]
    child_job_state: Value,
    #[parameter(set = "SessionIdParameterSet")]
    #[parameter(set = "InstanceIdParameterSet")]
    #[parameter(set = "NameParameterSet")]
    #[parameter(set = "StateParameterSet")]
    #[parameter(set = "CommandParameterSet")]
    has_more_data: Option<bool>,
    #[parameter(set = "SessionIdParameterSet")]
    #[parameter(set = "InstanceIdParameterSet")]
    #[parameter(set = "NameParameterSet")]
    #[parameter(set = "StateParameterSet")]
    #[parameter(set = "CommandParameterSet")]
    before: Option<DateTime>,
    #[parameter(set = "SessionIdParameterSet")]
    #[parameter(set = "InstanceIdParameterSet")]
    #[parameter(set = "NameParameterSet")]
    #[parameter(set = "StateParameterSet")]
    #[parameter(set = "CommandParameterSet")]
    after: Option<DateTime>,
    #[parameter(set = "SessionIdParameterSet")]
    #[parameter(set = "InstanceIdParameterSet")]
    #[parameter(set = "NameParameterSet")]
    #[parameter(set = "StateParameterSet")]
    #[parameter(set = "CommandParameterSet")]
    newest: Option<i32>,
    #[parameter(position = 0, pipeline_by_name, set = "SessionIdParameterSet")]
    #[validate(not_null_or_empty)]
    id: Vec<i32>,
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
    #[parameter(
        ty = "System.Management.Automation.JobState",
        position = 0,
        mandatory,
        pipeline_by_name,
        set = "StateParameterSet"
    )]
    state: Value,
    #[parameter(pipeline_by_name, set = "CommandParameterSet")]
    #[validate(not_null_or_empty)]
    command: Vec<PsString>,
    #[parameter(position = 0, mandatory, pipeline_by_name, set = "FilterParameterSet")]
    #[validate(not_null_or_empty)]
    filter: Option<HashtableArg>,
}

impl Cmdlet for GetJob {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let set = io.set().clone();
        let mut jobs = match &*set.to_str() {
            "NameParameterSet" => choose::by_name(io, &self.name)?,
            "InstanceIdParameterSet" => choose::by_instance_id(io, &self.instance_id)?,
            "StateParameterSet" => choose::by_state(io.rs, &self.state),
            "CommandParameterSet" => choose::by_command(io.rs, &self.command)?,
            // only jobs of source adapters answer to a filter, and there are none
            "FilterParameterSet" => Vec::new(),
            _ if io.is_bound("Id") => choose::by_id(io, &self.id)?,
            _ => io.rs.jobs.all().to_vec(),
        };
        jobs = self.with_children(io, jobs);
        self.restrict(&mut jobs);
        jobs.into_iter().try_for_each(|job| io.write(Value::Object(job)))
    }
}

impl GetJob {
    /// -IncludeChildJob and -ChildJobState: the children follow their jobs, all or those in a state.
    fn with_children(&self, io: &Io<'_>, jobs: Vec<Obj>) -> Vec<Obj> {
        let by_state = io.is_bound("ChildJobState").then(|| number_of(&self.child_job_state));
        if !self.include_child_job.0 && by_state.is_none() {
            return jobs;
        }
        let mut all = Vec::new();
        for job in jobs {
            let children = job.get::<Job>().map(|job| job.parts.children.clone()).unwrap_or_default();
            all.push(job);
            all.extend(children.into_iter().filter(|child| {
                child
                    .get::<Job>()
                    .is_some_and(|child| by_state.is_none_or(|state| child.state() as i64 == state))
            }));
        }
        all
    }

    fn restrict(&self, jobs: &mut Vec<Obj>) {
        jobs.retain(|job| {
            let Some(job) = job.get::<Job>() else { return false };
            let (_, end) = job.times();
            self.has_more_data.is_none_or(|more| job.has_more_data() == more)
                && self.before.is_none_or(|before| end.is_some_and(|end| end.ticks() < before.ticks()))
                && self.after.is_none_or(|after| end.is_some_and(|end| end.ticks() > after.ticks()))
        });
        let number = |job: &Obj| job.get::<Job>().map_or(0, |job| job.id);
        jobs.sort_by_key(number);
        if let Some(newest) = self.newest {
            jobs.sort_by_key(|job| {
                let begun = job.get::<Job>().and_then(|job| job.times().0);
                std::cmp::Reverse(begun.map_or(0, |begun| begun.ticks()))
            });
            jobs.truncate(usize::try_from(newest).unwrap_or(0));
        }
    }
}
