//! The end of a session.

use uuid::Uuid;

use super::pipeline::Phase as PipelinePhase;
use super::{Event, HostOutcome, Phase, Server, Transmit};
use crate::enumeration::RunspacePoolState;
use crate::lane::Lane;

impl Server {
    /// A client closes a pipeline or the pool. What still runs is stopped first; [`Transmit::CloseAck`] is the last
    /// of the lane.
    pub fn handle_close(&mut self, lane: Lane) {
        match lane {
            Lane::Pipeline(id) => self.close_pipeline(id),
            Lane::Pool => self.close_pool(),
        }
    }

    /// The client is gone without a close: everything that runs is stopped, nothing more is sent, and
    /// [`Event::Closed`] comes when it has ended.
    pub fn handle_client_gone(&mut self) {
        self.client_gone = true;
        self.close_pool();
    }

    pub(super) fn close_pool(&mut self) {
        self.close_requested = true;
        match self.phase {
            Phase::Unversioned | Phase::Negotiated => self.end_session(),
            Phase::Opening => {
                self.give_up_pool_calls();
                self.events.push_back(Event::StopOpening);
            }
            Phase::Opened => {
                self.phase = Phase::Closing;
                self.give_up_pipelines();
                self.close_when_idle();
            }
            Phase::Broken => self.close_when_idle(),
            Phase::Closing | Phase::Closed => {}
        }
    }

    /// Stops all pipelines and gives up the pool's host calls.
    pub(super) fn give_up_pipelines(&mut self) {
        self.give_up_pool_calls();
        let mut all: Vec<Uuid> = self.pipelines.keys().copied().collect();
        // in no order of their own: by id, so that equal sessions behave equally
        all.sort_unstable();
        // those that wait must not get the runspace of one that is stopped before them
        all.sort_by_key(|id| {
            self.pipelines.get(id).is_some_and(|found| matches!(found.phase, PipelinePhase::Running { .. }))
        });
        for id in all {
            self.stop_pipeline(id);
        }
    }

    /// The pool's host calls that wait for an answer will get none.
    pub(super) fn give_up_pool_calls(&mut self) {
        for call_id in self.pool_calls.take_all() {
            self.events.push_back(Event::HostReturned {
                lane: Lane::Pool,
                call_id,
                outcome: HostOutcome::Stopped,
            });
        }
    }

    /// Goes on with the pool's close, if it was asked for and the last pipeline has ended.
    pub(super) fn close_when_idle(&mut self) {
        let idle = self.pipelines.values().all(|pipeline| matches!(pipeline.phase, PipelinePhase::Ended));
        if !self.close_requested || !idle {
            return;
        }
        match self.phase {
            Phase::Closing => {
                self.send_pool_state(RunspacePoolState::CLOSING, None);
                self.send_pool_state(RunspacePoolState::CLOSED, None);
                self.end_session();
            }
            // the client has had its last state
            Phase::Broken => self.end_session(),
            _ => {}
        }
    }

    fn end_session(&mut self) {
        self.phase = Phase::Closed;
        self.pipelines.clear();
        self.transmits.push_back(Transmit::CloseAck { lane: Lane::Pool });
        self.events.push_back(Event::Closed);
    }
}
