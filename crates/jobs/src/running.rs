//! A job that runs on a session of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use psjob_channel::{Engine, Lane, Notice, SessionStart};
use psrp::client::{ClientOptions, Event, Record};
use psrp::command::Command;
use psrp::enumeration::PipelineState;
use psrp::host::{HostCall, HostInfo, HostMethod, HostReturn};
use psrp::message::CreatePipeline;
use psrp::record::ErrorRecord;
use uuid::Uuid;

use crate::job::{Cause, Job, Reason};
use crate::pipelines;
use crate::session::{Happened, Session, SessionFailure};
use crate::state::JobState;

/// Input of this size is taken by every channel without a reader.
const ALWAYS_TAKEN: usize = 16 << 10;

/// What a job is to do.
#[derive(Debug, Clone)]
pub struct JobStart {
    /// Its name, `None` for one from its number.
    pub name: Option<String>,
    /// What users are shown of it.
    pub command: String,
    /// The commands of its pipeline.
    pub commands: Vec<Command>,
    /// The objects that it reads, each as CLIXML; `None` for one without input.
    pub input: Option<Vec<Bytes>>,
    /// How its session begins.
    pub session: SessionStart,
    /// The host that it may ask; whoever takes its events answers.
    pub host: HostInfo,
}

impl Default for JobStart {
    /// Nothing, without a host.
    fn default() -> Self {
        JobStart {
            name: None,
            command: String::new(),
            commands: Vec::new(),
            input: None,
            session: SessionStart::default(),
            host: HostInfo::NONE,
        }
    }
}

/// A call of the host by a job.
pub struct AskedHost {
    /// The call.
    pub call: Box<HostCall>,
    /// What answers it.
    pub answerer: Answerer,
}

impl std::fmt::Debug for AskedHost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AskedHost").field("call", &self.call).finish_non_exhaustive()
    }
}

/// Answers a host call, from any thread.
pub struct Answerer {
    session: Arc<Session>,
    lane: Lane,
    method: HostMethod,
    /// `None` where no answer is expected.
    call_id: Option<i64>,
}

impl Answerer {
    /// Whether the job waits for the answer.
    pub fn is_waited_for(&self) -> bool {
        self.call_id.is_some()
    }

    /// Sends what the method returned, or the error that it threw.
    pub fn answer(self, outcome: Result<&HostReturn, Box<ErrorRecord>>) -> Result<(), SessionFailure> {
        match self.call_id {
            Some(call_id) => self.session.answer_host(self.lane, call_id, self.method, outcome),
            None => Ok(()),
        }
    }
}

/// What comes of a job.
#[derive(Debug)]
pub enum JobEvent {
    /// It came into another state; the job has it already.
    StateChanged(JobState),
    /// It put an object out: its CLIXML, empty for `$null`.
    Output(Bytes),
    /// It calls the host.
    HostCall(AskedHost),
    /// It wrote to another stream.
    Record {
        /// The record.
        record: Record,
        /// Its CLIXML as it came.
        data: Bytes,
    },
}

/// Stops a job from any thread.
#[derive(Clone)]
pub struct Stopper {
    session: Arc<Session>,
    asked: Arc<AtomicBool>,
}

impl Stopper {
    /// Asks the job to stop. `finally` blocks run, and what they put out still comes.
    pub fn stop(&self) {
        self.asked.store(true, Ordering::SeqCst);
        self.session.interrupt();
    }
}

/// A job with the session that it runs on. Whoever holds it takes its events; dropping it ends the session.
pub struct RunningJob {
    job: Job,
    session: Arc<Session>,
    create: CreatePipeline,
    input: Option<Vec<Bytes>>,
    pipeline: Option<Uuid>,
    stop_asked: Arc<AtomicBool>,
    stop_sent: bool,
    open_failure: Option<String>,
}

impl RunningJob {
    /// Starts a background job on a new session of `engine`. `id` is its number.
    pub fn start(engine: &dyn Engine, id: u32, start: JobStart) -> Result<RunningJob, SessionFailure> {
        let create = pipelines::commands(start.commands, start.input.is_none());
        let options = ClientOptions { host_info: start.host.clone(), ..ClientOptions::default() };
        let session = Session::begin(engine, start.session, options)?;
        let mut job = Job::background(id, start.name, start.command);
        job.children[0].state = JobState::Running;
        Ok(RunningJob {
            job,
            session: Arc::new(session),
            create,
            input: start.input,
            pipeline: None,
            stop_asked: Arc::default(),
            stop_sent: false,
            open_failure: None,
        })
    }

    /// The job as it stands.
    pub fn job(&self) -> &Job {
        &self.job
    }

    /// The id of the runspace pool that it runs in.
    pub fn runspace(&self) -> Uuid {
        self.session.pool()
    }

    /// Stops it from elsewhere.
    pub fn stopper(&self) -> Stopper {
        Stopper { session: self.session.clone(), asked: self.stop_asked.clone() }
    }

