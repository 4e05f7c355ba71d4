//! The jobs that scripts start: each on a session of its own, of the engine that runs the script.

use std::sync::{Arc, Weak};

use crate::job_questions::Question;
use clixml::{Reader, tree};
use psjob_channel::{Engine, SessionStart};
use psjob_jobs::{Cause, JobEvent, JobStart, Reason, RunningJob, Stopper};
use psrp::client::Record;
use psrp::command::{Command, CommandParameter};
use psrp::host::HostInfo;
use pwsh_runtime::job::{
    BackgroundCommand, BackgroundStart, JobControl, JobFailure, JobSink, JobSource, JobState, JobStream,
    StartedJob,
};

/// The stack of a thread that only takes in what a job tells.
const STACK: usize = 512 << 10;

/// Starts jobs on an engine. It does not keep the engine, which holds it.
pub struct LocalJobs<E> {
    engine: Weak<E>,
}

impl<E: Engine + 'static> LocalJobs<E> {
    /// Jobs on sessions of `engine`.
    pub fn of(engine: &Arc<E>) -> Arc<LocalJobs<E>> {
        Arc::new(LocalJobs { engine: Arc::downgrade(engine) })
    }
}

impl<E: Engine + 'static> JobSource for LocalJobs<E> {
    fn start(&self, start: BackgroundStart, sink: Arc<dyn JobSink>) -> Result<StartedJob, String> {
        let engine = self.engine.upgrade().ok_or("the engine has ended")?;
        let commands = start.commands.iter().map(command).collect::<Result<_, _>>()?;
        let session = SessionStart {
            working_directory: Some(start.working_directory),
            start_script: start.start_script,
            configuration_file: None,
            environment: Some(start.environment),
        };
        // name, number and text are the runtime's affair
        let host = if start.has_host {
            HostInfo { is_host_null: false, is_host_ui_null: false, ..HostInfo::NONE }
        } else {
            HostInfo::NONE
        };
        let job = JobStart { commands, input: start.input, session, host, ..JobStart::default() };
        let mut running = RunningJob::start(&*engine, 0, job).map_err(|failure| failure.to_string())?;
        let started =
            StartedJob { runspace: running.runspace(), control: Box::new(Control(running.stopper())) };
        std::thread::Builder::new()
            .name("job".into())
            .stack_size(STACK)
            .spawn(move || tell(&mut running, &*sink))
            .map_err(|error| error.to_string())?;
        Ok(started)
    }
}

struct Control(Stopper);

impl JobControl for Control {
    fn stop(&self) {
        self.0.stop();
    }
}

fn command(command: &BackgroundCommand) -> Result<Command, String> {
    let mut parameters = Vec::with_capacity(command.arguments.len());
    for (name, data) in &command.arguments {
        parameters.push(CommandParameter { name: name.as_deref().map(Into::into), value: value(data)? });
    }
    let text = command.text.as_str();
    let of_kind = if command.is_script { Command::script(text) } else { Command::named(text) };
    Ok(Command { parameters, ..of_kind })
}

fn value(data: &[u8]) -> Result<tree::Value, String> {
    if data.is_empty() {
        return Ok(tree::Value::Null);
    }
    tree::read(Reader::new(data)).map_err(|error| error.to_string())
}

/// Tells what comes of a job until its session is closed.
fn tell(running: &mut RunningJob, sink: &dyn JobSink) {
    loop {
        match running.next_event() {
            Ok(Some(JobEvent::Output(data))) => sink.output(data),
            Ok(Some(JobEvent::Record { record, data })) => sink.record(stream(&record), data),
            Ok(Some(JobEvent::HostCall(asked))) => {
                if let Some(question) = Question::of(asked) {
                    sink.asks(Arc::new(question));
                }
            }
            Ok(Some(JobEvent::StateChanged(state))) => {
                sink.changed(state_of(state), running.job().reason().map(failure));
            }
            Ok(None) => return,
            Err(error) => {
                return sink.changed(JobState::Failed, Some(JobFailure::Session(error.to_string())));
            }
        }
    }
}

fn stream(record: &Record) -> JobStream {
    match record {
        Record::Error(_) => JobStream::Error,
        Record::Warning(_) => JobStream::Warning,
        Record::Verbose(_) => JobStream::Verbose,
        Record::Debug(_) => JobStream::Debug,
        Record::Progress(_) => JobStream::Progress,
        Record::Information(_) => JobStream::Information,
    }
}

fn state_of(state: psjob_jobs::JobState) -> JobState {
    match state {
        psjob_jobs::JobState::NotStarted => JobState::NotStarted,
        psjob_jobs::JobState::Running => JobState::Running,
        psjob_jobs::JobState::Completed => JobState::Completed,
        psjob_jobs::JobState::Failed => JobState::Failed,
        psjob_jobs::JobState::Stopped => JobState::Stopped,
        psjob_jobs::JobState::Blocked => JobState::Blocked,
    }
}

/// The error of a job's script as it came; what its session reported otherwise, in the words that a client reads
/// from a server process.
fn failure(reason: &Reason) -> JobFailure {
    let record = || {
        let error = reason.error.as_ref()?;
        tree::to_wire(&error.to_value(), &clixml::NoKey).ok()
    };
    match reason.cause {
        Cause::Exit(code) => JobFailure::Exit(code),
        Cause::Open => JobFailure::Session(format!("Remote transport error: {}", reason.message)),
        Cause::Script => {
            record().map_or_else(|| JobFailure::Session(reason.message.clone()), JobFailure::Record)
        }
        Cause::Lost => JobFailure::Session(reason.message.clone()),
    }
}
