//! The server's lines of every conversation go into our client, whose user does what the real one did. What our client
//! sends must be what the real one sent, lane by lane, and its events must say what the recorder saw.

mod transcript;

use std::collections::{HashMap, VecDeque};

use bytes::Bytes;
use clixml::NoKey;
use psrp::client::{Client, ClientOptions, CommandError, Event, Record, Transmit};
use psrp::message::{
    Body, HostCallMessage, InitRunspacePool, Message, MessageHeader, MessageReader, MessageType,
    PipelineHostCall, PipelineHostResponse, PipelineStateMessage, RunspaceAvailability, RunspacePoolHostCall,
    SessionCapability, VOID_CALL_ID,
};
use psrp::{Lane, ProtocolVersion, SessionError, Stream};
use transcript::{Line, Recorded, Transcript};

/// What a lane carried to the server.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sent {
    Command,
    Signal,
    Close,
    Message(Stream, Recorded),
}

struct Replay<'t> {
    transcript: &'t Transcript,
    client: Client,
    sent: HashMap<Lane, Vec<Sent>>,
    readers: HashMap<(Lane, Stream), MessageReader>,
    events: VecDeque<Event>,
    /// lanes on which the client has to send what the recorded session key sealed
    sealed: Vec<Lane>,
    checked: usize,
}

impl<'t> Replay<'t> {
    fn new(transcript: &'t Transcript) -> Self {
        let [capability, init] = &transcript.lines[0].messages[..] else {
            panic!("two messages open a session")
        };
        let pool = init.pool;
        let capability = SessionCapability::from_bytes(&capability.data, &NoKey).expect("a capability");
        let init = InitRunspacePool::from_bytes(&init.data, &NoKey).expect("a pool");
        let options = ClientOptions {
            // nobody speaks the version 2.9 that the tee wrote
            version: ProtocolVersion::from_number(capability.protocol_version)
                .unwrap_or(ProtocolVersion::NEWEST),
            min_runspaces: init.min_runspaces,
            max_runspaces: init.max_runspaces,
            thread_options: init.thread_options,
            apartment_state: init.apartment_state,
            application_arguments: init.application_arguments,
            host_info: init.host_info,
            ..ClientOptions::default()
        };
        Self {
            transcript,
            client: Client::new(pool, options),
            sent: HashMap::new(),
            readers: HashMap::new(),
            events: VecDeque::new(),
            sealed: Vec::new(),
            checked: 0,
        }
    }

    fn run(&mut self) {
        for line in &self.transcript.lines {
            match (line.from_client, line.element.as_str()) {
                (true, "Data") => line.messages.iter().for_each(|message| self.act(line.lane, message)),
                (true, "Signal") => {
                    let Lane::Pipeline(id) = line.lane else { panic!("a signal without id") };
                    self.client.stop(id).expect("a pipeline");
                }
                (true, "Close") => self.client.close(line.lane),
                (false, "Data") => self.server_data(line),
                (false, "SignalAck") => {
                    let Lane::Pipeline(id) = line.lane else { panic!("a signal without id") };
                    self.client.handle_signal_ack(id);
                }
                (false, "CloseAck") => {
                    self.client.handle_close_ack(line.lane);
                    if line.lane == Lane::Pool {
                        assert!(matches!(self.client.poll_event(), Some(Event::Closed)));
                        assert!(self.client.is_closed());
                    }
                }
                _ => {}
            }
            self.poll();
        }
    }

    /// Does what the real user did.
    fn act(&mut self, lane: Lane, message: &Recorded) {
        let decoded =
            Message::decode(message.kind, &message.data.clone().into(), &NoKey).expect("a recorded message");
        let pipeline = lane.guid();
        let client = &mut self.client;
        let done = match decoded {
            Message::SessionCapability(_) => client.open(),
            Message::InitRunspacePool(_) => Ok(()),
            Message::CreatePipeline(create) => client.create_pipeline(pipeline, &create),
            Message::GetCommandMetadata(query) => client.get_command_metadata(pipeline, &query),
            Message::PipelineInput(data) => client.write_input(pipeline, &data),
            Message::EndOfPipelineInput => client.end_input(pipeline),
            Message::PipelineHostResponse(PipelineHostResponse(response)) => {
                let returned = response.returned().expect("a recorded answer");
                client.answer_host(
                    lane,
                    response.call_id,
                    response.method,
                    match &returned {
                        Ok(value) => Ok(value),
                        Err(error) => Err(Box::new((*error).clone())),
                    },
                )
            }
            Message::PublicKey(_) => client.request_session_key().map(|ready| assert!(!ready)),
            Message::SetMaxRunspaces(message) => client.set_max_runspaces(message.max_runspaces).map(drop),
            Message::SetMinRunspaces(message) => client.set_min_runspaces(message.min_runspaces).map(drop),
            Message::GetAvailableRunspaces(_) => client.get_available_runspaces().map(drop),
            Message::ResetRunspaceState(_) => client.reset_runspace().map(drop),
            other => panic!("no client sends {}", other.kind()),
        };
        match done {
            Ok(()) => {}
            Err(CommandError::Encode(_)) if self.transcript.name.starts_with("v23_") => {
                self.sealed.push(lane)
            }
            Err(CommandError::NoCall { .. }) if self.sealed.contains(&lane) => {}
            Err(error) => panic!("{}: {error}", self.transcript.name),
        }
    }

