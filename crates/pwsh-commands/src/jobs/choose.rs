//! Which jobs a cmdlet is about.

use pwsh_runtime::Runspace;
use pwsh_runtime::command::Io;
use pwsh_runtime::job::{Job, JobState};
use pwsh_value::ops::Case;
use pwsh_value::payload::{Array, Guid};
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Category, Error, Obj, PsString, Result, Value};
use std::time::Instant;

/// All jobs and then their children, each in the order in which they were made.
fn with_children(rs: &Runspace) -> Vec<Obj> {
    let jobs = rs.jobs.all();
    let children = jobs.iter().filter_map(|job| job.get::<Job>()).flat_map(|job| job.parts.children.clone());
    jobs.iter().cloned().chain(children).collect()
}

fn is(job: &Obj, holds: impl Fn(&Job) -> bool) -> bool {
    job.get::<Job>().is_some_and(|job| holds(job.payload()))
}

/// What the parameters of Remove-, Stop- and Wait-Job name jobs by, one in each of their sets.
pub(super) struct Choice<'a> {
    pub job: &'a Value,
    pub name: &'a [PsString],
    pub instance_id: &'a Value,
    pub id: &'a [i32],
    pub state: &'a Value,
}

impl Choice<'_> {
    /// The jobs that the set which was bound names. What is missing is an error in the stream of errors.
    pub fn jobs(&self, io: &mut Io<'_>) -> Result<Vec<Obj>> {
        let set = io.set().clone();
        match &*set.to_str() {
            "NameParameterSet" => by_name(io, self.name),
            "InstanceIdParameterSet" => by_instance_id(io, self.instance_id),
            "SessionIdParameterSet" => by_id(io, self.id),
            "StateParameterSet" => Ok(by_state(io.rs, self.state)),
            // only jobs of source adapters answer to a filter, and there are none
            "FilterParameterSet" => Ok(Vec::new()),
            _ => Ok(given(self.job)),
        }
    }
}

/// The jobs with these numbers; one that is missing is an error.
pub(super) fn by_id(io: &mut Io<'_>, ids: &[i32]) -> Result<Vec<Obj>> {
    let mut found = Vec::new();
    for &id in ids {
        match with_children(io.rs).into_iter().find(|job| is(job, |job| job.id == id)) {
            Some(job) => found.push(job),
            None => {
                let text = format!(
                    "The command cannot find a job with the job ID {id}. Verify the value of the Id parameter and then try the command again."
                );
                io.write_error(not_found(&text, "JobWithSpecifiedSessionNotFound", id.into()))?;
            }
        }
    }
    Ok(found)
}

/// The jobs whose names match, or else the children whose do; a name without wildcards that is missing is an error.
pub(super) fn by_name(io: &mut Io<'_>, names: &[PsString]) -> Result<Vec<Obj>> {
    let mut found: Vec<Obj> = Vec::new();
    for name in names {
        let wildcard = Wildcard::new(name, Case::Ignore)?;
        let matches = |job: &Obj| is(job, |job| wildcard.matches(&job.name()));
        let mut matching: Vec<Obj> = io.rs.jobs.all().iter().filter(|job| matches(job)).cloned().collect();
        if matching.is_empty() {
            matching = with_children(io.rs).into_iter().filter(matches).collect();
        }
        if matching.is_empty() && !has_wildcards(name) {
            let text = format!(
                "The command cannot find the job because the job name {name} was not found. Verify the value of the Name parameter, and then try the command again."
            );
            io.write_error(not_found(&text, "JobWithSpecifiedNameNotFound", name.clone().into()))?;
        }
        for job in matching {
            if !found.iter().any(|other| other.same(&job)) {
                found.push(job);
            }
        }
    }
    Ok(found)
}

