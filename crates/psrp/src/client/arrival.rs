//! Data from the server.

use bytes::Bytes;
use clixml::{KeyError, ReadErrorKind};
use uuid::Uuid;

use super::{Client, Event, Phase, Record, Transmit};
use crate::crypto::{CryptoError, SecureStrings};
use crate::enumeration::{PipelineState, RunspacePoolState};
use crate::error::{MessageError, SessionError, protocol_error};
use crate::lane::Lane;
use crate::message::{
    Body, DecodeCause, DecodeError, Destination, HostCallMessage, MESSAGE_HEADER_LEN, Message, MessageHeader,
    MessageType, PipelineHostCall, RawMessage, RunspacePoolHostCall, SessionCapability, VOID_CALL_ID,
};
use crate::record::ErrorRecord;
use crate::version::ProtocolVersion;

impl Client {
    /// Takes a piece of a stream from the server, cut anywhere. Data of a pipeline that is closed is dropped.
    ///
    /// # Errors
    /// If the session cannot go on. [`Event::Broken`] was given; only the close is left.
    pub fn handle_data(&mut self, lane: Lane, bytes: &[u8]) -> Result<(), SessionError> {
        match lane {
            Lane::Pool => self.handle_pool_data(bytes).inspect_err(|_| self.break_pool(None)),
            Lane::Pipeline(id) => {
                self.handle_pipeline_data(id, bytes);
                Ok(())
            }
        }
    }

    /// The server has stopped a pipeline; its final state has come before.
    pub fn handle_signal_ack(&mut self, pipeline: Uuid) {
        // a server that lost the pipeline acknowledges without a state: nothing more comes of it
        let ended =
            self.pipelines.get_mut(&pipeline).is_some_and(|found| !std::mem::replace(&mut found.ended, true));
        if ended {
            let state = PipelineState::STOPPED;
            self.events.push_back(Event::PipelineEnded { pipeline, state, error: None });
        }
    }

    /// The server has closed a lane.
    pub fn handle_close_ack(&mut self, lane: Lane) {
        match lane {
            Lane::Pool => self.end_session(),
            Lane::Pipeline(id) => {
                self.pipelines.remove(&id);
                self.held.retain(|(held, ..)| *held != lane);
            }
        }
    }

    /// The server is gone: nothing more can be sent, and nothing comes.
    pub fn handle_server_gone(&mut self) {
        self.transmits.clear();
        self.end_session();
    }

    fn end_session(&mut self) {
        if self.phase != Phase::Closed {
            self.phase = Phase::Closed;
            self.pipelines.clear();
            self.held.clear();
            self.events.push_back(Event::Closed);
        }
    }

    fn break_pool(&mut self, error: Option<Box<ErrorRecord>>) {
        if !matches!(self.phase, Phase::Broken | Phase::Closed) {
            self.phase = Phase::Broken;
            self.events.push_back(Event::Broken { error });
        }
    }

    fn handle_pool_data(&mut self, bytes: &[u8]) -> Result<(), SessionError> {
        let mut input = bytes;
        while !matches!(self.phase, Phase::Broken | Phase::Closed) {
            match self.pool_reader.read(&mut input).map_err(SessionError::Fragment)? {
                Some(message) if !self.negotiated => self.negotiate(message)?,
                Some(message) => self.handle_raw(Lane::Pool, message),
                None => break,
            }
        }
        Ok(())
    }

    /// Whether the server's version will do ([MS-PSRP] 3.1.5.4.1): the one offered, or an older one.
    fn negotiate(&mut self, message: RawMessage) -> Result<(), SessionError> {
        let (header, data) = message.map_err(SessionError::Header)?;
        if header.kind != MessageType::SessionCapability {
            let expected = MessageType::SessionCapability;
            return Err(SessionError::OutOfTurn { expected, found: header.kind });
        }
        let capability =
            SessionCapability::from_bytes(&data, &clixml::NoKey).map_err(SessionError::Decode)?;
        let found = capability.protocol_version;
        let version = ProtocolVersion::from_number(found).filter(|version| *version <= self.options.version);
        self.version = version.ok_or(SessionError::Version { found })?;
        let SessionCapability { ps_version, serialization_version, .. } = capability;
        if ps_version != SessionCapability::PS_VERSION
            || serialization_version != SessionCapability::SERIALIZATION_VERSION
        {
            return Err(SessionError::Capability { ps_version, serialization_version });
        }
        self.secure_strings = SecureStrings::new(self.version);
        self.negotiated = true;
        Ok(())
    }

