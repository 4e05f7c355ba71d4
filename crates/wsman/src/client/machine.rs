use std::collections::{BTreeMap, HashMap, VecDeque};

use bytes::Bytes;
use uuid::Uuid;

use crate::fault::{Fault, FaultKind};
use crate::header::Header;
use crate::message::{Request, RequestBody, Response, ResponseBody};
use crate::operation::{
    Command, CommandState, Connect, Create, Disconnect, Receive, ReceiveResponse, Reconnect, Send, Signal,
    Stream,
};
use crate::selector::SelectorSet;
use crate::xml::Limits;

use super::event::{Event, Operation, RequestId};
use super::options::ClientOptions;

/// What an envelope needs besides the base64 of one stream.
const ENVELOPE_ROOM: u64 = 4_096;

/// One shell, as its client has it.
#[derive(Debug)]
pub struct Client {
    options: ClientOptions,
    shell_id: Option<String>,
    requests: u64,
    /// What was asked and is not answered.
    open: HashMap<RequestId, Operation>,
    ready: VecDeque<(RequestId, Vec<u8>)>,
    events: VecDeque<Event>,
    /// The shell under no id, and each command.
    lanes: BTreeMap<Option<String>, Lane>,
    /// Whether output is asked for: not while disconnected.
    receiving: bool,
}

/// What goes on with the shell or a command.
#[derive(Debug, Default)]
struct Lane {
    /// Pieces that wait for the one before them.
    input: VecDeque<Stream>,
    /// Bytes of the Send that is on its way.
    sending: Option<usize>,
    /// Whether a Receive is on its way.
    receiving: bool,
}

impl Client {
    /// A client without a shell.
    pub fn new(options: ClientOptions) -> Self {
        Self {
            options,
            shell_id: None,
            requests: 0,
            open: HashMap::new(),
            ready: VecDeque::new(),
            events: VecDeque::new(),
            lanes: BTreeMap::new(),
            receiving: false,
        }
    }

    /// The id of the shell, once there is one.
    pub fn shell_id(&self) -> Option<&str> {
        self.shell_id.as_deref()
    }

    /// Bytes of input that fit into one envelope.
    pub fn max_data_per_message(&self) -> usize {
        let base64 = self.options.max_envelope_size.saturating_sub(ENVELOPE_ROOM).max(4);
        usize::try_from(base64 / 4 * 3).unwrap_or(usize::MAX)
    }

    /// Asks for a shell.
    pub fn create(&mut self, create: Create) {
        let mut header = self.header();
        header.options = self.options.create_options.clone();
        self.request(Operation::Create, header, RequestBody::Create(create));
    }

    /// Takes up a shell that another client left; commands of it are taken up by
    /// [`connect_command`](Self::connect_command) once the shell is ours.
    pub fn connect(&mut self, shell_id: impl Into<String>, connect_xml: Option<Vec<u8>>) {
        self.shell_id = Some(shell_id.into());
        let header = Header { options: self.options.create_options.clone(), ..self.header() };
        let body = RequestBody::Connect(Connect { command_id: None, connect_xml });
        self.request(Operation::Connect { command_id: None }, header, body);
    }

    /// Takes up a command of a shell that another client left.
    pub fn connect_command(&mut self, command_id: impl Into<String>) {
        let command_id = Some(command_id.into());
        let body = RequestBody::Connect(Connect { command_id: command_id.clone(), connect_xml: None });
        self.request(Operation::Connect { command_id }, self.header(), body);
    }

    /// Starts a command, under an id of the caller's or a new one, which is given back.
    pub fn command(&mut self, command: Command) -> String {
        let id = command.command_id.clone();
        let id = id.unwrap_or_else(|| Uuid::new_v4().as_hyphenated().to_string().to_uppercase());
        let body = RequestBody::Command(Command { command_id: Some(id.clone()), ..command });
        self.lanes.entry(Some(id.clone())).or_default();
        self.request(Operation::Command { command_id: id.clone() }, self.header(), body);
        id
    }

