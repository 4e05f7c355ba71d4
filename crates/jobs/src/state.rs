//! The states of a job.

use std::fmt;

use psrp::enumeration::PipelineState;

/// How far a job or a child job is. The names are PowerShell's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JobState {
    /// Made, and not started.
    NotStarted,
    /// Its session is being opened, or its script runs.
    Running,
    /// Ran to its end; non-terminating errors do not count.
    Completed,
    /// Ended by a terminating error, or its session was lost.
    Failed,
    /// Stopped on request.
    Stopped,
    /// Waits for an answer from whoever receives it.
    Blocked,
}

impl JobState {
    /// Whether nothing comes after this state.
    pub fn is_final(self) -> bool {
        matches!(self, JobState::Completed | JobState::Failed | JobState::Stopped)
    }

    /// The state of a child whose pipeline ended so.
    pub fn of_pipeline(state: PipelineState) -> JobState {
        match state {
            PipelineState::COMPLETED => JobState::Completed,
            PipelineState::STOPPED => JobState::Stopped,
            _ => JobState::Failed,
        }
    }

    /// The state of a job with children in these states: PowerShell's rule is that a child that failed or was
    /// stopped tells when all have ended, and one that waits blocks the job before.
    pub fn of_children(children: impl IntoIterator<Item = JobState>) -> JobState {
        let children: Vec<JobState> = children.into_iter().collect();
        let any = |state| children.contains(&state);
        if !children.iter().all(|state| state.is_final()) {
            if any(JobState::Blocked) {
                JobState::Blocked
            } else if children.iter().all(|state| *state == JobState::NotStarted) {
                JobState::NotStarted
            } else {
                JobState::Running
            }
        } else if any(JobState::Failed) {
            JobState::Failed
        } else if any(JobState::Stopped) {
            JobState::Stopped
        } else {
            JobState::Completed
        }
    }
}

impl fmt::Display for JobState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            JobState::NotStarted => "NotStarted",
            JobState::Running => "Running",
            JobState::Completed => "Completed",
            JobState::Failed => "Failed",
            JobState::Stopped => "Stopped",
            JobState::Blocked => "Blocked",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::JobState::*;
    use super::*;

    #[test]
    fn a_job_ends_with_the_worst_of_its_children() {
        for (children, expected) in [
            (vec![NotStarted], NotStarted),
            (vec![NotStarted, Running], Running),
            (vec![Completed, Running], Running),
            (vec![Failed, Running], Running),
            (vec![Blocked, Running], Blocked),
            (vec![Completed, Completed], Completed),
            (vec![Completed, Stopped], Stopped),
            (vec![Failed, Stopped, Completed], Failed),
        ] {
            assert_eq!(JobState::of_children(children.clone()), expected, "{children:?}");
        }
    }
}
