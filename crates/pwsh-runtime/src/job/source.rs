//! What runs background jobs: given to the engine by whoever can open sessions.

use super::object::Job;
use super::state::{JobState, JobStream};
use crate::Runspace;
use crate::host::Host;
use bytes::Bytes;
use pwsh_value::{Obj, Result};
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

/// Starts background jobs, each on a session of its own.
pub trait JobSource: Send + Sync {
    /// Starts a job and returns at once. `sink` is told what comes of it, its final state last.
    ///
    /// # Errors
    /// The reason, if no session can be had.
    fn start(
        &self,
        start: BackgroundStart,
        sink: Arc<dyn JobSink>,
    ) -> std::result::Result<StartedJob, String>;
}

/// What a background job is to do.
pub struct BackgroundStart {
    /// The commands of its pipeline.
    pub commands: Vec<BackgroundCommand>,
    /// The objects that it reads, each as CLIXML; `None` for one without input.
    pub input: Option<Vec<Bytes>>,
    /// What runs before it.
    pub start_script: Option<String>,
    /// Where it runs.
    pub working_directory: PathBuf,
    /// Its environment.
    pub environment: Vec<(OsString, OsString)>,
    /// Whether there is a host that it may ask.
    pub has_host: bool,
}

/// A command of a background job.
pub struct BackgroundCommand {
    /// The command's name, or the script.
    pub text: String,
    /// Whether it is a script.
    pub is_script: bool,
    /// The arguments: a name for those that have one, and the value as CLIXML, empty for null.
    pub arguments: Vec<(Option<String>, Vec<u8>)>,
}

/// A job that was started.
pub struct StartedJob {
    /// The id of its runspace.
    pub runspace: Uuid,
    /// Acts on it; dropping it leaves the job alone.
    pub control: Box<dyn JobControl>,
}

/// Acts on a running job from any thread.
pub trait JobControl: Send + Sync {
    /// Asks it to stop; its sink is told when it has.
    fn stop(&self);
}

/// Is told what comes of a job, on a thread of the job's source.
pub trait JobSink: Send + Sync {
    /// It put an object out: its CLIXML, empty for null.
    fn output(&self, data: Bytes);
    /// It wrote a record to another stream: the record's CLIXML as its message has it ([MS-PSRP] 2.2.2).
    fn record(&self, stream: JobStream, data: Bytes);
    /// It calls the host, which answers when the job is received.
    fn asks(&self, question: Arc<dyn HostQuestion>);
    /// It came into another state.
    fn changed(&self, state: JobState, reason: Option<JobFailure>);
}

/// A call of the host by a job.
pub trait HostQuestion: Send + Sync {
    /// Whether the job waits for an answer.
    fn waits(&self) -> bool;

    /// Puts it to the host of the job's receiver, waiting for the user. What this gives then sends the answer.
    ///
    /// # Errors
    /// If the receiver is stopped meanwhile.
    fn put(&self, rs: &mut Runspace, host: Option<Arc<dyn Host>>) -> Result<Answer>;
}

/// Sends the answer to a question.
pub type Answer = Box<dyn FnOnce() + Send>;

/// Why a job failed.
pub enum JobFailure {
    /// Its script did: the error record's CLIXML.
    Record(Vec<u8>),
    /// Its session did: what it reported, without a full stop.
    Session(String),
    /// Its script ended the session with that exit code.
    Exit(i32),
}

/// The sink of a job with one child: fills the child's streams and changes the states of both.
pub struct ChildSink {
    /// The job.
    pub parent: Obj,
    /// Its child.
    pub child: Obj,
}

impl JobSink for ChildSink {
    fn output(&self, data: Bytes) {
        self.record(JobStream::Output, data);
    }

    fn record(&self, stream: JobStream, data: Bytes) {
        if let Some(child) = self.child.get::<Job>() {
            child.add(stream, data);
        }
    }

    fn asks(&self, question: Arc<dyn HostQuestion>) {
        let Some(child) = self.child.get::<Job>() else { return };
        let waits = question.waits();
        child.ask(question);
        if waits {
            self.changed(JobState::Blocked, None);
        }
    }

    fn changed(&self, state: JobState, reason: Option<JobFailure>) {
        if let (Some(child), Some(parent)) = (self.child.get::<Job>(), self.parent.get::<Job>()) {
            Job::change(child, state, reason);
            Job::change(parent, parent.state_after(state), None);
        }
    }
}
