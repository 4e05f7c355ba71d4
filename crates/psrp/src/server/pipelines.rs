//! The pipelines of a session: from the command to the final state.

use std::collections::VecDeque;

use bytes::Bytes;
use uuid::Uuid;

use super::pipeline::{Input, Phase as PipelinePhase, Pipeline, Work};
use super::{CommandError, Delivery, Event, HostOutcome, NoPipeline, Phase, RunspaceSlot, Server, Transmit};
use crate::command::DebuggerCommand;
use crate::enumeration::PipelineState;
use crate::error::{MessageError, protocol_error, with_causes};
use crate::lane::{Lane, Stream};
use crate::message::{
    Body, CreatePipeline, Destination, GetCommandMetadata, MessageType, PipelineHostResponse,
    PipelineStateMessage, RawMessage,
};
use crate::record::ErrorRecord;

/// How a pipeline ended.
#[derive(Debug, Clone, PartialEq)]
pub enum PipelineOutcome {
    /// It ran to its end, or left by `exit`.
    Completed,
    /// It was stopped; with PowerShell's error of that, if it had begun to run.
    Stopped(Option<Box<ErrorRecord>>),
    /// A terminating error ended it.
    Failed(Box<ErrorRecord>),
}

impl PipelineOutcome {
    fn into_message(self) -> PipelineStateMessage {
        let (state, error) = match self {
            Self::Completed => (PipelineState::COMPLETED, None),
            Self::Stopped(error) => (PipelineState::STOPPED, error),
            Self::Failed(error) => (PipelineState::FAILED, Some(error)),
        };
        PipelineStateMessage { state, error: error.map(|error| *error) }
    }
}

impl Server {
    /// A client announces a pipeline. What it runs comes as data.
    ///
    /// # Errors
    /// If the pool is not open, or there is one of this id. Nothing was changed then.
    pub fn handle_command(&mut self, pipeline: Uuid) -> Result<(), CommandError> {
        if self.phase != Phase::Opened {
            return Err(CommandError::NotOpened);
        }
        if pipeline.is_nil() || self.pipelines.contains_key(&pipeline) {
            return Err(CommandError::Exists);
        }
        self.pipelines.insert(pipeline, Pipeline::new(self.options.object_limit));
        self.transmits.push_back(Transmit::CommandAck { pipeline });
        Ok(())
    }

    /// A client stops a pipeline. Acknowledged when it has ended; at once if it has already, or never was.
    pub fn handle_signal(&mut self, pipeline: Uuid) {
        match self.pipelines.get_mut(&pipeline) {
            Some(found) if !matches!(found.phase, PipelinePhase::Ended) => {
                found.signalled = true;
                self.stop_pipeline(pipeline);
            }
            _ => self.transmits.push_back(Transmit::SignalAck { pipeline }),
        }
    }

    /// Sends a pipeline's final state and frees its runspace for the next one. All that its writer made must have
    /// been sent before.
    ///
    /// # Errors
    /// If there is no such pipeline, or it has ended.
    pub fn finish_pipeline(&mut self, pipeline: Uuid, outcome: PipelineOutcome) -> Result<(), NoPipeline> {
        let found = self.pipelines.get_mut(&pipeline).ok_or(NoPipeline)?;
        if matches!(found.phase, PipelinePhase::Ended) {
            return Err(NoPipeline);
        }
        found.phase = PipelinePhase::Ended;
        let (signalled, closing) = (std::mem::take(&mut found.signalled), found.closing);
        self.end_calls(pipeline);
        let lane = Lane::Pipeline(pipeline);
        if let Err(error) = self.send(lane, &outcome.into_message()) {
            // the error holds a secure string that there is no key for; without it the client would wait for ever
            let error = Some(protocol_error(with_causes(&error)));
            self.send_plain(lane, &PipelineStateMessage { state: PipelineState::FAILED, error });
        }
        if signalled {
            self.transmits.push_back(Transmit::SignalAck { pipeline });
        }
        if closing {
            self.remove_pipeline(pipeline);
        }
        self.runspaces.release(pipeline);
        self.drop_surplus();
        self.start_waiting();
        self.close_when_idle();
        Ok(())
    }

    /// Closes a pipeline for the client: acknowledged when it has ended.
    pub(super) fn close_pipeline(&mut self, pipeline: Uuid) {
        match self.pipelines.get_mut(&pipeline) {
            Some(found) if !matches!(found.phase, PipelinePhase::Ended) => {
                found.closing = true;
                self.stop_pipeline(pipeline);
            }
            _ => self.remove_pipeline(pipeline),
        }
    }

    fn remove_pipeline(&mut self, pipeline: Uuid) {
        self.pipelines.remove(&pipeline);
        self.transmits.push_back(Transmit::CloseAck { lane: Lane::Pipeline(pipeline) });
    }