    fn poll(&mut self) {
        while let Some(transmit) = self.client.poll_transmit() {
            let (lane, sent) = match transmit {
                Transmit::Command { pipeline } => (Lane::Pipeline(pipeline), Sent::Command),
                Transmit::Signal { pipeline } => (Lane::Pipeline(pipeline), Sent::Signal),
                Transmit::Close { lane } => (lane, Sent::Close),
                Transmit::Data { lane, stream, bytes } => {
                    let reader =
                        self.readers.entry((lane, stream)).or_insert_with(|| MessageReader::new(usize::MAX));
                    let mut input = &bytes[..];
                    while let Some(message) = reader.read(&mut input).expect("our own fragments") {
                        let (MessageHeader { destination, kind, pool, pipeline }, data) =
                            message.expect("our own header");
                        let recorded = Recorded { kind, destination, pool, pipeline, data: data.to_vec() };
                        self.sent.entry(lane).or_default().push(Sent::Message(stream, recorded));
                    }
                    continue;
                }
            };
            self.sent.entry(lane).or_default().push(sent);
        }
    }

    fn server_data(&mut self, line: &Line) {
        let handled = self.client.handle_data(line.lane, &line.bytes);
        while let Some(event) = self.client.poll_event() {
            self.events.push_back(event);
        }
        if self.transcript.name == "v29_refused" {
            // as the real client did
            if line.messages[0].kind == MessageType::SessionCapability {
                assert!(matches!(handled, Err(SessionError::Version { .. })));
                assert!(matches!(self.events.pop_front(), Some(Event::Broken { error: None })));
            }
            return;
        }
        handled.unwrap_or_else(|error| panic!("{}: {error}", self.transcript.name));
        if self.sealed.contains(&line.lane) {
            return self.events.clear();
        }
        line.messages.iter().for_each(|message| self.check_event(line.lane, message));
        assert!(self.events.is_empty(), "{}: {:?}", self.transcript.name, self.events);
    }

    /// The event for a message that has come must say what the recorder saw in it.
    fn check_event(&mut self, lane: Lane, message: &Recorded) {
        let data = Bytes::from(message.data.clone());
        let decoded = Message::decode(message.kind, &data, &NoKey).expect("a recorded message");
        self.checked += 1;
        match decoded {
            Message::SessionCapability(_)
            | Message::ApplicationPrivateData(_)
            | Message::PublicKeyRequest(_) => return,
            // that of the start script, which has no id
            Message::PipelineState(_) if lane == Lane::Pool => return,
            Message::RunspacePoolState(state) => {
                use psrp::enumeration::RunspacePoolState;
                match state.state {
                    RunspacePoolState::OPENED => {
                        let Some(Event::Opened { private_data }) = self.events.pop_front() else {
                            panic!("opened")
                        };
                        let message = psrp::message::ApplicationPrivateData { data: private_data };
                        let recorded = self.transcript.lines.iter().flat_map(|line| &line.messages);
                        let recorded = recorded
                            .filter(|message| message.kind == MessageType::ApplicationPrivateData)
                            .map(|message| &message.data)
                            .next();
                        assert_eq!(Some(&message.to_bytes(&NoKey).expect("plain data")), recorded);
                    }
                    RunspacePoolState::BROKEN => {
                        let Some(Event::Broken { error }) = self.events.pop_front() else { panic!("broken") };
                        assert_eq!(error.map(|error| *error), state.error);
                    }
                    _ => {}
                }
                return;
            }
            _ => {}
        }
        let event = self.events.pop_front().unwrap_or_else(|| panic!("{}: no event", self.transcript.name));
        let found = match event {
            Event::Output { data, .. } => Message::PipelineOutput(data),
            Event::Record { record, data: raw, .. } => {
                assert_eq!(raw, data);
                record_message(record)
            }
            Event::PipelineEnded { state, error, .. } => {
                Message::PipelineState(PipelineStateMessage { state, error: error.map(|error| *error) })
            }
            Event::HostCall { call_id, call, .. } => {
                let call = HostCallMessage::new(call_id.unwrap_or(VOID_CALL_ID), &call);
                match lane {
                    Lane::Pool => Message::RunspacePoolHostCall(RunspacePoolHostCall(call)),
                    Lane::Pipeline(_) => Message::PipelineHostCall(PipelineHostCall(call)),
                }
            }
            Event::UserEvent(event) => Message::UserEvent(*event),
            Event::Availability { call_id, response } => {
                Message::RunspaceAvailability(RunspaceAvailability { response, call_id })
            }
            // a key for another client's pair: by rsa's implicit rejection it is noise, seldom of a key's length
            Event::SessionKeyReady | Event::MessageRefused { .. }
                if matches!(decoded, Message::EncryptedSessionKey(_)) =>
            {
                return;
            }
            // the array that the real client cannot read either
            Event::MessageRefused { .. } if self.transcript.name == "host_prompt_choice_multiple" => return,
            other => panic!("{}: {other:?}", self.transcript.name),
        };
        assert_eq!(found, decoded, "{}", self.transcript.name);
    }
}

