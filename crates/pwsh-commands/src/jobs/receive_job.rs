//! `Receive-Job`.

use super::choose;
use super::unfit_argument::unfit_argument;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::facade::ProgressRecord;
use pwsh_runtime::job::{DataCollection, HostQuestion, Job, JobKind, JobState, JobStream};
use pwsh_runtime::pipeline::Write;
use pwsh_runtime::record::InformationRecord;
use pwsh_value::ty::Subscription;
use pwsh_value::{Category, Error, Handle, Member, Obj, PsString, Result, Value};
use std::sync::Arc;

/// Gives what jobs have put out.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Receive-Job",
    module = "Microsoft.PowerShell.Core",
    aliases("rcjb"),
    default_set = "Location",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096965"
)]
pub struct ReceiveJob {
    #[parameter(
        ty = "System.Management.Automation.Job[]",
        position = 0,
        mandatory,
        pipeline,
        pipeline_by_name,
        set = "ComputerName"
    )]
    #[parameter(position = 0, mandatory, pipeline, pipeline_by_name, set = "Session")]
    #[parameter(position = 0, mandatory, pipeline, pipeline_by_name, set = "Location")]
    job: Value,
    #[parameter(position = 1, pipeline_by_name, alias("Cn"), set = "ComputerName")]
    #[validate(not_null_or_empty)]
    computer_name: Vec<PsString>,
    #[parameter(position = 1, set = "Location")]
    #[validate(not_null_or_empty)]
    location: Vec<PsString>,
    #[parameter(
        ty = "System.Management.Automation.Runspaces.PSSession[]",
        position = 1,
        pipeline_by_name,
        set = "Session"
    )]
    #[validate(not_null)]
    session: Value,
    #[parameter]
    keep: Switch,
    #[parameter]
    no_recurse: Switch,
    /// Says to wait for suspended and disconnected jobs too; a job here is never either.
    #[parameter]
    force: Switch,
    #[parameter]
    wait: Switch,
    #[parameter]
    auto_remove_job: Switch,
    #[parameter]
    write_events: Switch,
    #[parameter]
    write_job_in_results: Switch,
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
    /// What -Wait waits for.
    jobs: Vec<Obj>,
    /// The changes of state that -WriteEvents gives, with the jobs they are of.
    changes: Changes,
}

#[derive(Default)]
struct Changes {
    seen: Arc<parking_lot::Mutex<Vec<(Value, Value)>>>,
    subscriptions: Vec<Subscription>,
}

impl Cmdlet for ReceiveJob {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.keep.0 && self.wait.0 {
            // the one that came last refuses the other
            let last = io.call.bound.iter().rev().find(|(name, _)| name.is("Keep") || name.is("Wait"));
            let last = last.map_or_else(|| "Keep".into(), |(name, _)| name.to_string());
            let text = "The Wait and Keep parameters cannot be used together in the same command.";
            return Err(unfit_argument(&last, text));
        }
        let unfit = if self.auto_remove_job.0 && !self.wait.0 {
            "The -AutoRemoveJob parameter cannot be used without the -Wait parameter"
        } else if self.write_events.0 && !self.wait.0 {
            "The WriteEvents parameter cannot be used without the Wait parameter."
        } else if self.write_job_in_results.0 && !self.wait.0 {
            "The -WriteJobInResults parameter cannot be used without the -Wait parameter"
        } else {
            return Ok(());
        };
        let error = Error::new("System.Management.Automation.PSInvalidOperationException", unfit);
        Err(error.id("InvalidOperation").category(Category::InvalidOperation))
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let set = io.set().clone();
        let jobs = match &*set.to_str() {
            "NameParameterSet" => choose::by_name(io, &self.name)?,
            "InstanceIdParameterSet" => choose::by_instance_id(io, &self.instance_id)?,
            "SessionIdParameterSet" => choose::by_id(io, &self.id)?,
            _ => choose::given(&self.job),
        };
        for job in jobs {
            if !self.wait.0 {
                self.receive(io, &job, None)?;
            } else if !self.jobs.iter().any(|other| other.same(&job)) {
                self.jobs.push(job);
            }
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        if !self.wait.0 {
            return Ok(());
        }
        if self.write_events.0 {
            self.changes.watch(&self.jobs);
        }
        if self.write_job_in_results.0 {
            self.jobs.iter().try_for_each(|job| io.write(Value::Object(job.clone())))?;
        }
        loop {
            let over = self.jobs.iter().all(choose::is_over);
            for job in &self.jobs {
                self.receive(io, job, None)?;
            }
            if over {
                break;
            }
            choose::wait_for(io.rs, &self.jobs, None, |jobs| {
                jobs.iter().all(choose::is_over) || jobs.iter().any(holds_something)
            })?;
        }
        for (job, change) in self.changes.take() {
            io.write(described(job, change))?;
        }
        if self.auto_remove_job.0 {
            self.jobs.iter().for_each(|job| _ = io.rs.jobs.remove(job));
        }
        Ok(())
    }
}

impl Changes {
    fn watch(&mut self, jobs: &[Obj]) {
        let parents = jobs.iter().filter_map(|job| job.get::<Job>()).map(|job| job.payload());
        let children = parents.flat_map(|job| &job.parts.children);
        for job in jobs.iter().chain(children).filter_map(|job| job.get::<Job>()) {
            if job.state().is_final() {
                continue;
            }
            let seen = self.seen.clone();
            self.subscriptions
                .push(Job::subscribe(job, Arc::new(move |job, change| seen.lock().push((job, change)))));
        }
    }