    fn handle_pipeline_data(&mut self, pipeline: Uuid, bytes: &[u8]) {
        let lane = Lane::Pipeline(pipeline);
        let mut input = bytes;
        loop {
            let Some(found) = self.pipelines.get_mut(&pipeline) else { return };
            if found.ended || found.failed {
                return;
            }
            match found.reader.read(&mut input) {
                Ok(Some(message)) => self.handle_raw(lane, message),
                Ok(None) => return,
                Err(error) => {
                    found.failed = true;
                    self.events.push_back(Event::MessageRefused { lane, error: error.into() });
                    self.fail_pipeline(pipeline);
                    return;
                }
            }
        }
    }

    /// Ends a pipeline of which nothing more can be read. The server is asked to stop it.
    fn fail_pipeline(&mut self, pipeline: Uuid) {
        self.transmits.push_back(Transmit::Signal { pipeline });
        if let Some(found) = self.pipelines.get_mut(&pipeline) {
            found.ended = true;
        }
        let error = protocol_error("the pipeline's data from the server cannot be read");
        let state = PipelineState::FAILED;
        self.events.push_back(Event::PipelineEnded { pipeline, state, error: Some(Box::new(error)) });
    }

    fn handle_raw(&mut self, lane: Lane, message: RawMessage) {
        match message.map_err(MessageError::Header).and_then(|(header, data)| {
            header.check(Destination::Client, self.pool, lane)?;
            Ok((header, data))
        }) {
            // what came after a message that waits must wait too
            Ok((header, data)) if self.is_held(lane, header.kind) => self.hold(lane, header, data),
            Ok((header, data)) => self.handle_lane_message(lane, header, data),
            Err(error) => self.events.push_back(Event::MessageRefused { lane, error }),
        }
    }

    /// Keeps a message until the session key is there. A server that never gives the key shall not fill the memory.
    fn hold(&mut self, lane: Lane, header: MessageHeader, data: Bytes) {
        let held = self.held_bytes.saturating_add(MESSAGE_HEADER_LEN + data.len());
        if held > self.options.object_limit {
            self.events.push_back(Event::MessageRefused { lane, error: CryptoError::NoKey.into() });
            return;
        }
        self.held_bytes = held;
        self.held.push_back((lane, header, data));
    }

    fn is_held(&self, lane: Lane, kind: MessageType) -> bool {
        kind != MessageType::EncryptedSessionKey && self.held.iter().any(|(held, ..)| *held == lane)
    }

    pub(super) fn handle_lane_message(&mut self, lane: Lane, header: MessageHeader, data: Bytes) {
        let handled = match Message::decode(header.kind, &data, &self.secure_strings) {
            Ok(message) => self.handle_message(lane, message, data),
            Err(error) if is_for_want_of_key(&error.cause) => {
                self.hold(lane, header, data);
                self.request_session_key().map(drop).map_err(|_| CryptoError::NoKey.into())
            }
            Err(error) => Err(error.into()),
        };
        if let Err(error) = handled {
            self.events.push_back(Event::MessageRefused { lane, error });
        }
    }

