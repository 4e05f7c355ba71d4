//! The client's lines of every conversation go into our server; a scripted driver runs its pipelines by answering with
//! what the real server put out. What our server sends must be what the real one sent, lane by lane.

mod transcript;

use std::collections::HashMap;

use clixml::{KeyError, NoKey, ReadErrorKind};
use psrp::enumeration::{PipelineState, RunspacePoolState};
use psrp::message::{
    Body, DecodeCause, Message, MessageHeader, MessageReader, MessageType, PipelineHostCall,
    PipelineHostResponse, PipelineStateMessage, RunspacePoolHostCall,
};
use psrp::record::ErrorRecord;
use psrp::server::{Delivery, Event, HostOutcome, PipelineOutcome, Server, ServerOptions, Transmit};
use psrp::{Lane, MessageError};
use transcript::{Line, Recorded, Transcript};
use uuid::Uuid;

/// What a lane carried to the client.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sent {
    CommandAck,
    SignalAck,
    CloseAck,
    Message(Recorded),
}

/// Our server with its driver.
struct Replay<'t> {
    transcript: &'t Transcript,
    server: Server,
    sent: HashMap<Lane, Vec<Sent>>,
    readers: HashMap<Lane, MessageReader>,
    /// events that no recorded message has asked for yet
    events: Vec<Event>,
    /// pipelines that were begun
    begun: Vec<Uuid>,
    /// recorded before the end of the pipeline that ours waits for: the real server's threads write as they come
    early: Vec<(Lane, Recorded)>,
    /// commands that no event has shown yet
    commands: HashMap<Uuid, Vec<u8>>,
    /// lanes that hold a secure string sealed with the recorded session key, which nobody knows
    sealed: Vec<Lane>,
    checked: usize,
}

