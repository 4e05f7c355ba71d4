//! Data from the client, and the messages of the pool's lane.

use bytes::Bytes;
use uuid::Uuid;

use super::runspaces::Runspaces;
use super::{Event, Phase, Server};
use crate::crypto::SecureStrings;
use crate::error::{MessageError, SessionError, protocol_error, with_causes};
use crate::lane::{Lane, Stream};
use crate::message::{
    AvailabilityResponse, Body, Destination, InitRunspacePool, MessageHeader, MessageType, PublicKeyMessage,
    RawMessage, ResetRunspaceState, RunspaceAvailability, RunspacePoolHostResponse, SessionCapability,
    SetMaxRunspaces, SetMinRunspaces,
};
use crate::message::{GetAvailableRunspaces, MessageReader};
use crate::version::ProtocolVersion;

/// Whether data found its pipeline. It is to be acknowledged either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// It was taken.
    Taken,
    /// There is no such pipeline (any more): the data was dropped.
    UnknownPipeline,
}

impl Server {
    /// Takes a piece of a stream from the client, cut anywhere.
    ///
    /// # Errors
    /// If the session cannot go on. The client was told, the pool is broken and only waits for its close. What is
    /// wrong with one message, or with one pipeline, is no error here.
    pub fn handle_data(
        &mut self,
        lane: Lane,
        stream: Stream,
        bytes: &[u8],
    ) -> Result<Delivery, SessionError> {
        if matches!(self.phase, Phase::Broken | Phase::Closed) {
            return Ok(Delivery::Taken);
        }
        match lane {
            Lane::Pool => {
                self.handle_pool_data(stream, bytes).map(|()| Delivery::Taken).inspect_err(|error| {
                    self.break_pool(protocol_error(with_causes(error)));
                })
            }
            Lane::Pipeline(id) => Ok(self.handle_pipeline_data(id, stream, bytes)),
        }
    }

    fn handle_pool_data(&mut self, stream: Stream, bytes: &[u8]) -> Result<(), SessionError> {
        let mut input = bytes;
        loop {
            let reader = match stream {
                Stream::Default => &mut self.pool_reader,
                Stream::PromptResponse => &mut self.pool_prompt_reader,
            };
            match reader.read(&mut input).map_err(SessionError::Fragment)? {
                Some(message) => self.handle_pool_message(message)?,
                None => return Ok(()),
            }
        }
    }

    fn handle_pool_message(&mut self, message: RawMessage) -> Result<(), SessionError> {
        match self.phase {
            Phase::Unversioned => {
                let (header, data) = message.map_err(SessionError::Header)?;
                self.negotiate(header, &opening_message(header, &data)?)
            }
            Phase::Negotiated => {
                let (header, data) = message.map_err(SessionError::Header)?;
                self.begin_opening(opening_message(header, &data)?)
            }
            _ => {
                let handled = message.map_err(MessageError::Header).and_then(|(header, data)| {
                    header.check(Destination::Server, self.pool, Lane::Pool)?;
                    self.handle_request(header.kind, &data)
                });
                if let Err(error) = handled {
                    self.events.push_back(Event::MessageRefused { lane: Lane::Pool, error });
                }
                Ok(())
            }
        }
    }

    /// Agrees on a version ([MS-PSRP] 3.2.5.4.1).
    fn negotiate(
        &mut self,
        header: MessageHeader,
        capability: &SessionCapability,
    ) -> Result<(), SessionError> {
        let found = capability.protocol_version;
        self.version = ProtocolVersion::answer_to(found).ok_or(SessionError::Version { found })?;
        self.secure_strings = SecureStrings::new(self.version);
        // PowerShell's server leaves the pool's id out of this one message
        self.send_plain(Lane::Pool, &SessionCapability::new(self.version.number()));
        self.pool = header.pool;
        self.writer = self.writer.with_pool(header.pool);
        self.phase = Phase::Negotiated;
        Ok(())
    }

    fn begin_opening(&mut self, init: InitRunspacePool) -> Result<(), SessionError> {
        let (min, max) = (init.min_runspaces, init.max_runspaces);
        if min < 1 || max < min {
            return Err(SessionError::PoolSize { min, max });
        }
        self.runspaces = Runspaces::new(min, max);
        self.phase = Phase::Opening;
        self.events.push_back(Event::OpenPool { init: Box::new(init) });
        Ok(())
    }

