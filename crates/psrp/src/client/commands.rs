//! What a user asks of the client machine.

use uuid::Uuid;

use super::pipeline::Pipeline;
use super::{Client, CommandError, Phase, Transmit};
use crate::command::StreamMerges;
use crate::fragment::Fragments;
use crate::host::{HostMethod, HostReturn};
use crate::lane::{Lane, Stream};
use crate::message::{
    Body, ConnectRunspacePool, CreatePipeline, GetAvailableRunspaces, GetCommandMetadata, HostResponse,
    InitRunspacePool, MessageType, PipelineHostResponse, ResetRunspaceState, RunspacePoolHostResponse,
    SessionCapability, SetMaxRunspaces, SetMinRunspaces,
};
use crate::record::ErrorRecord;
use crate::version::ProtocolVersion;

impl Client {
    /// Asks for the pool.
    ///
    /// # Errors
    /// If that was done before.
    pub fn open(&mut self) -> Result<(), CommandError> {
        let init = InitRunspacePool {
            min_runspaces: self.options.min_runspaces,
            max_runspaces: self.options.max_runspaces,
            thread_options: self.options.thread_options,
            apartment_state: self.options.apartment_state,
            application_arguments: self.options.application_arguments.clone(),
            host_info: self.options.host_info.clone(),
        };
        self.begin(Phase::Opening, &init)
    }

    /// Asks to take over a pool that another client made. Protocol 2.2 and later; the answer comes as data of the
    /// pool's lane.
    ///
    /// # Errors
    /// If the session was opened before, or the offered version cannot connect.
    pub fn connect(&mut self) -> Result<(), CommandError> {
        if !self.options.version.can_connect() {
            let (expected, found) = (ProtocolVersion::V2_2, self.options.version);
            return Err(CommandError::Version { expected, found });
        }
        self.begin(Phase::Connecting, &ConnectRunspacePool::default())
    }

    /// The two messages that begin a session travel in one piece, as PowerShell's client sends them.
    fn begin<B: Body>(&mut self, phase: Phase, body: &B) -> Result<(), CommandError> {
        if self.phase != Phase::New {
            return Err(CommandError::Pool { expected: "new" });
        }
        let capability = SessionCapability::new(self.options.version.number());
        let capability = self.writer.message(&capability, &self.secure_strings)?;
        let body = self.writer.message(body, &self.secure_strings)?;
        let bytes = [capability.into_bytes(), body.into_bytes()].concat().into();
        self.transmits.push_back(Transmit::Data { lane: Lane::Pool, stream: Stream::Default, bytes });
        self.phase = phase;
        Ok(())
    }

    /// Runs a pipeline under a new id. What the server's version does not know of is left out.
    ///
    /// # Errors
    /// If the pool is not open, the id is taken, or an argument holds a secure string and there is no session key
    /// yet.
    pub fn create_pipeline(&mut self, pipeline: Uuid, create: &CreatePipeline) -> Result<(), CommandError> {
        let mut create = create.clone();
        for command in create.power_shell.statements.iter_mut().flatten() {
            command.merges =
                command.merges.filter(|_| self.version.merges_streams()).map(|merges| StreamMerges {
                    information: merges.information.filter(|_| self.version.merges_information()),
                    ..merges
                });
        }
        self.begin_pipeline(pipeline, !create.no_input, &create)
    }

    /// Asks which commands there are, as a pipeline under a new id.
    ///
    /// # Errors
    /// As of [`create_pipeline`](Self::create_pipeline).
    pub fn get_command_metadata(
        &mut self,
        pipeline: Uuid,
        query: &GetCommandMetadata,
    ) -> Result<(), CommandError> {
        self.begin_pipeline(pipeline, false, query)
    }

    fn begin_pipeline<B: Body>(
        &mut self,
        pipeline: Uuid,
        takes_input: bool,
        body: &B,
    ) -> Result<(), CommandError> {
        self.check_opened()?;
        if pipeline.is_nil() || self.pipelines.contains_key(&pipeline) {
            return Err(CommandError::Exists);
        }
        let lane = Lane::Pipeline(pipeline);
        let fragments = self.writer.for_lane(lane).message(body, &self.secure_strings)?;
        self.pipelines.insert(pipeline, Pipeline::new(self.options.object_limit, takes_input));
        self.transmits.push_back(Transmit::Command { pipeline });
        self.transmit(lane, Stream::Default, fragments);
        Ok(())
    }

    /// Sends an object to a pipeline: its CLIXML without byte order mark, empty for `$null`.
    ///
    /// # Errors
    /// If there is no such pipeline, it takes no input, or its input has ended.
    pub fn write_input(&mut self, pipeline: Uuid, data: &[u8]) -> Result<(), CommandError> {
        self.input(pipeline, MessageType::PipelineInput, data)
    }

    /// Ends a pipeline's input. Of one that has ended already it is still sent, as PowerShell's client does.
    ///
    /// # Errors
    /// If there is no such pipeline, it takes no input, or its input has ended.
    pub fn end_input(&mut self, pipeline: Uuid) -> Result<(), CommandError> {
        self.input(pipeline, MessageType::EndOfPipelineInput, &[])
    }

