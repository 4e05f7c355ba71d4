//! What is known of a job.

use psrp::record::ErrorRecord;
use uuid::Uuid;

use crate::state::JobState;

/// A job: one child or more, each of which runs on a session of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// The number by which users name it.
    pub id: u32,
    /// The name by which users name it.
    pub name: String,
    /// The id that no other job has.
    pub instance_id: Uuid,
    /// What it runs.
    pub command: String,
    /// Its children.
    pub children: Vec<ChildJob>,
}

/// A part of a job, which runs in one place.
#[derive(Debug, Clone, PartialEq)]
pub struct ChildJob {
    /// Its number, from the same counter as the jobs'.
    pub id: u32,
    /// The id that no other job has.
    pub instance_id: Uuid,
    /// Where it runs.
    pub location: String,
    /// How far it is.
    pub state: JobState,
    /// Why it failed.
    pub reason: Option<Reason>,
}

/// What ended a child job that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Its script did, by an error.
    Script,
    /// Its session could not be opened.
    Open,
    /// Its session ended itself with that exit code.
    Exit(i32),
    /// Its session was lost.
    Lost,
}

/// Why a child job failed.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The text to show.
    pub message: String,
    /// The error as it came, if the session sent one.
    pub error: Option<Box<ErrorRecord>>,
    /// What ended it.
    pub cause: Cause,
}

impl Job {
    /// A background job with one child on this computer. `id` is the job's number, the child's is the next; without
    /// a name it is `Job` and the number.
    pub fn background(id: u32, name: Option<String>, command: String) -> Job {
        let child = ChildJob {
            id: id + 1,
            instance_id: Uuid::new_v4(),
            location: "localhost".into(),
            state: JobState::NotStarted,
            reason: None,
        };
        let name = name.unwrap_or_else(|| format!("Job{id}"));
        Job { id, name, instance_id: Uuid::new_v4(), command, children: vec![child] }
    }

    /// How far the job is as a whole.
    pub fn state(&self) -> JobState {
        JobState::of_children(self.children.iter().map(|child| child.state))
    }

    /// Where its children run.
    pub fn location(&self) -> String {
        let locations: Vec<&str> = self.children.iter().map(|child| child.location.as_str()).collect();
        locations.join(",")
    }

    /// Why it failed: the first child's reason that there is.
    pub fn reason(&self) -> Option<&Reason> {
        self.children.iter().find_map(|child| child.reason.as_ref())
    }
}
