use bytes::{BufMut, BytesMut};
use psrp::{Lane, Stream};

use super::message::Message;
use crate::engine::SessionStart;
use crate::frame::{Frame, Notice, StreamId};
use crate::position::Position;

pub(super) mod kind {
    pub const HELLO: u8 = 1;
    pub const OPEN: u8 = 2;
    pub const OPENED: u8 = 3;
    pub const ATTACH: u8 = 4;
    pub const ATTACHED: u8 = 5;
    pub const REFUSED: u8 = 6;
    pub const ACKNOWLEDGE: u8 = 7;
    pub const ACKNOWLEDGE_IN: u8 = 8;
    pub const READY: u8 = 9;
    pub const ABANDON: u8 = 10;
    pub const DATA: u8 = 16;
    pub const COMMAND: u8 = 17;
    pub const COMMAND_ACK: u8 = 18;
    pub const SIGNAL: u8 = 19;
    pub const SIGNAL_ACK: u8 = 20;
    pub const CLOSE: u8 = 21;
    pub const CLOSE_ACK: u8 = 22;
    pub const OPEN_FAILED: u8 = 23;
    pub const EXIT: u8 = 24;
    pub const CONNECT: u8 = 25;
    pub const CONNECTED: u8 = 26;
    pub const CONNECT_REFUSED: u8 = 27;
}

/// Appends a message. A message of more than [`super::MAX_MESSAGE`] bytes cannot be read again; frames are far below.
pub fn encode(message: &Message, out: &mut BytesMut) {
    let at = out.len();
    out.put_u32_le(0);
    match message {
        Message::Hello { version, process } => {
            out.put_u8(kind::HELLO);
            out.put_u16_le(*version);
            out.put_u32_le(*process);
        }
        Message::Open { session, engine, start } => {
            out.put_u8(kind::OPEN);
            out.put_slice(session.as_bytes());
            put_text(engine.as_bytes(), out);
            put_start(start, out);
        }
        Message::Opened => out.put_u8(kind::OPENED),
        Message::Attach { session, position } => {
            out.put_u8(kind::ATTACH);
            out.put_slice(session.as_bytes());
            put_position(position.as_ref(), out);
        }
        Message::Attached { sent } => {
            out.put_u8(kind::ATTACHED);
            out.put_u64_le(*sent);
        }
        Message::Refused { reason } => {
            out.put_u8(kind::REFUSED);
            put_text(reason.as_bytes(), out);
        }
        Message::Acknowledge { number } => {
            out.put_u8(kind::ACKNOWLEDGE);
            out.put_u64_le(*number);
        }
        Message::AcknowledgeIn { stream, number } => {
            out.put_u8(kind::ACKNOWLEDGE_IN);
            put_stream(*stream, out);
            out.put_u64_le(*number);
        }
        Message::Ready { stream } => {
            out.put_u8(kind::READY);
            put_stream(*stream, out);
        }
        Message::Abandon => out.put_u8(kind::ABANDON),
        Message::Frame(numbered) => put_frame(numbered.number, &numbered.frame, out),
    }
    let length = u32::try_from(out.len() - at - 4).unwrap_or(u32::MAX);
    out[at..at + 4].copy_from_slice(&length.to_le_bytes());
}

fn put_frame(number: u64, frame: &Frame, out: &mut BytesMut) {
    let mut head = |kind: u8| {
        out.put_u8(kind);
        out.put_u64_le(number);
    };
    match frame {
        Frame::Data { lane, stream, bytes } => {
            head(kind::DATA);
            put_stream(StreamId { lane: *lane, stream: *stream }, out);
            out.put_slice(bytes);
        }
        Frame::Command { pipeline } => {
            head(kind::COMMAND);
            out.put_slice(pipeline.as_bytes());
        }
        Frame::CommandAck { pipeline } => {
            head(kind::COMMAND_ACK);
            out.put_slice(pipeline.as_bytes());
        }
        Frame::Signal { pipeline } => {
            head(kind::SIGNAL);
            out.put_slice(pipeline.as_bytes());
        }
        Frame::SignalAck { pipeline } => {
            head(kind::SIGNAL_ACK);
            out.put_slice(pipeline.as_bytes());
        }
        Frame::Close { lane } => {
            head(kind::CLOSE);
            put_lane(*lane, out);
        }
        Frame::CloseAck { lane } => {
            head(kind::CLOSE_ACK);
            put_lane(*lane, out);
        }
        Frame::Notice(Notice::OpenFailed { reason }) => {
            head(kind::OPEN_FAILED);
            put_text(reason.as_bytes(), out);
        }
        Frame::Notice(Notice::Exit { code }) => {
            head(kind::EXIT);
            out.put_i32_le(*code);
        }
        Frame::Notice(Notice::Connect { bytes }) => {
            head(kind::CONNECT);
            out.put_slice(bytes);
        }
        Frame::Notice(Notice::Connected { bytes }) => {
            head(kind::CONNECTED);
            out.put_slice(bytes);
        }
        Frame::Notice(Notice::ConnectRefused { reason }) => {
            head(kind::CONNECT_REFUSED);
            put_text(reason.as_bytes(), out);
        }
    }
}

fn put_lane(lane: Lane, out: &mut BytesMut) {
    out.put_slice(lane.guid().as_bytes());
}

fn put_stream(stream: StreamId, out: &mut BytesMut) {
    put_lane(stream.lane, out);
    out.put_u8(match stream.stream {
        Stream::Default => 0,
        Stream::PromptResponse => 1,
    });
}

fn put_text(text: &[u8], out: &mut BytesMut) {
    out.put_u32_le(u32::try_from(text.len()).unwrap_or(u32::MAX));
    out.put_slice(text);
}

fn put_optional(text: Option<&[u8]>, out: &mut BytesMut) {
    out.put_u8(u8::from(text.is_some()));
    if let Some(text) = text {
        put_text(text, out);
    }
}

fn put_start(start: &SessionStart, out: &mut BytesMut) {
    let path = |path: &Option<std::path::PathBuf>| {
        path.as_ref().map(|path| path.as_os_str().as_encoded_bytes().to_vec())
    };
    put_optional(path(&start.working_directory).as_deref(), out);
    put_optional(start.start_script.as_deref().map(str::as_bytes), out);
    put_optional(path(&start.configuration_file).as_deref(), out);
    out.put_u8(u8::from(start.environment.is_some()));
    if let Some(variables) = &start.environment {
        out.put_u32_le(u32::try_from(variables.len()).unwrap_or(u32::MAX));
        for (name, value) in variables {
            put_text(name.as_encoded_bytes(), out);
            put_text(value.as_encoded_bytes(), out);
        }
    }
}

fn put_position(position: Option<&Position>, out: &mut BytesMut) {
    out.put_u8(u8::from(position.is_some()));
    if let Some(position) = position {
        out.put_u64_le(position.lacks());
        let ahead: Vec<_> = position.ahead().collect();
        out.put_u32_le(u32::try_from(ahead.len()).unwrap_or(u32::MAX));
        for (stream, number) in ahead {
            put_stream(stream, out);
            out.put_u64_le(number);
        }
    }
}