    /// Sends input to a command, or to the shell. What is larger than an envelope goes in parts.
    pub fn send(&mut self, command_id: Option<&str>, stream: &str, mut data: Bytes, end: bool) {
        let most = self.max_data_per_message();
        let key = command_id.map(str::to_owned);
        let lane = self.lanes.entry(key.clone()).or_default();
        loop {
            let part = data.split_to(most.min(data.len()));
            let end = end && data.is_empty();
            lane.input.push_back(Stream {
                name: stream.to_owned(),
                command_id: key.clone(),
                data: part,
                end,
            });
            if data.is_empty() {
                break;
            }
        }
        self.send_next(&key);
    }

    /// Sends a signal to a command, or to the shell.
    pub fn signal(&mut self, command_id: Option<&str>, code: &str) {
        let command_id = command_id.map(str::to_owned);
        let operation = Operation::Signal { command_id: command_id.clone(), code: code.to_owned() };
        let body = RequestBody::Signal(Signal { command_id, code: code.to_owned() });
        self.request(operation, self.header(), body);
    }

    /// Leaves the shell running.
    pub fn disconnect(&mut self, disconnect: Disconnect) {
        self.receiving = false;
        self.request(Operation::Disconnect, self.header(), RequestBody::Disconnect(disconnect));
    }

    /// Comes back to the shell.
    pub fn reconnect(&mut self) {
        self.request(Operation::Reconnect, self.header(), RequestBody::Reconnect(Reconnect::default()));
    }

    /// Ends the shell.
    pub fn delete(&mut self) {
        self.receiving = false;
        self.request(Operation::Delete, self.header(), RequestBody::Delete);
    }

    /// The next envelope to post.
    pub fn poll_transmit(&mut self) -> Option<(RequestId, Vec<u8>)> {
        self.ready.pop_front()
    }

    /// The next thing that came.
    pub fn poll_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// Takes the body of the response to a request, with the status 200 or 500.
    pub fn handle_response(&mut self, request: RequestId, envelope: &[u8]) {
        let Some(operation) = self.open.remove(&request) else { return };
        match Response::read(envelope, &Limits::default()) {
            Ok(Response { body: ResponseBody::Fault(fault), .. }) => self.failed(operation, fault),
            Ok(response) => self.answered(operation, response.body),
            Err(refused) => self.failed(operation, *refused.fault),
        }
    }

    /// Takes the news that a request has no answer: the connection broke, or the status was another.
    pub fn handle_failure(&mut self, request: RequestId, reason: impl Into<String>) {
        if let Some(operation) = self.open.remove(&request) {
            self.failed(operation, Fault::with_reason(FaultKind::Internal, reason));
        }
    }

    fn answered(&mut self, operation: Operation, body: ResponseBody) {
        match (operation, body) {
            (Operation::Create, ResponseBody::Create(created)) => {
                self.shell_id = Some(created.shell.shell_id.clone());
                self.attached();
                self.events.push_back(Event::Created(Box::new(created.shell)));
            }
            (Operation::Command { command_id }, ResponseBody::Command(_)) => {
                let key = Some(command_id.clone());
                self.events.push_back(Event::Started { command_id });
                self.send_next(&key);
                self.receive(&key);
            }
            (Operation::Send { command_id }, ResponseBody::Send) => {
                let bytes = self.lanes.get_mut(&command_id).and_then(|lane| lane.sending.take()).unwrap_or(0);
                self.events.push_back(Event::Sent { command_id: command_id.clone(), bytes });
                self.send_next(&command_id);
            }
            (Operation::Receive { command_id }, ResponseBody::Receive(response)) => {
                self.received(command_id, response)
            }
            (Operation::Signal { command_id, code }, ResponseBody::Signal) => {
                self.events.push_back(Event::Signalled { command_id, code });
            }
            (Operation::Disconnect, ResponseBody::Disconnect) => self.events.push_back(Event::Disconnected),
            (Operation::Reconnect, ResponseBody::Reconnect) => {
                self.events.push_back(Event::Reconnected);
                self.attached();
            }
            (Operation::Connect { command_id }, ResponseBody::Connect(response)) => {
                match &command_id {
                    None => self.attached(),
                    Some(_) => {
                        self.lanes.entry(command_id.clone()).or_default();
                        self.receive(&command_id);
                    }
                }
                self.events.push_back(Event::Connected { command_id, response: Box::new(response) });
            }
            (Operation::Delete, ResponseBody::Delete) => self.events.push_back(Event::Deleted),
            (operation, _) => {
                let reason = format!("the service answered another operation than {operation:?}");
                self.failed(operation, Fault::with_reason(FaultKind::Internal, reason));
            }
        }
    }