fn record_message(record: Record) -> Message {
    use psrp::message::{
        DebugRecordMessage, ErrorRecordMessage, InformationRecordMessage, ProgressRecordMessage,
        VerboseRecordMessage, WarningRecordMessage,
    };
    match record {
        Record::Error(record) => Message::ErrorRecord(ErrorRecordMessage(*record)),
        Record::Warning(record) => Message::WarningRecord(WarningRecordMessage(*record)),
        Record::Verbose(record) => Message::VerboseRecord(VerboseRecordMessage(*record)),
        Record::Debug(record) => Message::DebugRecord(DebugRecordMessage(*record)),
        Record::Progress(record) => Message::ProgressRecord(ProgressRecordMessage(*record)),
        Record::Information(record) => Message::InformationRecord(InformationRecordMessage(*record)),
    }
}

/// What the real client sent, by lane. A pipeline's command comes with its creation.
fn recorded(transcript: &Transcript) -> HashMap<Lane, Vec<Sent>> {
    let mut lanes: HashMap<Lane, Vec<Sent>> = HashMap::new();
    for line in transcript.lines.iter().filter(|line| line.from_client) {
        let lane = lanes.entry(line.lane).or_default();
        match line.element.as_str() {
            "Command" => lane.push(Sent::Command),
            "Signal" => lane.push(Sent::Signal),
            "Close" => lane.push(Sent::Close),
            _ => lane.extend(line.messages.iter().map(|message| Sent::Message(line.stream, message.clone()))),
        }
    }
    lanes
}

/// Key pairs are random, and the tee wrote a version that nobody offers.
fn comparable(name: &str, mut sent: Vec<Sent>) -> Vec<Sent> {
    for sent in &mut sent {
        if let Sent::Message(_, Recorded { kind, data, .. }) = sent
            && (*kind == MessageType::PublicKey
                || name == "v29_refused" && *kind == MessageType::SessionCapability)
        {
            data.clear();
        }
    }
    sent
}

#[test]
fn our_client_sends_what_the_real_one_sent() {
    let mut checked = 0;
    for transcript in transcript::all() {
        let mut replay = Replay::new(&transcript);
        replay.run();
        checked += replay.checked;
        let (mut sent, sealed) = (replay.sent, replay.sealed);
        for (lane, expected) in recorded(&transcript) {
            let found = sent.remove(&lane).unwrap_or_default();
            if sealed.contains(&lane) {
                continue;
            }
            let (mut found, expected) =
                (comparable(&transcript.name, found), comparable(&transcript.name, expected));
            if transcript.name == "host_prompt_choice_multiple" && found.len() > expected.len() {
                // ours answers the call that it cannot read; the real client just closes the pipeline
                found.retain(|sent| !matches!(sent, Sent::Message(Stream::PromptResponse, _)));
            }
            assert_eq!(found, expected, "{}: {lane}", transcript.name);
        }
    }
    // all but those of the refused session and of lanes whose secure strings are sealed with the recorded key
    assert_eq!(checked, 1994);
}
