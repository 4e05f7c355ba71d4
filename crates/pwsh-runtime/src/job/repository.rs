//! The jobs of a runspace.

use super::object::Job;
use pwsh_value::Obj;

/// The jobs that Get-Job lists, in the order in which they were made. When it is dropped with its runspace, all are
/// stopped.
#[derive(Default)]
pub struct JobRepository {
    jobs: Vec<Obj>,
}

impl JobRepository {
    /// Adds a job.
    pub fn add(&mut self, job: Obj) {
        self.jobs.push(job);
    }

    /// Takes a job out; `false` if it is not here.
    pub fn remove(&mut self, job: &Obj) -> bool {
        let before = self.jobs.len();
        self.jobs.retain(|other| !other.same(job));
        self.jobs.len() < before
    }

    /// All jobs.
    pub fn all(&self) -> &[Obj] {
        &self.jobs
    }
}

impl Drop for JobRepository {
    fn drop(&mut self) {
        for job in self.jobs.iter().filter_map(|job| job.get::<Job>()) {
            let _ = job.ask_to_stop();
        }
    }
}