    /// A message to the pool after it was asked to open.
    fn handle_request(&mut self, kind: MessageType, data: &Bytes) -> Result<(), MessageError> {
        let hook = &self.secure_strings;
        match kind {
            MessageType::PublicKey => {
                let message = PublicKeyMessage::from_bytes(data, hook)?;
                self.handle_public_key(&message.public_key)
            }
            MessageType::RunspacePoolHostResponse => match RunspacePoolHostResponse::from_bytes(data, hook) {
                Ok(RunspacePoolHostResponse(response)) => {
                    let call_id = response.call_id;
                    let outcome =
                        self.pool_calls.finish(&response).ok_or(MessageError::UnknownCall { call_id })?;
                    self.events.push_back(Event::HostReturned { lane: Lane::Pool, call_id, outcome });
                    Ok(())
                }
                Err(error) => {
                    // nobody knows whose answer it was
                    self.give_up_pool_calls();
                    Err(error.into())
                }
            },
            _ if self.phase != Phase::Opened => {
                Err(MessageError::OutOfTurn { kind, circumstance: "while the runspace pool is not opened" })
            }
            MessageType::SetMaxRunspaces => {
                let message = SetMaxRunspaces::from_bytes(data, hook)?;
                let done = self.runspaces.set_max(message.max_runspaces);
                self.answer(message.call_id, AvailabilityResponse::Done(done));
                self.drop_surplus();
                self.start_waiting();
                Ok(())
            }
            MessageType::SetMinRunspaces => {
                let message = SetMinRunspaces::from_bytes(data, hook)?;
                let done = self.runspaces.set_min(message.min_runspaces);
                self.answer(message.call_id, AvailabilityResponse::Done(done));
                Ok(())
            }
            MessageType::GetAvailableRunspaces => {
                let message = GetAvailableRunspaces::from_bytes(data, hook)?;
                let count = self.runspaces.available().max(0);
                self.answer(message.call_id, AvailabilityResponse::Count(count));
                Ok(())
            }
            MessageType::ResetRunspaceState => {
                let message = ResetRunspaceState::from_bytes(data, hook)?;
                self.begin_reset(message.call_id);
                Ok(())
            }
            _ => Err(MessageError::OutOfTurn { kind, circumstance: "on the runspace pool's stream" }),
        }
    }

    /// A reset takes the only runspace, as a pipeline would; one that is busy, or one of several, is not reset.
    fn begin_reset(&mut self, call_id: i64) {
        let possible =
            self.version.can_reset() && self.runspaces.max() == 1 && self.runspaces.available() == 1;
        match possible.then(|| self.runspaces.acquire(RESET)).flatten() {
            Some(runspace) => self.events.push_back(Event::ResetRunspace { runspace, call_id }),
            None => self.answer(call_id, AvailabilityResponse::Done(false)),
        }
    }

    /// Tells whether a runspace was reset, and lets pipelines use it again.
    pub fn answer_reset(&mut self, call_id: i64, done: bool) {
        self.answer(call_id, AvailabilityResponse::Done(done));
        self.runspaces.release(RESET);
        self.start_waiting();
    }

    fn answer(&mut self, call_id: i64, response: AvailabilityResponse) {
        self.send_plain(Lane::Pool, &RunspaceAvailability { response, call_id });
    }

    /// Begins to read the streams of another client.
    pub(super) fn renew_pool_readers(&mut self) {
        self.pool_reader = MessageReader::new(self.options.object_limit);
        self.pool_prompt_reader = MessageReader::new(self.options.object_limit);
    }
}

/// What holds the runspace during a reset, in the place of a pipeline; no pipeline has the nil id.
const RESET: Uuid = Uuid::nil();

/// A message that must come now, as the session opens.
fn opening_message<B: Body>(header: MessageHeader, data: &Bytes) -> Result<B, SessionError> {
    if header.kind != B::KIND {
        return Err(SessionError::OutOfTurn { expected: B::KIND, found: header.kind });
    }
    // before the version is agreed on there is no key, and none of these messages has a secure string
    B::from_bytes(data, &clixml::NoKey).map_err(SessionError::Decode)
}