impl Replay<'_> {
    fn run(&mut self) {
        for line in &self.transcript.lines {
            match (line.from_client, line.element.as_str()) {
                (true, "Data") => self.client_data(line),
                (true, "Command") => {
                    let Lane::Pipeline(id) = line.lane else { panic!("a command without id") };
                    self.server.handle_command(id).expect("a new pipeline");
                }
                (true, "Signal") => {
                    let Lane::Pipeline(id) = line.lane else { panic!("a signal without id") };
                    self.server.handle_signal(id);
                }
                (true, "Close") => self.server.handle_close(line.lane),
                (false, "Data") => line.messages.iter().for_each(|message| self.drive(line.lane, message)),
                (false, "CloseAck") if line.lane == Lane::Pool => self.refuse_if_opening(),
                _ => {}
            }
            self.poll();
        }
    }

    fn client_data(&mut self, line: &Line) {
        let delivery = self.server.handle_data(line.lane, line.stream, &line.bytes).expect("a good session");
        assert_eq!(delivery, Delivery::Taken, "no client here sends to a pipeline that it has closed");
        self.poll();
        for message in &line.messages {
            self.check_arrived(line.lane, message);
        }
    }

    /// Takes what the server has to send and to do.
    fn poll(&mut self) {
        while let Some(transmit) = self.server.poll_transmit() {
            let (lane, sent) = match transmit {
                Transmit::Data { lane, bytes } => {
                    self.keep(lane, &bytes);
                    continue;
                }
                Transmit::CommandAck { pipeline } => (Lane::Pipeline(pipeline), Sent::CommandAck),
                Transmit::SignalAck { pipeline } => (Lane::Pipeline(pipeline), Sent::SignalAck),
                Transmit::CloseAck { lane } => (lane, Sent::CloseAck),
            };
            self.sent.entry(lane).or_default().push(sent);
        }
        while let Some(event) = self.server.poll_event() {
            match event {
                Event::RunPipeline { pipeline, create, .. }
                | Event::RunDebuggerCommand { pipeline, create, .. } => {
                    let expected = self.commands.remove(&pipeline);
                    self.begin(
                        pipeline,
                        expected,
                        create.to_bytes(&NoKey).expect("no secure string is sealed"),
                    );
                }
                Event::GetCommandMetadata { pipeline, query, .. } => {
                    let expected = self.commands.remove(&pipeline);
                    self.begin(pipeline, expected, query.to_bytes(&NoKey).expect("no secure string"));
                }
                event => self.events.push(event),
            }
        }
    }

    /// A pipeline begins: at once, or after it has waited and its command was seen before.
    fn begin(&mut self, pipeline: Uuid, expected: Option<Vec<u8>>, found: Vec<u8>) {
        match expected {
            Some(expected) => assert_eq!(found, expected),
            None => drop(self.commands.insert(pipeline, found)),
        }
        self.begun.push(pipeline);
        for (lane, message) in std::mem::take(&mut self.early) {
            self.drive(lane, &message);
        }
    }

    /// Keeps a message that goes to the client.
    fn keep(&mut self, lane: Lane, bytes: &[u8]) {
        let reader = self.readers.entry(lane).or_insert_with(|| MessageReader::new(usize::MAX));
        let mut input = bytes;
        while let Some(message) = reader.read(&mut input).expect("our own fragments") {
            let (MessageHeader { destination, kind, pool, pipeline }, data) =
                message.expect("our own header");
            let recorded = Recorded { kind, destination, pool, pipeline, data: data.to_vec() };
            self.sent.entry(lane).or_default().push(Sent::Message(recorded));
        }
    }

    /// The event for a message that has come must say what the recorder saw in it.
    fn check_arrived(&mut self, lane: Lane, message: &Recorded) {
        self.checked += 1;
        match message.kind {
            MessageType::CreatePipeline | MessageType::GetCommandMetadata => {
                let Lane::Pipeline(id) = lane else { panic!("a pipeline on the pool's lane") };
                match self.commands.remove(&id) {
                    Some(found) => assert_eq!(found, message.data),
                    None if self.is_sealed(lane) => {}
                    // it waits for a runspace
                    None => drop(self.commands.insert(id, message.data.clone())),
                }
            }
            MessageType::InitRunspacePool => {
                let init = self.take(|event| match event {
                    Event::OpenPool { init } => Ok(init),
                    other => Err(other),
                });
                assert_eq!(init.to_bytes(&NoKey).expect("no secure string"), message.data);
            }
            MessageType::PipelineInput => {
                let data = self.take(|event| match event {
                    Event::Input { data, pipeline } if Lane::Pipeline(pipeline) == lane => Ok(data),
                    other => Err(other),
                });
                assert_eq!(data, message.data);
            }
            MessageType::PipelineHostResponse => {
                let recorded = Message::decode(message.kind, &message.data.clone().into(), &NoKey);
                let Ok(Message::PipelineHostResponse(PipelineHostResponse(recorded))) = recorded else {
                    panic!("a recorded response")
                };
                if self.is_sealed(lane) {
                    return;
                }
                let (id, outcome) = self.take(|event| match event {
                    Event::HostReturned { call_id, outcome, .. } => Ok((call_id, outcome)),
                    other => Err(other),
                });
                assert_eq!(id, recorded.call_id);
                match (outcome, recorded.outcome) {
                    (HostOutcome::Returned(value), Ok(recorded)) => assert_eq!(value.to_value(), recorded),
                    (HostOutcome::Failed(error), Err(recorded)) => assert_eq!(error, recorded),
                    (found, recorded) => panic!("{found:?} is not {recorded:?}"),
                }
            }
            MessageType::PublicKey => self.take(|event| match event {
                Event::SessionKeyReady => Ok(()),
                other => Err(other),
            }),
            MessageType::ResetRunspaceState => {
                let call_id = self.take(|event| match event {
                    Event::ResetRunspace { call_id, .. } => Ok(call_id),
                    other => Err(other),
                });
                self.server.answer_reset(call_id, true);
            }
            // an event for the first two only while the pipeline runs; the others are answered by the machine
            MessageType::EndOfPipelineInput
            | MessageType::SessionCapability
            | MessageType::SetMaxRunspaces
            | MessageType::SetMinRunspaces
            | MessageType::GetAvailableRunspaces => self.checked -= 1,
            other => panic!("no client sends {other}"),
        }
    }

    fn take<T>(&mut self, matching: impl Fn(Event) -> Result<T, Event>) -> T {
        let mut others = Vec::new();
        let mut found = None;
        for event in self.events.drain(..) {
            if found.is_some() {
                others.push(event);
                continue;
            }
            match matching(event) {
                Ok(value) => found = Some(value),
                Err(event) => others.push(event),
            }
        }
        self.events = others;
        found.unwrap_or_else(|| panic!("{}: no event among {:?}", self.transcript.name, self.events))
    }

    /// Whether a message of this lane could not be read because its secure strings are sealed with another key.
    fn is_sealed(&mut self, lane: Lane) -> bool {
        let sealed = |event: &Event| match event {
            Event::MessageRefused { lane: refused, error: MessageError::Decode(error) } => {
                *refused == lane
                    && matches!(&error.cause, DecodeCause::Clixml(error)
                        if error.kind == ReadErrorKind::SecureString { reason: KeyError::Invalid })
            }
            _ => false,
        };
        if self.events.iter().any(sealed) {
            self.events.retain(|event| !sealed(event) && !matches!(event, Event::HostReturned { .. }));
            self.sealed.push(lane);
        }
        self.sealed.contains(&lane)
    }

    /// Makes our server send what the real one sent.
    fn drive(&mut self, lane: Lane, message: &Recorded) {
        if self.sealed.contains(&lane) && !self.begun.iter().any(|id| Lane::Pipeline(*id) == lane) {
            return;
        }
        let decoded =
            Message::decode(message.kind, &message.data.clone().into(), &NoKey).expect("a recorded message");
        match decoded {
            Message::ApplicationPrivateData(message) => self.server.accept(message.data).expect("plain data"),
            Message::RunspacePoolState(message) if message.state == RunspacePoolState::BROKEN => {
                self.server.break_pool(message.error.expect("a reason"));
            }
            Message::PublicKeyRequest(_) => {
                assert!(!self.server.request_session_key().expect("random numbers"), "it has to ask first");
            }
            Message::PipelineHostCall(PipelineHostCall(call))
            | Message::RunspacePoolHostCall(RunspacePoolHostCall(call)) => match call.call() {
                Ok(typed) => {
                    let id = self.server.call_host(lane, &typed).expect("it runs");
                    assert_eq!(id.unwrap_or(psrp::message::VOID_CALL_ID), call.call_id);
                }
                // the encoding of an array that the real client cannot read either
                Err(_) => self.write(lane, message),
            },
            Message::PipelineState(PipelineStateMessage { state, error }) => match lane {
                Lane::Pool => self.write(lane, message),
                Lane::Pipeline(id) => {
                    let error = error.map(Box::new);
                    let outcome = match state {
                        PipelineState::COMPLETED => PipelineOutcome::Completed,
                        PipelineState::STOPPED => PipelineOutcome::Stopped(error),
                        _ => PipelineOutcome::Failed(error.expect("a reason")),
                    };
                    if !self.begun.contains(&id) {
                        // stopped while it waited: the machine has told that by itself
                        assert_eq!(outcome, PipelineOutcome::Stopped(None));
                        return;
                    }
                    self.server.finish_pipeline(id, outcome).expect("it runs");
                }
            },
            Message::PipelineOutput(_)
            | Message::ErrorRecord(_)
            | Message::WarningRecord(_)
            | Message::VerboseRecord(_)
            | Message::DebugRecord(_)
            | Message::ProgressRecord(_)
            | Message::InformationRecord(_)
            | Message::UserEvent(_) => match lane {
                Lane::Pipeline(id) if !self.begun.contains(&id) => self.early.push((lane, message.clone())),
                _ => self.write(lane, message),
            },
            // what the machine says by itself
            Message::SessionCapability(_)
            | Message::RunspacePoolState(_)
            | Message::RunspaceAvailability(_)
            | Message::EncryptedSessionKey(_) => {}
            other => panic!("no server sends {}", other.kind()),
        }
    }

    fn write(&mut self, lane: Lane, message: &Recorded) {
        self.poll();
        for fragment in self.server.writer(lane).payload(message.kind, &message.data) {
            self.keep(lane, &fragment);
        }
    }

    /// The real server writes the reason of one refusal to stderr only; ours tells the client as well.
    fn refuse_if_opening(&mut self) {
        if self.events.iter().any(|event| matches!(event, Event::StopOpening)) {
            let category = psrp::enumeration::ErrorCategory::INVALID_ARGUMENT;
            self.server.break_pool(ErrorRecord::new(
                "refused",
                "System.ArgumentException",
                "Refused",
                category,
            ));
        }
    }
}