    fn input(&mut self, pipeline: Uuid, kind: MessageType, data: &[u8]) -> Result<(), CommandError> {
        let found = self.pipelines.get_mut(&pipeline).ok_or(CommandError::NoPipeline)?;
        if !found.takes_input {
            return Err(CommandError::NoInput);
        }
        found.takes_input = kind != MessageType::EndOfPipelineInput;
        let lane = Lane::Pipeline(pipeline);
        let fragments = self.writer.for_lane(lane).payload(kind, data);
        self.transmit(lane, Stream::Default, fragments);
        Ok(())
    }

    /// Answers a host call: with what the method returned, or with the error that it threw.
    ///
    /// # Errors
    /// If no such call waits, or the answer holds a secure string and there is no session key yet.
    pub fn answer_host(
        &mut self,
        lane: Lane,
        call_id: i64,
        method: HostMethod,
        outcome: Result<&HostReturn, Box<ErrorRecord>>,
    ) -> Result<(), CommandError> {
        let waiting = match lane {
            Lane::Pool => self.pool_calls.contains(&call_id),
            Lane::Pipeline(id) => self.pipelines.get(&id).is_some_and(|found| found.calls.contains(&call_id)),
        };
        if !waiting {
            return Err(CommandError::NoCall { call_id });
        }
        let response = HostResponse { outcome: outcome.map(HostReturn::to_value), call_id, method };
        let writer = self.writer.for_lane(lane);
        let hook = &self.secure_strings;
        let fragments = match lane {
            Lane::Pool => writer.message(&RunspacePoolHostResponse(response), hook)?,
            Lane::Pipeline(_) => writer.message(&PipelineHostResponse(response), hook)?,
        };
        match lane {
            Lane::Pool => self.pool_calls.remove(&call_id),
            Lane::Pipeline(id) => {
                self.pipelines.get_mut(&id).is_some_and(|found| found.calls.remove(&call_id))
            }
        };
        self.transmit(lane, Stream::PromptResponse, fragments);
        Ok(())
    }

    /// Stops a pipeline. [`Event::PipelineEnded`](super::Event::PipelineEnded) follows, if it has not come already.
    ///
    /// # Errors
    /// If there is no such pipeline.
    pub fn stop(&mut self, pipeline: Uuid) -> Result<(), CommandError> {
        let found = self.pipelines.get(&pipeline).ok_or(CommandError::NoPipeline)?;
        if !found.ended {
            self.transmits.push_back(Transmit::Signal { pipeline });
        }
        Ok(())
    }

    /// Closes a pipeline, or with the pool the session. What runs is stopped by that.
    pub fn close(&mut self, lane: Lane) {
        if self.phase != Phase::Closed {
            self.transmits.push_back(Transmit::Close { lane });
        }
    }

    /// Asks for another maximum of runspaces. Gives the id that [`Event::Availability`](super::Event::Availability)
    /// will have.
    ///
    /// # Errors
    /// If the pool is not open.
    pub fn set_max_runspaces(&mut self, max_runspaces: i32) -> Result<i64, CommandError> {
        self.ask(|call_id| SetMaxRunspaces { max_runspaces, call_id })
    }

    /// Asks for another minimum of runspaces.
    ///
    /// # Errors
    /// If the pool is not open.
    pub fn set_min_runspaces(&mut self, min_runspaces: i32) -> Result<i64, CommandError> {
        self.ask(|call_id| SetMinRunspaces { min_runspaces, call_id })
    }

    /// Asks how many pipelines could start now.
    ///
    /// # Errors
    /// If the pool is not open.
    pub fn get_available_runspaces(&mut self) -> Result<i64, CommandError> {
        self.ask(|call_id| GetAvailableRunspaces { call_id })
    }

    /// Asks for the pool's one runspace to be as good as new.
    ///
    /// # Errors
    /// If the pool is not open, or the server is older than protocol 2.3.
    pub fn reset_runspace(&mut self) -> Result<i64, CommandError> {
        if !self.version.can_reset() {
            return Err(CommandError::Version { expected: ProtocolVersion::V2_3, found: self.version });
        }
        self.ask(|call_id| ResetRunspaceState { call_id })
    }

    fn ask<B: Body>(&mut self, body: impl FnOnce(i64) -> B) -> Result<i64, CommandError> {
        self.check_opened()?;
        let call_id = self.last_call + 1;
        let fragments = self.writer.message(&body(call_id), &self.secure_strings)?;
        self.last_call = call_id;
        self.transmit(Lane::Pool, Stream::Default, fragments);
        Ok(call_id)
    }

    fn check_opened(&self) -> Result<(), CommandError> {
        if self.phase == Phase::Opened { Ok(()) } else { Err(CommandError::Pool { expected: "opened" }) }
    }

    pub(super) fn transmit(&mut self, lane: Lane, stream: Stream, fragments: Fragments) {
        self.transmits.push_back(Transmit::Data { lane, stream, bytes: fragments.into_bytes() });
    }
}
