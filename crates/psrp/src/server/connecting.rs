//! Another client takes over a pool ([MS-PSRP] 3.2.5.4.13): disconnected sessions of WSMan.

use bytes::Bytes;

use super::{ConnectError, Phase, Server};
use crate::error::MessageError;
use crate::lane::Lane;
use crate::message::{
    ApplicationPrivateData, Body, ConnectRunspacePool, Destination, MessageReader, MessageType,
    RunspacePoolInitData, SessionCapability,
};

impl Server {
    /// Connects a client that sends SESSION_CAPABILITY and CONNECT_RUNSPACEPOOL in one piece. Gives the whole
    /// answer: SESSION_CAPABILITY, RUNSPACEPOOL_INIT_DATA and APPLICATION_PRIVATE_DATA. The streams of the new client
    /// begin from there.
    ///
    /// # Errors
    /// If the pool is not open, what came is something else, or client and pool do not fit. The pool stays as it was.
    pub fn handle_connect(&mut self, bytes: &[u8]) -> Result<Bytes, ConnectError> {
        if self.phase != Phase::Opened {
            return Err(ConnectError::NotOpened);
        }
        let mut reader = MessageReader::new(self.options.object_limit);
        let mut input = bytes;
        let capability: SessionCapability = self.connect_message(&mut reader, &mut input)?;
        let connect: ConnectRunspacePool = self.connect_message(&mut reader, &mut input)?;
        let found = capability.protocol_version;
        let agreed = crate::ProtocolVersion::answer_to(found);
        if agreed != Some(self.version) || !self.version.can_connect() {
            return Err(ConnectError::Version { expected: self.version, found });
        }
        let (min, max) = self.pool_size();
        if connect.min_runspaces.is_some_and(|wanted| wanted != min)
            || connect.max_runspaces.is_some_and(|wanted| wanted != max)
        {
            return Err(ConnectError::PoolSize { min, max });
        }
        let hook = &self.secure_strings;
        let writer = self.writer.for_lane(Lane::Pool);
        let answer = [
            writer.message(&SessionCapability::new(self.version.number()), hook)?.into_bytes(),
            writer
                .message(&RunspacePoolInitData { min_runspaces: min, max_runspaces: max }, hook)?
                .into_bytes(),
            writer.message(&ApplicationPrivateData { data: self.private_data.clone() }, hook)?.into_bytes(),
        ]
        .concat();
        self.renew_pool_readers();
        Ok(answer.into())
    }

    fn connect_message<B: Body>(
        &self,
        reader: &mut MessageReader,
        input: &mut &[u8],
    ) -> Result<B, ConnectError> {
        let message = reader.read(input).map_err(MessageError::Fragment)?;
        let message = message.ok_or(ConnectError::Missing { expected: B::KIND })?;
        let (header, data) = message.map_err(MessageError::Header)?;
        header.check(Destination::Server, self.pool, Lane::Pool)?;
        if header.kind != B::KIND {
            let circumstance = match B::KIND {
                MessageType::SessionCapability => "before the client's capability",
                _ => "in the place of CONNECT_RUNSPACEPOOL",
            };
            return Err(MessageError::OutOfTurn { kind: header.kind, circumstance }.into());
        }
        Ok(B::from_bytes(&data, &self.secure_strings).map_err(MessageError::Decode)?)
    }
}
