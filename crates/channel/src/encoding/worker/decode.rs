use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;

use bytes::{Buf, Bytes, BytesMut};
use psrp::{Lane, Stream};
use uuid::Uuid;

use super::encode::kind;
use super::message::Message;
use crate::engine::SessionStart;
use crate::frame::{Frame, Notice, Numbered, StreamId};
use crate::position::Position;

/// Bytes that a message may have, its length excluded.
pub const MAX_MESSAGE: usize = 16 << 20;

/// Why bytes on a worker's socket are no message. The connection cannot be read on after one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The length is over the bound.
    #[error("expected a message of at most {MAX_MESSAGE} bytes, found one of {found}")]
    TooLong {
        /// The length.
        found: usize,
    },
    /// A kind that this version does not know.
    #[error("expected a message, found the kind {found}")]
    Kind {
        /// The kind.
        found: u8,
    },
    /// The message ends too early, goes on after its last field, or a text in it is not UTF-8.
    #[error("expected {expected} in a message of kind {kind}")]
    Field {
        /// What is missing.
        expected: &'static str,
        /// Where.
        kind: u8,
    },
}

/// Takes the next message from what was read, `None` if more must be read for it.
pub fn decode(input: &mut BytesMut) -> Result<Option<Message>, DecodeError> {
    let Some(length) = input.first_chunk::<4>() else { return Ok(None) };
    let length = u32::from_le_bytes(*length) as usize;
    if length > MAX_MESSAGE {
        return Err(DecodeError::TooLong { found: length });
    }
    if input.len() < 4 + length {
        input.reserve(4 + length - input.len());
        return Ok(None);
    }
    input.advance(4);
    let mut fields = Fields { rest: input.split_to(length).freeze(), kind: 0 };
    fields.kind = fields.u8("a kind")?;
    let message = fields.message()?;
    if fields.rest.is_empty() { Ok(Some(message)) } else { Err(fields.error("the end")) }
}

struct Fields {
    rest: Bytes,
    kind: u8,
}

impl Fields {
    fn message(&mut self) -> Result<Message, DecodeError> {
        Ok(match self.kind {
            kind::HELLO => {
                Message::Hello { version: self.u16("a version")?, process: self.u32("a process")? }
            }
            kind::OPEN => Message::Open {
                session: self.uuid("a session")?,
                engine: self.text("an engine")?,
                start: SessionStart {
                    working_directory: self.path("a directory")?,
                    start_script: self
                        .optional("a script")?
                        .map(|text| self.utf8(text, "a script"))
                        .transpose()?,
                    configuration_file: self.path("a file")?,
                    environment: self.environment()?,
                },
            },
            kind::OPENED => Message::Opened,
            kind::ATTACH => Message::Attach { session: self.uuid("a session")?, position: self.position()? },
            kind::ATTACHED => Message::Attached { sent: self.u64("a number")? },
            kind::REFUSED => Message::Refused { reason: self.text("a reason")? },
            kind::ACKNOWLEDGE => Message::Acknowledge { number: self.u64("a number")? },
            kind::ACKNOWLEDGE_IN => {
                Message::AcknowledgeIn { stream: self.stream()?, number: self.u64("a number")? }
            }
            kind::READY => Message::Ready { stream: self.stream()? },
            kind::ABANDON => Message::Abandon,
            kind::DATA..=kind::CONNECT_REFUSED => {
                Message::Frame(Numbered { number: self.u64("a number")?, frame: self.frame()? })
            }
            found => return Err(DecodeError::Kind { found }),
        })
    }