    fn handle_message(&mut self, lane: Lane, message: Message, data: Bytes) -> Result<(), MessageError> {
        let kind = message.kind();
        let event = match (lane, message) {
            (Lane::Pool, Message::ApplicationPrivateData(message)) => {
                self.private_data = message.data;
                if self.phase == Phase::Connecting {
                    self.open_pool();
                }
                return Ok(());
            }
            (Lane::Pool, Message::RunspacePoolInitData(message)) => {
                self.pool_size = (message.min_runspaces, message.max_runspaces);
                return Ok(());
            }
            (Lane::Pool, Message::RunspacePoolState(message)) => {
                match message.state {
                    RunspacePoolState::OPENED => self.open_pool(),
                    RunspacePoolState::BROKEN => self.break_pool(message.error.map(Box::new)),
                    // the acknowledgement of the close is what counts
                    _ => {}
                }
                return Ok(());
            }
            (Lane::Pool, Message::PublicKeyRequest(_)) => {
                self.request_session_key().map_err(|_| CryptoError::NoKey)?;
                return Ok(());
            }
            (Lane::Pool, Message::EncryptedSessionKey(message)) => {
                return self.handle_session_key(&message.session_key);
            }
            (Lane::Pool, Message::RunspaceAvailability(message)) => {
                Event::Availability { call_id: message.call_id, response: message.response }
            }
            (Lane::Pool, Message::UserEvent(event)) => Event::UserEvent(Box::new(event)),
            (Lane::Pool, Message::RunspacePoolHostCall(RunspacePoolHostCall(call)))
            | (Lane::Pipeline(_), Message::PipelineHostCall(PipelineHostCall(call))) => {
                return self.handle_host_call(lane, &call);
            }
            // the server's start script ends as a pipeline without id
            (Lane::Pool, Message::PipelineState(_)) => return Ok(()),
            (Lane::Pipeline(pipeline), Message::PipelineOutput(data)) => Event::Output { pipeline, data },
            (Lane::Pipeline(pipeline), Message::PipelineState(message)) => {
                if !message.state.is_final() {
                    return Ok(());
                }
                if let Some(found) = self.pipelines.get_mut(&pipeline) {
                    found.ended = true;
                    found.calls.clear();
                }
                Event::PipelineEnded { pipeline, state: message.state, error: message.error.map(Box::new) }
            }
            (_, message) => match record(message) {
                Some(record) => Event::Record { lane, record, data },
                None => {
                    return Err(MessageError::OutOfTurn {
                        kind,
                        circumstance: "from a server on this stream",
                    });
                }
            },
        };
        self.events.push_back(event);
        Ok(())
    }

    fn open_pool(&mut self) {
        if matches!(self.phase, Phase::Opening | Phase::Connecting) {
            self.phase = Phase::Opened;
            self.events.push_back(Event::Opened { private_data: self.private_data.clone() });
        }
    }

    fn handle_host_call(&mut self, lane: Lane, message: &HostCallMessage) -> Result<(), MessageError> {
        let call_id =
            (message.call_id != VOID_CALL_ID && !message.method.is_void()).then_some(message.call_id);
        if let Some(call_id) = call_id {
            match lane {
                Lane::Pool => self.pool_calls.insert(call_id),
                Lane::Pipeline(id) => {
                    self.pipelines.get_mut(&id).is_some_and(|found| found.calls.insert(call_id))
                }
            };
        }
        match message.call() {
            Ok(call) => {
                self.events.push_back(Event::HostCall { lane, call_id, call: Box::new(call) });
                Ok(())
            }
            Err(error) => {
                // the script that waits for an answer shall have one
                if let Some(call_id) = call_id {
                    let mut answer = protocol_error(format!("the host call cannot be read: {error}"));
                    answer.fully_qualified_error_id = Some("RemoteHostExecutionException".into());
                    let answered = self.answer_host(lane, call_id, message.method, Err(Box::new(answer)));
                    debug_assert!(answered.is_ok(), "an error of this end's own holds no secure string");
                }
                let kind = match lane {
                    Lane::Pool => MessageType::RunspacePoolHostCall,
                    Lane::Pipeline(_) => MessageType::PipelineHostCall,
                };
                Err(DecodeError { kind, cause: DecodeCause::Body(error) }.into())
            }
        }
    }
}

fn record(message: Message) -> Option<Record> {
    Some(match message {
        Message::ErrorRecord(message) => Record::Error(Box::new(message.0)),
        Message::WarningRecord(message) => Record::Warning(Box::new(message.0)),
        Message::VerboseRecord(message) => Record::Verbose(Box::new(message.0)),
        Message::DebugRecord(message) => Record::Debug(Box::new(message.0)),
        Message::ProgressRecord(message) => Record::Progress(Box::new(message.0)),
        Message::InformationRecord(message) => Record::Information(Box::new(message.0)),
        _ => return None,
    })
}

fn is_for_want_of_key(cause: &DecodeCause) -> bool {
    let DecodeCause::Clixml(error) = cause else { return false };
    matches!(error.kind, ReadErrorKind::SecureString { reason: KeyError::Missing })
}