    /// Stops a pipeline: one that does not run yet ends at once.
    pub(super) fn stop_pipeline(&mut self, pipeline: Uuid) {
        let Some(found) = self.pipelines.get_mut(&pipeline) else { return };
        match found.phase {
            PipelinePhase::Announced | PipelinePhase::Waiting { .. } => {
                let ended = self.finish_pipeline(pipeline, PipelineOutcome::Stopped(None));
                debug_assert!(ended.is_ok(), "it has not ended");
            }
            PipelinePhase::Running { .. } => {
                found.phase = PipelinePhase::Stopping;
                self.end_calls(pipeline);
                self.events.push_back(Event::StopPipeline { pipeline });
            }
            PipelinePhase::Stopping | PipelinePhase::Ended => {}
        }
    }

    /// The host calls of a pipeline that wait for an answer will get none.
    fn end_calls(&mut self, pipeline: Uuid) {
        let Some(found) = self.pipelines.get_mut(&pipeline) else { return };
        let lane = Lane::Pipeline(pipeline);
        for call_id in found.calls.take_all() {
            self.events.push_back(Event::HostReturned { lane, call_id, outcome: HostOutcome::Stopped });
        }
    }

    pub(super) fn handle_pipeline_data(&mut self, pipeline: Uuid, stream: Stream, bytes: &[u8]) -> Delivery {
        let limit = self.options.pipeline_data_limit;
        let Some(found) = self.pipelines.get_mut(&pipeline) else { return Delivery::UnknownPipeline };
        found.received = found.received.saturating_add(bytes.len());
        if let Some(limit) = limit.filter(|limit| found.received > *limit) {
            self.fail_pipeline(pipeline, MessageError::TooMuchData { limit });
            return Delivery::Taken;
        }
        let mut input = bytes;
        loop {
            let Some(found) = self.pipelines.get_mut(&pipeline) else { return Delivery::Taken };
            if matches!(found.phase, PipelinePhase::Ended) {
                return Delivery::Taken;
            }
            match found.reader(stream).read(&mut input) {
                Ok(Some(message)) => self.handle_pipeline_message(pipeline, message),
                Ok(None) => return Delivery::Taken,
                Err(error) => {
                    self.fail_pipeline(pipeline, error.into());
                    return Delivery::Taken;
                }
            }
        }
    }

    fn handle_pipeline_message(&mut self, pipeline: Uuid, message: RawMessage) {
        let lane = Lane::Pipeline(pipeline);
        let announced = self
            .pipelines
            .get(&pipeline)
            .is_some_and(|found| matches!(found.phase, PipelinePhase::Announced));
        let handled = message.map_err(MessageError::Header).and_then(|(header, data)| {
            header.check(Destination::Server, self.pool, lane)?;
            if announced {
                self.begin_pipeline(pipeline, header.kind, &data)
            } else {
                self.handle_to_pipeline(pipeline, header.kind, data)
            }
        });
        match handled {
            Ok(()) => {}
            // nothing else can begin it
            Err(error) if announced => self.fail_pipeline(pipeline, error),
            Err(error) => self.events.push_back(Event::MessageRefused { lane, error }),
        }
    }

    /// Ends a pipeline for what its client sent. One that runs is told to stop; its end is reported now.
    fn fail_pipeline(&mut self, pipeline: Uuid, error: MessageError) {
        let Some(found) = self.pipelines.get_mut(&pipeline) else { return };
        let lane = Lane::Pipeline(pipeline);
        match found.phase {
            PipelinePhase::Ended => return,
            PipelinePhase::Announced | PipelinePhase::Waiting { .. } => {
                let outcome = PipelineOutcome::Failed(Box::new(protocol_error(with_causes(&error))));
                let ended = self.finish_pipeline(pipeline, outcome);
                debug_assert!(ended.is_ok(), "it has not ended");
            }
            // whoever runs it reports its end, since the runspace is not free before
            PipelinePhase::Running { .. } | PipelinePhase::Stopping => self.stop_pipeline(pipeline),
        }
        self.events.push_back(Event::MessageRefused { lane, error });
    }

    fn begin_pipeline(
        &mut self,
        pipeline: Uuid,
        kind: MessageType,
        data: &Bytes,
    ) -> Result<(), MessageError> {
        let hook = &self.secure_strings;
        let work = match kind {
            MessageType::CreatePipeline => Work::Pipeline(Box::new(CreatePipeline::from_bytes(data, hook)?)),
            MessageType::GetCommandMetadata => {
                Work::CommandMetadata(Box::new(GetCommandMetadata::from_bytes(data, hook)?))
            }
            _ => {
                return Err(MessageError::OutOfTurn { kind, circumstance: "before the pipeline's commands" });
            }
        };
        let work = match work {
            Work::Pipeline(create) => match self.begin_out_of_line(pipeline, create) {
                Some(create) => Work::Pipeline(create),
                None => return Ok(()),
            },
            metadata => metadata,
        };
        match self.runspaces.acquire(pipeline) {
            Some(runspace) => self.run(pipeline, work, runspace),
            None => self.set_phase(pipeline, PipelinePhase::Waiting { work, input: VecDeque::new() }),
        }
        Ok(())
    }

