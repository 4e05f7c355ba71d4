//! `Remove-Job`.

use super::choose;
use pwsh_runtime::command::{Cmdlet, HashtableArg, Io, Switch};
use pwsh_runtime::job::Job;
use pwsh_value::{Category, Error, Obj, PsString, Result, Value};

/// Removes jobs from the runspace.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Remove-Job",
    module = "Microsoft.PowerShell.Core",
    aliases("rjb"),
    default_set = "SessionIdParameterSet",
    should_process,
    output("System.Management.Automation.Job"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096868"
)]
pub struct RemoveJob {
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
    #[parameter(alias("F"), set = "InstanceIdParameterSet")]
    #[parameter(set = "JobParameterSet")]
    #[parameter(set = "NameParameterSet")]
    #[parameter(set = "SessionIdParameterSet")]
    #[parameter(set = "FilterParameterSet")]
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
    #[parameter(pipeline_by_name, set = "CommandParameterSet")]
    #[validate(not_null_or_empty)]
    command: Vec<PsString>,
    #[parameter(position = 0, mandatory, pipeline_by_name, set = "FilterParameterSet")]
    #[validate(not_null_or_empty)]
    filter: Option<HashtableArg>,
}

impl Cmdlet for RemoveJob {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let set = io.set().clone();
        let set = set.to_str();
        let choice = choose::Choice {
            job: &self.job,
            name: &self.name,
            instance_id: &self.instance_id,
            id: &self.id,
            state: &self.state,
        };
        let jobs = match &*set {
            "CommandParameterSet" => choose::by_command(io.rs, &self.command)?,
            _ => choice.jobs(io)?,
        };
        // those chosen by state or command are stopped without being asked for it
        let stops = self.force.0 || matches!(&*set, "StateParameterSet" | "CommandParameterSet");
        jobs.iter().try_for_each(|job| remove(io, job, stops, &set))
    }
}

fn remove(io: &mut Io<'_>, object: &Obj, stops: bool, set: &str) -> Result<()> {
    let Some(job) = object.get::<Job>() else { return Ok(()) };
    if !choose::is_over(object) && !stops {
        return io.write_error(not_finished(object, job.payload(), set));
    }
    if !io.should_process(&choose::target_text(job.payload()), "Remove")? {
        return Ok(());
    }
    if !io.rs.jobs.all().iter().any(|other| other.same(object)) {
        return io.write_error(not_removable(object));
    }
    choose::stop(io.rs, object)?;
    io.rs.jobs.remove(object);
    Ok(())
}

fn not_finished(object: &Obj, job: &Job, set: &str) -> Error {
    let (which, comma, parameter) = match set {
        "NameParameterSet" => (format!(" and the name {}", job.name()), ",", "Name"),
        "InstanceIdParameterSet" => {
            (format!(" and the instance identifier {}", job.instance_id), "", "InstanceId")
        }
        "SessionIdParameterSet" => (String::new(), ",", "SessionId"),
        _ => (String::new(), ",", "Job"),
    };
    let text = format!(
        "The command cannot remove the job with the job ID {}{which} because the job is not finished. To remove the job, first stop the job{comma} or use the Force parameter.",
        job.id
    );
    Error::argument(&text, parameter)
        .id("JobObjectNotFinishedCannotBeRemoved")
        .category(Category::InvalidOperation)
        .target(Value::Object(object.clone()))
}

fn not_removable(object: &Obj) -> Error {
    let text = "The command cannot remove the job because it does not exist or because it is a child job. Child jobs can be removed only by removing the parent job.";
    Error::new("System.ArgumentException", text)
        .id("CannotRemoveJob")
        .category(Category::InvalidOperation)
        .target(Value::Object(object.clone()))
}