    /// The changes until now, those of jobs before those of their children.
    fn take(&mut self) -> Vec<(Value, Value)> {
        self.subscriptions.clear();
        let mut seen = std::mem::take(&mut *self.seen.lock());
        let is_child = |job: &Value| {
            job.cell()
                .and_then(|job| job.get::<Job>())
                .is_some_and(|j| j.parts.kind == JobKind::BackgroundChild)
        };
        seen.sort_by_key(|(job, _)| is_child(job));
        seen
    }
}

/// A change of state says which job's it is.
fn described(job: Value, change: Value) -> Value {
    if let (Some(obj), Some(job)) = (change.cell(), job.cell().and_then(|job| job.get::<Job>())) {
        let notes: [(&str, Value); 2] =
            [("PSEventObject", Value::Bool(true)), ("PSSourceJobInstanceId", job.instance_id.into())];
        for (name, note) in notes {
            obj.attached_or_new().set(obj, PsString::from(name), Member::Note(note));
        }
    }
    change
}

fn holds_something(job: &Obj) -> bool {
    let Some(job) = job.get::<Job>() else { return false };
    let own = |stream| job.stream(stream).get::<DataCollection>().is_some_and(|stream| !stream.is_empty());
    JobStream::ALL.into_iter().any(own)
        || job.has_questions()
        || job.parts.children.iter().any(holds_something)
}

impl ReceiveJob {
    /// Gives what a job and its children have put out until now.
    fn receive(&self, io: &mut Io<'_>, object: &Obj, parent: Option<&Obj>) -> Result<()> {
        let Some(job) = object.get::<Job>() else { return Ok(()) };
        let here = if io.is_bound("Location") {
            self.location.iter().any(|location| location.eq_ignore_case(&job.parts.location))
        } else if io.is_bound("ComputerName") {
            self.computer_name.iter().any(|computer| computer.eq_ignore_case(&job.parts.location))
        } else {
            !io.is_bound("Session")
        };
        // a job with children has no place of its own: that of each child counts
        if here || !job.parts.children.is_empty() {
            let over = job.state().is_final();
            let mut items = Vec::new();
            for stream in JobStream::ALL {
                let Some(collection) = job.stream(stream).get::<DataCollection>() else { continue };
                let taken = if self.keep.0 {
                    DataCollection::items(collection, io.rs)?
                } else {
                    DataCollection::take(collection, io.rs)?
                };
                items.extend(taken.into_iter().map(|(order, item)| (order, Came::Item(stream, item))));
            }
            let questions = job
                .take_questions(self.keep.0)
                .into_iter()
                .map(|(order, asked)| (order, Came::Question(asked)));
            items.extend(questions);
            items.sort_by_key(|(order, _)| *order);
            for (_, came) in items {
                match came {
                    Came::Item(stream, item) => self.hand_out(io, job.payload(), stream, item)?,
                    Came::Question(question) => answer(io, job, parent, question)?,
                }
            }
            if let Some(reason) = job.info().reason.filter(|_| over) {
                let record = reason.record(io.rs);
                io.pass_error(&record)?;
            }
        }
        if self.no_recurse.0 {
            return Ok(());
        }
        job.parts.children.iter().try_for_each(|child| self.receive(io, child, Some(object)))
    }

    fn hand_out(&self, io: &mut Io<'_>, job: &Job, stream: JobStream, item: Value) -> Result<()> {
        match (stream, item.cell()) {
            (JobStream::Output, Some(obj)) => {
                if self.wait.0 {
                    let note = Member::Note(job.instance_id.into());
                    obj.attached_or_new().set(obj, "PSSourceJobInstanceId".into(), note);
                }
                io.write(item)
            }
            (JobStream::Error, Some(record)) => io.pass_error(record),
            (JobStream::Warning, Some(record)) => io.pass_text_record(Write::Warning, record),
            (JobStream::Verbose, Some(record)) => io.pass_text_record(Write::Verbose, record),
            (JobStream::Debug, Some(record)) => io.pass_text_record(Write::Debug, record),
            (JobStream::Information, Some(record)) => match record.get::<InformationRecord>() {
                Some(record) => io.information(copy(record.payload())),
                None => Ok(()),
            },
            (JobStream::Progress, Some(record)) => match record.get::<ProgressRecord>() {
                Some(record) => io.progress(record.record()),
                None => Ok(()),
            },
            (_, None) => io.write(item),
        }
    }
}

/// Something that came from a job.
enum Came {
    Item(JobStream, Value),
    Question(Arc<dyn HostQuestion>),
}

/// Puts a job's question to this pipeline's host. With the answer the job goes on.
fn answer(
    io: &mut Io<'_>,
    job: Handle<'_, Job>,
    parent: Option<&Obj>,
    question: Arc<dyn HostQuestion>,
) -> Result<()> {
    let host = io.rs.host.clone();
    let send = question.put(io.rs, host)?;
    let waiting = std::iter::once(job).chain(parent.and_then(|parent| parent.get::<Job>()));
    waiting
        .filter(|job| job.state() == JobState::Blocked)
        .for_each(|job| Job::change(job, JobState::Running, None));
    send();
    Ok(())
}

fn copy(record: &InformationRecord) -> InformationRecord {
    InformationRecord {
        data: record.data.clone(),
        source: record.source.clone(),
        time: record.time,
        tags: record.tags.clone(),
    }
}
