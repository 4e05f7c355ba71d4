//! What must hold for any input. The targets in `fuzz/` call these, and so does a plain test over what they found.

use bytes::Bytes;
use clixml::NoKey;
use uuid::Uuid;

use crate::fragment::{Defragmenter, FragmentError, Fragmenter, Object};
use crate::lane::{Lane, Stream};
use crate::message::{Destination, Message, MessageHeader, MessageType};
use crate::server::{Event, PipelineOutcome, Server, ServerOptions};

/// Small, so that the fuzzer finds the ways to exceed it.
const OBJECT_LIMIT: usize = 4096;

/// A stream gives the same objects and the same error however it is cut, none over the limit; and what it gave is cut
/// and put together again to the same.
///
/// # Panics
///
/// Where that does not hold.
pub fn psrp_fragments(input: &[u8]) {
    let Some((&step, stream)) = input.split_first() else { return };
    let whole = read_all(std::iter::once(stream));
    let pieces = read_all(stream.chunks(usize::from(step).max(1)));
    assert_eq!(whole, pieces);
    for object in whole.0 {
        assert!(object.data.len() <= OBJECT_LIMIT);
        let fragments = Fragmenter::new(usize::from(step)).cut(object.id, &[&object.data]);
        let again = read_all(std::iter::once(&fragments.into_bytes()[..]));
        assert_eq!(again, (vec![object], None));
    }
}

fn read_all<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> (Vec<Object>, Option<FragmentError>) {
    let mut defragmenter = Defragmenter::new(OBJECT_LIMIT);
    let mut objects = Vec::new();
    for mut piece in pieces {
        loop {
            match defragmenter.read(&mut piece) {
                Ok(Some(object)) => objects.push(object),
                Ok(None) => break,
                Err(error) => return (objects, Some(error)),
            }
        }
    }
    (objects, None)
}

/// Data of any type of message never panics, and what can be read is written to data that is read and written to the
/// same again. The first byte chooses the type.
///
/// # Panics
///
/// Where that does not hold.
pub fn psrp_messages(input: &[u8]) {
    let Some((&choice, data)) = input.split_first() else { return };
    let kind = MessageType::ALL[usize::from(choice) % MessageType::ALL.len()];
    let Ok(message) = Message::decode(kind, &Bytes::copy_from_slice(data), &NoKey) else { return };
    if let Message::PipelineHostCall(call) = &message
        && let Ok(typed) = call.0.call()
    {
        assert_eq!(typed.method(), call.0.method);
    }
    if let Message::PipelineHostResponse(response) = &message {
        // both outcomes are fine, a panic is not
        let _returned = response.0.returned();
    }
    let written = message.encode(&NoKey).expect("without a key every secure string passes");
    let again = Message::decode(kind, &written, &NoKey).expect("what was written can be read");
    assert_eq!(again.encode(&NoKey).expect("without a key every secure string passes"), written);
}

/// An open session takes whatever a client sends, in any order, and can always be ended: when the client is gone and
/// all that ran is reported as ended, the last event says that it is closed.
///
/// Each step is a byte that says what to do, one for the lane, two for a length, and as many bytes of data.
///
/// # Panics
///
/// Where that does not hold.
pub fn psrp_server(input: &[u8]) {
    let mut session = Session::opened();
    let mut rest = input;
    while let Some((&[step, lane, low, high], after)) = rest.split_first_chunk::<4>() {
        let length = usize::from(u16::from_le_bytes([low, high])).min(after.len());
        let (data, after) = after.split_at(length);
        rest = after;
        session.step(step, lane % 4, data);
    }
    session.end();
}

const POOL: Uuid = Uuid::from_u128(7);

struct Session {
    server: Server,
    running: Vec<Uuid>,
    closed: bool,
}

impl Session {
    fn opened() -> Self {
        let options = ServerOptions { object_limit: OBJECT_LIMIT, ..ServerOptions::default() };
        let mut session = Self { server: Server::new(options), running: Vec::new(), closed: false };
        let mut client = crate::client::Client::new(POOL, crate::client::ClientOptions::default());
        client.open().expect("a new session");
        while let Some(crate::client::Transmit::Data { lane, stream, bytes }) = client.poll_transmit() {
            session.server.handle_data(lane, stream, &bytes).expect("our own client's data");
        }
        session.poll();
        session
    }

    fn step(&mut self, step: u8, lane: u8, data: &[u8]) {
        let lane = match lane {
            0 => Lane::Pool,
            n => Lane::Pipeline(Uuid::from_u128(u128::from(n))),
        };
        let id = lane.guid();
        match step {
            0 => drop(self.server.handle_data(lane, Stream::Default, data)),
            1 => drop(self.server.handle_data(lane, Stream::PromptResponse, data)),
            2 => self.server.handle_signal(id),
            3 => self.server.handle_close(lane),
            4 => drop(self.server.call_host(lane, &crate::host::HostCall::ReadLine)),
            5 => {
                self.running.retain(|running| *running != id);
                let _ended = self.server.finish_pipeline(id, PipelineOutcome::Completed);
            }
            6 => drop(self.server.handle_connect(data)),
            7 => {
                let _announced = self.server.handle_command(id);
            }
            // a whole message of the type that the byte chooses
            _ => {
                let header = MessageHeader {
                    destination: Destination::Server,
                    kind: MessageType::ALL[usize::from(step) % MessageType::ALL.len()],
                    pool: POOL,
                    pipeline: id,
                };
                let object = Fragmenter::new(1000).cut(1, &[&header.encode(), data]).into_bytes();
                drop(self.server.handle_data(lane, Stream::Default, &object));
            }
        }
        self.poll();
    }

    fn poll(&mut self) {
        while self.server.poll_transmit().is_some() {}
        while let Some(event) = self.server.poll_event() {
            assert!(!self.closed, "something came after the last event: {event:?}");
            match event {
                Event::OpenPool { .. } => {
                    self.server.accept(clixml::Value::Null).expect("$null holds no secure string");
                }
                Event::RunPipeline { pipeline, .. }
                | Event::GetCommandMetadata { pipeline, .. }
                | Event::RunDebuggerCommand { pipeline, .. } => self.running.push(pipeline),
                Event::StopPipeline { pipeline } => {
                    let count = self.running.len();
                    self.running.retain(|running| *running != pipeline);
                    assert!(self.running.len() < count, "one was stopped that does not run");
                    self.server.finish_pipeline(pipeline, PipelineOutcome::Stopped(None)).expect("it runs");
                }
                Event::ResetRunspace { call_id, .. } => self.server.answer_reset(call_id, true),
                Event::Closed => self.closed = true,
                _ => {}
            }
        }
    }

    fn end(mut self) {
        self.server.handle_client_gone();
        self.poll();
        assert!(self.closed && self.server.is_closed() && self.running.is_empty());
    }
}