    /// Begins a pipeline that needs no runspace of its own. Gives back any other.
    fn begin_out_of_line(
        &mut self,
        pipeline: Uuid,
        create: Box<CreatePipeline>,
    ) -> Option<Box<CreatePipeline>> {
        let takes_input = !create.no_input;
        let event = if let Some(command) = DebuggerCommand::of(&create.power_shell) {
            Event::RunDebuggerCommand { pipeline, command, create }
        } else {
            let nested = create.is_nested || create.power_shell.is_nested;
            match self.runspaces.for_nested().filter(|_| nested) {
                Some(runspace) => Event::RunPipeline { pipeline, create, runspace, nested },
                None => return Some(create),
            }
        };
        self.set_phase(pipeline, PipelinePhase::Running { takes_input });
        self.events.push_back(event);
        None
    }

    fn run(&mut self, pipeline: Uuid, work: Work, runspace: RunspaceSlot) {
        self.set_phase(pipeline, PipelinePhase::Running { takes_input: work.takes_input() });
        self.events.push_back(match work {
            Work::Pipeline(create) => Event::RunPipeline { pipeline, create, runspace, nested: false },
            Work::CommandMetadata(query) => Event::GetCommandMetadata { pipeline, query, runspace },
        });
    }

    fn set_phase(&mut self, pipeline: Uuid, phase: PipelinePhase) {
        if let Some(found) = self.pipelines.get_mut(&pipeline) {
            found.phase = phase;
        }
    }

    /// Runs the pipelines that wait, as far as there are runspaces.
    pub(super) fn start_waiting(&mut self) {
        while let Some((pipeline, runspace)) = self.runspaces.start_next() {
            let Some(found) = self.pipelines.get_mut(&pipeline) else { continue };
            let phase = std::mem::replace(&mut found.phase, PipelinePhase::Announced);
            let PipelinePhase::Waiting { work, input } = phase else {
                debug_assert!(false, "only a waiting pipeline stands in line");
                found.phase = phase;
                continue;
            };
            self.run(pipeline, work, runspace);
            self.events.extend(input.into_iter().map(|input| input_event(pipeline, input)));
        }
    }

    pub(super) fn drop_surplus(&mut self) {
        while let Some(runspace) = self.runspaces.take_surplus() {
            self.events.push_back(Event::DropRunspace { runspace });
        }
    }

    fn handle_to_pipeline(
        &mut self,
        pipeline: Uuid,
        kind: MessageType,
        data: Bytes,
    ) -> Result<(), MessageError> {
        match kind {
            MessageType::PipelineInput => self.handle_input(pipeline, kind, Input::Object(data)),
            MessageType::EndOfPipelineInput => self.handle_input(pipeline, kind, Input::End),
            MessageType::PipelineHostResponse => self.handle_host_response(pipeline, &data),
            _ => Err(MessageError::OutOfTurn { kind, circumstance: "on a pipeline's stream" }),
        }
    }

    fn handle_input(&mut self, pipeline: Uuid, kind: MessageType, new: Input) -> Result<(), MessageError> {
        let Some(found) = self.pipelines.get_mut(&pipeline) else { return Ok(()) };
        let refused = MessageError::OutOfTurn { kind, circumstance: "for a pipeline without input" };
        match &mut found.phase {
            PipelinePhase::Waiting { work, input } if work.takes_input() => input.push_back(new),
            PipelinePhase::Running { takes_input } if *takes_input => {
                // nothing comes after the end
                *takes_input = !matches!(new, Input::End);
                self.events.push_back(input_event(pipeline, new));
            }
            PipelinePhase::Stopping | PipelinePhase::Ended => {}
            _ => return Err(refused),
        }
        Ok(())
    }

    fn handle_host_response(&mut self, pipeline: Uuid, data: &Bytes) -> Result<(), MessageError> {
        let Some(found) = self.pipelines.get_mut(&pipeline) else { return Ok(()) };
        match PipelineHostResponse::from_bytes(data, &self.secure_strings) {
            Ok(PipelineHostResponse(response)) => {
                let call_id = response.call_id;
                let outcome = match found.calls.finish(&response) {
                    Some(outcome) => outcome,
                    // the call was given up when its pipeline was stopped
                    None if matches!(found.phase, PipelinePhase::Stopping) => return Ok(()),
                    None => return Err(MessageError::UnknownCall { call_id }),
                };
                self.events.push_back(Event::HostReturned {
                    lane: Lane::Pipeline(pipeline),
                    call_id,
                    outcome,
                });
                Ok(())
            }
            Err(error) => {
                // nobody knows whose answer it was
                self.end_calls(pipeline);
                Err(error.into())
            }
        }
    }
}

fn input_event(pipeline: Uuid, input: Input) -> Event {
    match input {
        Input::Object(data) => Event::Input { pipeline, data },
        Input::End => Event::InputEnded { pipeline },
    }
}
