//! A client and a server joined in memory.

#![allow(dead_code)] // each test binary uses a part of it

use clixml::NoKey;
use clixml::tree::Value;
use psrp::client::{self, Client, ClientOptions};
use psrp::command::{Command, PowerShell};
use psrp::enumeration::{ApartmentState, RemoteStreamOptions};
use psrp::host::HostInfo;
use psrp::message::{CreatePipeline, MessageType, payload};
use psrp::server::{self, RunspaceSlot, Server, ServerOptions};
use psrp::{Lane, SessionError, primitive_dictionary};
use uuid::Uuid;

pub const POOL: Uuid = Uuid::from_u128(0xB001);

/// The id of the nth pipeline.
pub fn pipeline(n: u128) -> Uuid {
    Uuid::from_u128(0xA000 + n)
}

/// Both ends, and what they have told that nobody has looked at.
pub struct Pair {
    pub client: Client,
    pub server: Server,
    pub client_events: Vec<client::Event>,
    pub server_events: Vec<server::Event>,
    /// What the server sent besides data: acknowledgements.
    pub acknowledged: Vec<server::Transmit>,
    /// What the server said of each piece of data.
    pub deliveries: Vec<server::Delivery>,
    /// The largest piece that a stream is cut to on its way.
    pub piece: usize,
}

impl Pair {
    pub fn new(client_options: ClientOptions, server_options: ServerOptions) -> Self {
        Self {
            client: Client::new(POOL, client_options),
            server: Server::new(server_options),
            client_events: Vec::new(),
            server_events: Vec::new(),
            acknowledged: Vec::new(),
            deliveries: Vec::new(),
            piece: usize::MAX,
        }
    }

    /// A pair whose pool is open.
    pub fn opened(client_options: ClientOptions) -> Self {
        let mut pair = Self::new(client_options, ServerOptions::default());
        pair.open();
        pair
    }

    pub fn open(&mut self) {
        self.client.open().expect("a new session");
        self.drive();
        assert!(matches!(self.server_events.remove(0), server::Event::OpenPool { .. }));
        self.server.accept(private_data()).expect("plain data");
        self.drive();
        assert!(matches!(self.client_events.remove(0), client::Event::Opened { .. }));
        assert!(self.client_events.is_empty() && self.server_events.is_empty());
    }

    /// Carries everything both ways until neither end has anything to send.
    pub fn drive(&mut self) {
        self.try_drive().expect("a good session");
    }

    pub fn try_drive(&mut self) -> Result<(), SessionError> {
        loop {
            let mut moved = false;
            while let Some(transmit) = self.client.poll_transmit() {
                moved = true;
                match transmit {
                    client::Transmit::Command { pipeline } => {
                        self.server.handle_command(pipeline).expect("a new pipeline");
                    }
                    client::Transmit::Data { lane, stream, bytes } => {
                        for piece in bytes.chunks(self.piece) {
                            let delivery = self.server.handle_data(lane, stream, piece)?;
                            self.deliveries.push(delivery);
                        }
                    }
                    client::Transmit::Signal { pipeline } => self.server.handle_signal(pipeline),
                    client::Transmit::Close { lane } => self.server.handle_close(lane),
                }
            }
            while let Some(transmit) = self.server.poll_transmit() {
                moved = true;
                match &transmit {
                    server::Transmit::Data { lane, bytes } => {
                        for piece in bytes.chunks(self.piece) {
                            self.client.handle_data(*lane, piece)?;
                        }
                        continue;
                    }
                    server::Transmit::CommandAck { .. } => {}
                    server::Transmit::SignalAck { pipeline } => self.client.handle_signal_ack(*pipeline),
                    server::Transmit::CloseAck { lane } => self.client.handle_close_ack(*lane),
                }
                self.acknowledged.push(transmit);
            }
            self.client_events.extend(std::iter::from_fn(|| self.client.poll_event()));
            self.server_events.extend(std::iter::from_fn(|| self.server.poll_event()));
            if !moved {
                return Ok(());
            }
        }
    }

    /// Has the client run a script, and gives the runspace that the server runs it in, if it runs it now.
    pub fn run(&mut self, id: Uuid, text: &str) -> Option<RunspaceSlot> {
        self.client.create_pipeline(id, &script(text)).expect("an open pool");
        self.drive();
        let event = self.server_events.pop()?;
        let server::Event::RunPipeline { pipeline, create, runspace, .. } = event else {
            panic!("{event:?}")
        };
        assert_eq!((pipeline, &create.power_shell.statements[0][0].text), (id, &text.into()));
        Some(runspace)
    }

    /// Has the pipeline put out an object.
    pub fn put_out(&mut self, id: Uuid, value: &Value) {
        let lane = Lane::Pipeline(id);
        let hook = self.server.secure_strings();
        let data = payload::write_payload(MessageType::PipelineOutput, value, hook).expect("there is a key");
        for fragment in self.server.writer(lane).payload(MessageType::PipelineOutput, &data) {
            self.client.handle_data(lane, &fragment).expect("good data");
        }
        self.drive();
    }

    pub fn finish(&mut self, id: Uuid, outcome: server::PipelineOutcome) {
        self.server.finish_pipeline(id, outcome).expect("a pipeline that runs");
        self.drive();
    }

    pub fn take_client_event(&mut self) -> client::Event {
        assert!(!self.client_events.is_empty(), "no event at the client");
        self.client_events.remove(0)
    }

    pub fn take_server_event(&mut self) -> server::Event {
        assert!(!self.server_events.is_empty(), "no event at the server");
        self.server_events.remove(0)
    }
}

pub fn private_data() -> Value {
    primitive_dictionary([("Answer", 42)])
}

/// A pipeline of one script, without input.
pub fn script(text: &str) -> CreatePipeline {
    CreatePipeline {
        power_shell: PowerShell::new(vec![Command::script(text)]),
        no_input: true,
        apartment_state: ApartmentState::UNKNOWN,
        remote_stream_options: RemoteStreamOptions(0),
        add_to_history: false,
        host_info: HostInfo::OF_RUNSPACE,
        is_nested: false,
    }
}

/// What an output holds.
pub fn read_output(data: &[u8]) -> Value {
    payload::read_payload(MessageType::PipelineOutput, data, &NoKey).expect("CLIXML")
}