    /// Waits for the next thing that comes of the job; `None` when its session is closed, which is after its
    /// final state.
    pub fn next_event(&mut self) -> Result<Option<JobEvent>, SessionFailure> {
        loop {
            self.stop_if_asked()?;
            let event = match self.session.next(None)? {
                None => continue,
                Some(Happened::Notice(notice)) => self.take_notice(notice),
                Some(Happened::Event(Event::Closed)) if self.job.state().is_final() => return Ok(None),
                Some(Happened::Event(event)) => self.take_event(event)?,
            };
            if event.is_some() {
                return Ok(event);
            }
        }
    }

    fn stop_if_asked(&mut self) -> Result<(), SessionFailure> {
        if self.stop_sent || !self.stop_asked.load(Ordering::SeqCst) {
            return Ok(());
        }
        self.stop_sent = true;
        match self.pipeline {
            Some(pipeline) => self.session.stop(pipeline),
            None => self.session.close(Lane::Pool),
        }
    }

    fn take_notice(&mut self, notice: Notice) -> Option<JobEvent> {
        match notice {
            Notice::OpenFailed { reason } => {
                self.open_failure = Some(reason);
                None
            }
            Notice::Exit { code } => {
                let message = format!("the job's session ended itself with exit code {code}");
                self.end(JobState::Failed, Some(Reason { message, error: None, cause: Cause::Exit(code) }))
            }
            // a job's session has one client from its beginning to its end
            Notice::Connect { .. } | Notice::Connected { .. } | Notice::ConnectRefused { .. } => None,
        }
    }

    fn take_event(&mut self, event: Event) -> Result<Option<JobEvent>, SessionFailure> {
        Ok(match event {
            Event::Opened { .. } if self.stop_sent => None,
            Event::Opened { .. } => {
                let pipeline = self.session.create_pipeline(&self.create)?;
                self.pipeline = Some(pipeline);
                if let Some(input) = self.input.take() {
                    feed(self.session.clone(), pipeline, input)?;
                }
                None
            }
            Event::Broken { error } => {
                let mut reason = self.reason(error, "the job's session could not be opened");
                reason.cause = Cause::Open;
                self.session.close(Lane::Pool)?;
                self.end(JobState::Failed, Some(reason))
            }
            Event::Output { data, .. } => Some(JobEvent::Output(data)),
            Event::Record { record, data, .. } => Some(JobEvent::Record { record, data }),
            Event::PipelineEnded { pipeline, state, error } => {
                let reason = (state == PipelineState::FAILED).then(|| self.reason(error, "the job failed"));
                self.session.close(Lane::Pipeline(pipeline))?;
                self.session.close(Lane::Pool)?;
                self.end(JobState::of_pipeline(state), reason)
            }
            Event::Closed if self.stop_sent => self.end(JobState::Stopped, None),
            Event::Closed => {
                let message = "the job's session closed or ended abnormally".into();
                self.end(JobState::Failed, Some(Reason { message, error: None, cause: Cause::Lost }))
            }
            Event::HostCall { lane, call_id, call } => {
                let method = call.method();
                let answerer = Answerer { session: self.session.clone(), lane, method, call_id };
                Some(JobEvent::HostCall(AskedHost { call, answerer }))
            }
            // a message that was left out has left out one event
            Event::UserEvent(_)
            | Event::Availability { .. }
            | Event::SessionKeyReady
            | Event::MessageRefused { .. } => None,
        })
    }

    fn reason(&mut self, error: Option<Box<ErrorRecord>>, otherwise: &str) -> Reason {
        let message = self.open_failure.take();
        let message = message.or_else(|| Some(error.as_ref()?.message()?.to_string()));
        Reason { message: message.unwrap_or_else(|| otherwise.into()), error, cause: Cause::Script }
    }

    fn end(&mut self, state: JobState, reason: Option<Reason>) -> Option<JobEvent> {
        let child = &mut self.job.children[0];
        if child.state.is_final() {
            return None;
        }
        child.state = state;
        child.reason = reason;
        Some(JobEvent::StateChanged(self.job.state()))
    }
}

/// The stack of a thread that only writes what is there.
const FEEDER_STACK: usize = 256 << 10;

/// Writes a pipeline's input. What may have to wait until the pipeline reads is written by a thread of its own,
/// since the job's must go on taking in what the pipeline puts out.
fn feed(session: Arc<Session>, pipeline: Uuid, input: Vec<Bytes>) -> Result<(), SessionFailure> {
    let size: usize = input.iter().map(Bytes::len).sum();
    let write = move || {
        input.iter().try_for_each(|object| session.write_input(pipeline, object))?;
        session.end_input(pipeline)
    };
    if size <= ALWAYS_TAKEN {
        return write();
    }
    let feeder = std::thread::Builder::new().name("job input".into()).stack_size(FEEDER_STACK);
    // a pipeline that ended early takes no more, which is no failure of the job
    let fed = feeder.spawn(move || drop(write()));
    fed.map(drop).map_err(SessionFailure::Thread)
}