    fn frame(&mut self) -> Result<Frame, DecodeError> {
        Ok(match self.kind {
            kind::DATA => {
                let StreamId { lane, stream } = self.stream()?;
                let bytes = std::mem::take(&mut self.rest);
                if bytes.is_empty() {
                    return Err(self.error("data"));
                }
                Frame::Data { lane, stream, bytes }
            }
            kind::COMMAND => Frame::Command { pipeline: self.uuid("a pipeline")? },
            kind::COMMAND_ACK => Frame::CommandAck { pipeline: self.uuid("a pipeline")? },
            kind::SIGNAL => Frame::Signal { pipeline: self.uuid("a pipeline")? },
            kind::SIGNAL_ACK => Frame::SignalAck { pipeline: self.uuid("a pipeline")? },
            kind::CLOSE => Frame::Close { lane: self.lane()? },
            kind::CLOSE_ACK => Frame::CloseAck { lane: self.lane()? },
            kind::OPEN_FAILED => Frame::Notice(Notice::OpenFailed { reason: self.text("a reason")? }),
            kind::EXIT => Frame::Notice(Notice::Exit { code: self.u32("a code")?.cast_signed() }),
            kind::CONNECT => Frame::Notice(Notice::Connect { bytes: std::mem::take(&mut self.rest) }),
            kind::CONNECTED => Frame::Notice(Notice::Connected { bytes: std::mem::take(&mut self.rest) }),
            kind::CONNECT_REFUSED => Frame::Notice(Notice::ConnectRefused { reason: self.text("a reason")? }),
            found => return Err(DecodeError::Kind { found }),
        })
    }

    fn position(&mut self) -> Result<Option<Position>, DecodeError> {
        if !self.flag("a position")? {
            return Ok(None);
        }
        let lacks = self.u64("a number")?;
        if lacks == 0 {
            return Err(self.error("a number above 0"));
        }
        let mut position = Position::lacking(lacks);
        for _ in 0..self.u32("a count")? {
            position = position.ahead_in(self.stream()?, self.u64("a number")?);
        }
        Ok(Some(position))
    }

    fn stream(&mut self) -> Result<StreamId, DecodeError> {
        let lane = self.lane()?;
        let stream = if self.flag("a stream")? { Stream::PromptResponse } else { Stream::Default };
        Ok(StreamId { lane, stream })
    }

    fn lane(&mut self) -> Result<Lane, DecodeError> {
        self.uuid("a lane").map(Lane::from_guid)
    }

    fn environment(&mut self) -> Result<Option<Vec<(OsString, OsString)>>, DecodeError> {
        if !self.flag("an environment")? {
            return Ok(None);
        }
        let count = self.u32("a count")?;
        let mut variables = Vec::new();
        for _ in 0..count {
            variables.push((self.os_string("a variable")?, self.os_string("a value")?));
        }
        Ok(Some(variables))
    }

    fn os_string(&mut self, expected: &'static str) -> Result<OsString, DecodeError> {
        Ok(OsString::from_vec(self.bytes(expected)?.to_vec()))
    }

    fn path(&mut self, expected: &'static str) -> Result<Option<PathBuf>, DecodeError> {
        Ok(self.optional(expected)?.map(|bytes| OsString::from_vec(bytes.to_vec()).into()))
    }

    fn optional(&mut self, expected: &'static str) -> Result<Option<Bytes>, DecodeError> {
        if self.flag(expected)? { self.bytes(expected).map(Some) } else { Ok(None) }
    }

    fn text(&mut self, expected: &'static str) -> Result<String, DecodeError> {
        let bytes = self.bytes(expected)?;
        self.utf8(bytes, expected)
    }

    fn utf8(&self, bytes: Bytes, expected: &'static str) -> Result<String, DecodeError> {
        String::from_utf8(bytes.to_vec()).map_err(|_| self.error(expected))
    }

    fn bytes(&mut self, expected: &'static str) -> Result<Bytes, DecodeError> {
        let length = self.u32(expected)? as usize;
        if length > self.rest.len() {
            return Err(self.error(expected));
        }
        Ok(self.rest.split_to(length))
    }

    fn uuid(&mut self, expected: &'static str) -> Result<Uuid, DecodeError> {
        self.array(expected).map(Uuid::from_bytes)
    }