    fn received(&mut self, command_id: Option<String>, response: ReceiveResponse) {
        if let Some(lane) = self.lanes.get_mut(&command_id) {
            lane.receiving = false;
        }
        for Stream { name, command_id, data, .. } in response.streams {
            if !data.is_empty() {
                self.events.push_back(Event::Output { command_id, stream: name, data });
            }
        }
        match (&command_id, response.state) {
            (Some(id), Some((_, CommandState::Done { exit_code }))) => {
                self.events.push_back(Event::Done { command_id: id.clone(), exit_code });
                self.lanes.remove(&command_id);
            }
            _ => self.receive(&command_id),
        }
    }

    fn failed(&mut self, operation: Operation, fault: Fault) {
        match &operation {
            Operation::Receive { command_id } => {
                if let Some(lane) = self.lanes.get_mut(command_id) {
                    lane.receiving = false;
                }
                if fault.is(FaultKind::TimedOut) {
                    return self.receive(command_id);
                }
                // what waits on a shell that we leave is sent away, and that is no failure
                if !self.receiving {
                    return;
                }
            }
            Operation::Send { command_id } => {
                if let Some(lane) = self.lanes.get_mut(command_id) {
                    lane.sending = None;
                    lane.input.clear();
                }
            }
            Operation::Command { command_id } => _ = self.lanes.remove(&Some(command_id.clone())),
            Operation::Disconnect | Operation::Delete => self.attached(),
            _ => {}
        }
        self.events.push_back(Event::Failed { operation, fault: Box::new(fault) });
    }

    /// The shell is ours: output of it and of its commands is asked for, and input goes on.
    fn attached(&mut self) {
        self.receiving = true;
        self.lanes.entry(None).or_default();
        let keys: Vec<_> = self.lanes.keys().cloned().collect();
        for key in keys {
            self.receive(&key);
            self.send_next(&key);
        }
    }

    fn receive(&mut self, command_id: &Option<String>) {
        let Some(lane) = self.lanes.get_mut(command_id) else { return };
        if !self.receiving || std::mem::replace(&mut lane.receiving, true) {
            return;
        }
        let body = Receive { command_id: command_id.clone(), streams: self.options.output_streams.clone() };
        let operation = Operation::Receive { command_id: command_id.clone() };
        self.request(operation, self.header(), RequestBody::Receive(body));
    }

    fn send_next(&mut self, command_id: &Option<String>) {
        let starting = self.open.values().any(|open| {
            matches!(open, Operation::Command { command_id: starting } if Some(starting) == command_id.as_ref())
        });
        if starting || !self.receiving {
            return;
        }
        let Some(lane) = self.lanes.get_mut(command_id).filter(|lane| lane.sending.is_none()) else { return };
        let Some(stream) = lane.input.pop_front() else { return };
        lane.sending = Some(stream.data.len());
        let operation = Operation::Send { command_id: command_id.clone() };
        self.request(operation, self.header(), RequestBody::Send(Send { streams: vec![stream] }));
    }

    fn header(&self) -> Header {
        Header {
            to: Some(self.options.to.clone()),
            resource_uri: Some(self.options.resource_uri.clone()),
            message_id: Some(format!("uuid:{}", Uuid::new_v4().as_hyphenated().to_string().to_uppercase())),
            selectors: self.shell_id.as_deref().map(SelectorSet::shell).unwrap_or_default(),
            max_envelope_size: Some(self.options.max_envelope_size),
            operation_timeout: Some(self.options.operation_timeout),
            locale: Some(self.options.locale.clone()),
            data_locale: Some(self.options.data_locale.clone()),
            session_id: self.options.session_id.clone(),
            ..Header::default()
        }
    }

    fn request(&mut self, operation: Operation, mut header: Header, body: RequestBody) {
        header.action = body.action().unwrap_or_default().to_owned();
        let id = RequestId(self.requests);
        self.requests += 1;
        self.open.insert(id, operation);
        self.ready.push_back((id, Request { header, body }.write()));
    }
}
