//! `Wait-Job`.

use super::choose;
use pwsh_runtime::command::{Cmdlet, HashtableArg, Io, Switch};
use pwsh_value::{Category, Error, Obj, PsString, Result, Value};
use std::time::{Duration, Instant};

/// Waits until jobs are over.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Wait-Job",
    module = "Microsoft.PowerShell.Core",
    aliases("wjb"),
    default_set = "SessionIdParameterSet",
    output("System.Management.Automation.Job"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096902"
)]
pub struct WaitJob {
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
    any: Switch,
    #[parameter(alias("TimeoutSec"))]
    #[validate(range(-1, 2147483647))]
    timeout: Option<i32>,
    /// Says to wait for suspended and disconnected jobs too; a job here is never either.
    #[parameter]
    force: Switch,
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
    /// What is waited for.
    jobs: Vec<Obj>,
}

impl Cmdlet for WaitJob {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let choice = choose::Choice {
            job: &self.job,
            name: &self.name,
            instance_id: &self.instance_id,
            id: &self.id,
            state: &self.state,
        };
        for job in choice.jobs(io)? {
            if !self.jobs.iter().any(|other| other.same(&job)) {
                self.jobs.push(job);
            }
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.jobs.is_empty() {
            return Ok(());
        }
        let deadline = self.timeout.and_then(|seconds| u64::try_from(seconds).ok());
        let deadline = deadline.map(|seconds| Instant::now() + Duration::from_secs(seconds));
        let any = self.any.0;
        let over = |jobs: &[Obj]| {
            if any { jobs.iter().any(choose::is_over) } else { jobs.iter().all(choose::is_over) }
        };
        let stuck = |jobs: &[Obj]| jobs.iter().any(choose::is_blocked) && !over(jobs);
        choose::wait_for(io.rs, &self.jobs, deadline, |jobs| over(jobs) || stuck(jobs))?;
        if over(&self.jobs) {
            let jobs = self.jobs.iter().filter(|job| choose::is_over(job));
            let count = if any { 1 } else { self.jobs.len() };
            return jobs.take(count).try_for_each(|job| io.write(Value::Object(job.clone())));
        }
        match self.jobs.iter().find(|job| choose::is_blocked(job)) {
            Some(job) => Err(deadlock(job)),
            None => Ok(()),
        }
    }
}

fn deadlock(job: &Obj) -> Error {
    let text = "The Wait-Job cmdlet cannot finish working, because one or more jobs are blocked waiting for user interaction.  Process interactive job output by using the Receive-Job cmdlet, and then try again.";
    Error::new("System.ArgumentException", text)
        .id("BlockedJobsDeadlockWithWaitJob")
        .category(Category::DeadlockDetected)
        .target(Value::Object(job.clone()))
}