    fn flag(&mut self, expected: &'static str) -> Result<bool, DecodeError> {
        match self.u8(expected)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(self.error(expected)),
        }
    }

    fn u8(&mut self, expected: &'static str) -> Result<u8, DecodeError> {
        self.array::<1>(expected).map(|[byte]| byte)
    }

    fn u16(&mut self, expected: &'static str) -> Result<u16, DecodeError> {
        self.array(expected).map(u16::from_le_bytes)
    }

    fn u32(&mut self, expected: &'static str) -> Result<u32, DecodeError> {
        self.array(expected).map(u32::from_le_bytes)
    }

    fn u64(&mut self, expected: &'static str) -> Result<u64, DecodeError> {
        self.array(expected).map(u64::from_le_bytes)
    }

    fn array<const N: usize>(&mut self, expected: &'static str) -> Result<[u8; N], DecodeError> {
        let array = *self.rest.first_chunk::<N>().ok_or_else(|| self.error(expected))?;
        self.rest.advance(N);
        Ok(array)
    }

    fn error(&self, expected: &'static str) -> DecodeError {
        DecodeError::Field { expected, kind: self.kind }
    }
}

#[cfg(test)]
mod tests {
    use super::super::encode;
    use super::*;

    fn examples() -> Vec<Message> {
        let pipeline = Uuid::from_u128(7);
        let stream = StreamId { lane: Lane::Pipeline(pipeline), stream: Stream::PromptResponse };
        let start = SessionStart {
            working_directory: Some("/tmp/ä".into()),
            start_script: Some("'x'".into()),
            configuration_file: None,
            environment: Some(vec![("A".into(), "ä=".into())]),
        };
        let frames = [
            Frame::Data { lane: Lane::Pool, stream: Stream::Default, bytes: Bytes::from_static(b"abc") },
            Frame::Command { pipeline },
            Frame::CommandAck { pipeline },
            Frame::Signal { pipeline },
            Frame::SignalAck { pipeline },
            Frame::Close { lane: Lane::Pool },
            Frame::CloseAck { lane: stream.lane },
            Frame::Notice(Notice::OpenFailed { reason: "no".into() }),
            Frame::Notice(Notice::Exit { code: -3 }),
            Frame::Notice(Notice::Connect { bytes: Bytes::from_static(b"c") }),
            Frame::Notice(Notice::Connected { bytes: Bytes::from_static(b"d") }),
            Frame::Notice(Notice::ConnectRefused { reason: "no".into() }),
        ];
        let mut messages = vec![
            Message::Hello { version: 1, process: 99 },
            Message::Open { session: pipeline, engine: "embedded".into(), start },
            Message::Opened,
            Message::Attach { session: pipeline, position: None },
            Message::Attach { session: pipeline, position: Some(Position::lacking(4).ahead_in(stream, 9)) },
            Message::Attached { sent: 12 },
            Message::Refused { reason: "gone".into() },
            Message::Acknowledge { number: 5 },
            Message::AcknowledgeIn { stream, number: 6 },
            Message::Ready { stream },
            Message::Abandon,
        ];
        messages.extend(frames.map(|frame| Message::Frame(Numbered { number: 3, frame })));
        messages
    }

    #[test]
    fn every_message_comes_back_wherever_it_is_cut() {
        let mut wire = BytesMut::new();
        examples().iter().for_each(|message| encode(message, &mut wire));
        for cut in 0..wire.len() {
            let mut input = BytesMut::from(&wire[..cut]);
            let mut read = Vec::new();
            read.extend(std::iter::from_fn(|| decode(&mut input).unwrap()));
            input.extend_from_slice(&wire[cut..]);
            read.extend(std::iter::from_fn(|| decode(&mut input).unwrap()));
            assert_eq!(read, examples());
        }
    }

    #[test]
    fn a_message_with_a_byte_less_or_more_is_refused() {
        for message in examples() {
            let mut wire = BytesMut::new();
            encode(&message, &mut wire);
            let fields = wire.split_off(4);
            for wrong in [&fields[..fields.len() - 1], &[&fields[..], &[0]].concat()] {
                let mut input = BytesMut::from(&u32::try_from(wrong.len()).unwrap().to_le_bytes()[..]);
                input.extend_from_slice(wrong);
                let takes_any = [kind::DATA, kind::CONNECT, kind::CONNECTED].contains(&fields[0]);
                assert!(takes_any || decode(&mut input).is_err(), "{message:?}");
            }
        }
    }

    #[test]
    fn a_length_over_the_bound_is_refused_before_the_rest_comes() {
        let mut input = BytesMut::from(&[0, 0, 0, 2][..]);
        assert_eq!(decode(&mut input), Err(DecodeError::TooLong { found: 2 << 24 }));
    }
}