/// What the real server sent, by lane.
fn recorded(transcript: &Transcript) -> HashMap<Lane, Vec<Sent>> {
    let mut lanes: HashMap<Lane, Vec<Sent>> = HashMap::new();
    for line in transcript.lines.iter().filter(|line| !line.from_client) {
        let lane = lanes.entry(line.lane).or_default();
        match line.element.as_str() {
            "CommandAck" => lane.push(Sent::CommandAck),
            "SignalAck" => lane.push(Sent::SignalAck),
            "CloseAck" => lane.push(Sent::CloseAck),
            "Data" => lane.extend(line.messages.iter().cloned().map(Sent::Message)),
            _ => {}
        }
    }
    lanes
}

/// Session keys are random.
fn without_key(mut sent: Vec<Sent>) -> Vec<Sent> {
    for sent in &mut sent {
        if let Sent::Message(Recorded { kind: MessageType::EncryptedSessionKey, data, .. }) = sent {
            data.clear();
        }
    }
    sent
}

#[test]
fn our_server_sends_what_the_real_one_sent() {
    let mut checked = 0;
    for mut transcript in transcript::all() {
        if transcript.name == "pool_queue" {
            // the client's two commands came together, and the real server took the second first
            let lane = |index: usize| transcript.lines[index].lane;
            let creations: Vec<_> = (0..transcript.lines.len())
                .filter(|index| {
                    transcript.lines[*index].messages.iter().any(|m| m.kind == MessageType::CreatePipeline)
                })
                .collect();
            let [_, second, third] = creations[..] else { panic!("three pipelines") };
            assert_ne!(lane(second), lane(third));
            transcript.lines.swap(second, third);
        }
        let mut replay = Replay {
            transcript: &transcript,
            server: Server::new(ServerOptions::default()),
            sent: HashMap::new(),
            readers: HashMap::new(),
            events: Vec::new(),
            begun: Vec::new(),
            early: Vec::new(),
            commands: HashMap::new(),
            sealed: Vec::new(),
            checked: 0,
        };
        replay.run();
        checked += replay.checked;
        assert!(
            replay.events.iter().all(|event| matches!(
                event,
                Event::InputEnded { .. }
                    | Event::StopPipeline { .. }
                    | Event::HostReturned { outcome: HostOutcome::Stopped, .. }
                    | Event::DropRunspace { .. }
                    | Event::StopOpening
                    | Event::Closed
            )),
            "{}: {:?}",
            transcript.name,
            replay.events
        );
        let (mut sent, sealed) = (replay.sent, replay.sealed);
        assert!(sealed.is_empty() || transcript.name.starts_with("v23_"), "{}", transcript.name);
        for (lane, mut expected) in recorded(&transcript) {
            let mut found = sent.remove(&lane).unwrap_or_default();
            if sealed.contains(&lane) {
                continue;
            }
            if lane == Lane::Pool && transcript.name == "v29_refused" {
                // the tee wrote 2.9 over the real server's 2.4
                found.remove(0);
                expected.remove(0);
            }
            if lane == Lane::Pool && transcript.name == "pool_thread_options_refused" {
                found.remove(1);
            }
            let (found, expected) = (without_key(found), without_key(expected));
            for (index, expected) in expected.iter().enumerate() {
                assert_eq!(found.get(index), Some(expected), "{}: {lane}, item {index}", transcript.name);
            }
            // where the real server died, ours may have more to say
            let died =
                ["server_dies", "job_server_dies"].iter().any(|name| transcript.name.starts_with(name));
            assert!(
                found.len() == expected.len() || died,
                "{}: {lane}: {:?}",
                transcript.name,
                &found[expected.len()..]
            );
        }
    }
    assert_eq!(checked, 464);
}
