//! The states of a job, and what tells of them.

use super::failure::Failure;
use pwsh_value::ty::named;
use pwsh_value::{Obj, Payload, Value};
use std::sync::Arc;

/// `System.Management.Automation.JobState`, by its numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JobState {
    /// Made, and not started.
    NotStarted = 0,
    /// Its session is being opened, or its script runs.
    Running = 1,
    /// Ran to its end.
    Completed = 2,
    /// Ended by a terminating error, or its session was lost.
    Failed = 3,
    /// Stopped on request.
    Stopped = 4,
    /// Waits for an answer from whoever receives it.
    Blocked = 5,
}

impl JobState {
    /// Whether nothing comes after this state.
    pub fn is_final(self) -> bool {
        matches!(self, JobState::Completed | JobState::Failed | JobState::Stopped)
    }

    /// The enum's value.
    pub fn value(self) -> Value {
        Value::enumeration(&named("System.Management.Automation.JobState"), self as i64)
    }
}

/// The streams of a job.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JobStream {
    /// Objects.
    Output,
    /// Errors.
    Error,
    /// Progress records.
    Progress,
    /// Verbose records.
    Verbose,
    /// Debug records.
    Debug,
    /// Warnings.
    Warning,
    /// Information records.
    Information,
}

impl JobStream {
    /// All, in the order in which a job's properties name them.
    pub const ALL: [JobStream; 7] = [
        JobStream::Output,
        JobStream::Error,
        JobStream::Progress,
        JobStream::Verbose,
        JobStream::Debug,
        JobStream::Warning,
        JobStream::Information,
    ];

    /// The type of the stream's items.
    pub(super) fn item_type(self) -> &'static str {
        match self {
            JobStream::Output => "System.Management.Automation.PSObject",
            JobStream::Error => "System.Management.Automation.ErrorRecord",
            JobStream::Progress => "System.Management.Automation.ProgressRecord",
            JobStream::Verbose => "System.Management.Automation.VerboseRecord",
            JobStream::Debug => "System.Management.Automation.DebugRecord",
            JobStream::Warning => "System.Management.Automation.WarningRecord",
            JobStream::Information => "System.Management.Automation.InformationRecord",
        }
    }
}

/// The payload of a `JobStateInfo`: a state, and why it came.
#[derive(Clone)]
pub struct JobStateInfo {
    /// The state.
    pub state: JobState,
    /// Why, for a job that failed.
    pub reason: Option<Arc<Failure>>,
}

impl JobStateInfo {
    /// The information as an object.
    pub fn object(self) -> Obj {
        Obj::new(named("System.Management.Automation.JobStateInfo"), self)
    }
}

impl Payload for JobStateInfo {}

/// The payload of a `JobStateEventArgs`: a change of state.
pub struct JobStateEvent {
    /// The state now.
    pub now: JobStateInfo,
    /// The state before.
    pub before: JobStateInfo,
}

impl JobStateEvent {
    /// The change as an object.
    pub fn object(self) -> Obj {
        Obj::new(named("System.Management.Automation.JobStateEventArgs"), self)
    }
}

impl Payload for JobStateEvent {}