/// The jobs with these instance ids, a `guid[]`; one that is missing is an error.
pub(super) fn by_instance_id(io: &mut Io<'_>, ids: &Value) -> Result<Vec<Obj>> {
    let mut found = Vec::new();
    for value in elements(ids) {
        let Some(id) = value.cell().and_then(|obj| obj.get::<Guid>()).map(|id| id.0) else { continue };
        match with_children(io.rs).into_iter().find(|job| is(job, |job| job.instance_id == id)) {
            Some(job) => found.push(job),
            None => {
                let text = format!(
                    "The command cannot find a job with the instance identifier {id}. Verify the value of the InstanceId parameter, and then try the command again."
                );
                io.write_error(not_found(&text, "JobWithSpecifiedInstanceIdNotFound", value))?;
            }
        }
    }
    Ok(found)
}

/// The jobs in a state.
pub(super) fn by_state(rs: &Runspace, state: &Value) -> Vec<Obj> {
    let number = crate::enum_argument::number_of(state);
    rs.jobs.all().iter().filter(|job| is(job, |job| job.state() as i64 == number)).cloned().collect()
}

/// The jobs whose commands match.
pub(super) fn by_command(rs: &Runspace, commands: &[PsString]) -> Result<Vec<Obj>> {
    let patterns: Vec<Wildcard> =
        commands.iter().map(|text| Wildcard::new(text, Case::Ignore)).collect::<Result<_>>()?;
    let matches = |job: &Job| {
        let command: PsString = job.parts.command.to_str().trim().into();
        patterns.iter().any(|pattern| pattern.matches(&command) || pattern.matches(&job.parts.command))
    };
    Ok(rs.jobs.all().iter().filter(|job| is(job, matches)).cloned().collect())
}

/// The elements of a `Job[]` argument.
pub(super) fn given(jobs: &Value) -> Vec<Obj> {
    elements(jobs).iter().filter_map(|job| job.cell().cloned()).filter(|job| is(job, |_| true)).collect()
}

fn elements(value: &Value) -> Vec<Value> {
    value.cell().and_then(|obj| obj.get::<Array>()).map_or_else(Vec::new, |array| array.to_vec())
}

fn not_found(text: &str, id: &str, target: Value) -> Error {
    Error::new("System.Management.Automation.PSArgumentException", text)
        .id(id)
        .category(Category::ObjectNotFound)
        .target(target)
}

/// Waits until a condition of the jobs holds; `false` if the deadline came first.
///
/// # Errors
/// If the pipeline is stopped meanwhile.
pub(super) fn wait_for(
    rs: &mut Runspace,
    jobs: &[Obj],
    deadline: Option<Instant>,
    mut holds: impl FnMut(&[Obj]) -> bool,
) -> Result<bool> {
    let attention = rs.attention.clone();
    jobs.iter().filter_map(|job| job.get::<Job>()).for_each(|job| job.watch(&attention));
    loop {
        let held = attention.wait(deadline, || holds(jobs).then_some(())).is_some();
        rs.poll()?;
        if held || deadline.is_some_and(|deadline| Instant::now() >= deadline) {
            return Ok(held);
        }
    }
}

/// Whether a job is over.
pub(super) fn is_over(job: &Obj) -> bool {
    is(job, |job| job.state().is_final())
}

/// Whether a job waits for its receiver.
pub(super) fn is_blocked(job: &Obj) -> bool {
    is(job, |job| job.state() == JobState::Blocked)
}

/// Stops a job and waits for its end; one that nothing runs is stopped at once.
///
/// # Errors
/// If the pipeline is stopped meanwhile.
pub(super) fn stop(rs: &mut Runspace, job: &Obj) -> Result<()> {
    let Some(handle) = job.get::<Job>() else { return Ok(()) };
    if !handle.ask_to_stop() {
        Job::change(handle, JobState::Stopped, None);
    }
    wait_for(rs, std::slice::from_ref(job), None, |jobs| jobs.iter().all(is_over)).map(drop)
}

/// What ShouldProcess calls a job.
pub(super) fn target_text(job: &Job) -> String {
    format!(
        "Remote Command: {}, associated with the job that has an ID of \"{}\".",
        job.parts.command, job.id
    )
}
