//! Pipelines that run within a running one, between its statements (IsNested, [MS-PSRP] 2.2.2.10).

use super::machine::Task;
use super::pipeline::{Ending, Exit, Within};
use super::{Control, Session};
use psrp::server::PipelineOutcome;
use pwsh_runtime::Runspace;
use pwsh_runtime::host::Nested;
use std::sync::Arc;

/// The pipelines within the one of `control`.
pub(super) struct NestedPipelines {
    pub(super) session: Arc<Session>,
    pub(super) control: Arc<Control>,
}

impl Nested for NestedPipelines {
    fn run_waiting(&self, rs: &mut Runspace) {
        while let Some(task) = self.control.next_nested() {
            let Task::Pipeline { id, create, control } = task else {
                debug_assert!(false, "only pipelines are nested");
                continue;
            };
            self.control.set_inner(Some(control.clone()));
            let ending = match control.attention.is_stopping() {
                true => Ok(PipelineOutcome::Stopped(None)),
                false => self.session.run_pipeline(rs, &create, &control, Within::Another),
            };
            self.control.set_inner(None);
            control.drop_input(&self.session.end);
            self.end(id, ending);
        }
    }
}

impl NestedPipelines {
    fn end(&self, id: uuid::Uuid, ending: Ending) {
        let mut jobs = Vec::new();
        let mut machine = self.session.machine.lock();
        machine.running.remove(&id);
        let outcome = match ending {
            Ok(outcome) => outcome,
            Err(Exit(code)) => {
                self.session.exit(&mut machine, code, &mut jobs);
                PipelineOutcome::Stopped(None)
            }
        };
        // one that the machine does not know any more has no one to tell
        let _ = machine.server.finish_pipeline(id, outcome);
        self.session.flush(&mut machine, &mut jobs);
        drop(machine);
        self.session.start_jobs(jobs);
    }
}
