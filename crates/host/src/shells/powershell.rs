//! A PowerShell shell: streams of a WSMan shell on one side, lanes of a worker's session on the other.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use psjob_channel::worker::{ConnectError, FrameReader, FrameSender, FromWorker, WireError};
use psjob_channel::{Frame, Lane, Notice, Numbered, SessionStart, Stream, StreamId};
use psrp::message::MessageType;
use tokio::sync::mpsc;
use uuid::Uuid;
use wsman::fault::{Fault, FaultKind};
use wsman::name::signal;
use wsman::operation::Create;
use wsman::server::{Caller, Event, ShellHandle, Ticket};

use super::Shells;
use super::fragments::{Piece, Watcher};
use super::lanes::{Commands, Input, Output};
use crate::endpoint::Endpoint;

/// How long a session may take to end before it is abandoned.
const CLOSING: Duration = Duration::from_secs(10);

/// What a shell begins with.
pub(super) struct Start {
    pub shell: ShellHandle,
    pub owner: Caller,
    pub endpoint: Endpoint,
    pub create: Box<Create>,
}

/// Runs a shell until its client or its engine ends it.
pub(super) async fn run(shells: Arc<Shells>, start: Start, mut events: mpsc::UnboundedReceiver<Event>) {
    let shell = start.shell;
    let (sender, mut reader) = match open(&shells, &start).await {
        Ok(session) => session,
        Err(error) => {
            tracing::warn!(account = start.owner.account, %error, "a shell could not be made");
            let fault =
                Fault::with_reason(FaultKind::Internal, format!("the session could not be started: {error}"));
            return shells.service(|service| service.reject(shell, fault));
        }
    };
    let mut task = Task {
        shells,
        shell,
        sender,
        input: Input::default(),
        outputs: HashMap::new(),
        commands: Commands::default(),
        connecting: None,
    };
    let ended = match task.begin(start.create.creation_xml).await {
        Ok(()) => task.serve(&mut events, &mut reader).await,
        Err(error) => Err(error),
    };
    let reason = match ended {
        Ok(End::Closed) => {
            task.close(&mut reader).await;
            return;
        }
        Ok(End::Exit(code)) => format!("the session ended itself with the exit code {code}"),
        Ok(End::OpenFailed(reason)) => reason,
        Err(error) => format!("the session ended: {error}"),
    };
    tracing::info!(reason, "a shell is gone");
    let fault = Fault::with_reason(FaultKind::OperationAborted, reason);
    task.shells.service(|service| service.close_shell(shell, &fault));
    task.shells.inner.lock().tasks.remove(&shell);
}

async fn open(shells: &Shells, start: &Start) -> Result<(FrameSender, FrameReader), ConnectError> {
    let connection = shells.workers.connect(&start.owner.account).await?;
    let Endpoint { engine, start_script, configuration_file, .. } = &start.endpoint;
    let session_start = SessionStart {
        working_directory: None,
        start_script: start_script.clone(),
        configuration_file: configuration_file.clone(),
        environment: None,
    };
    connection.open(Uuid::new_v4(), engine, session_start).await
}

enum End {
    /// The client is done.
    Closed,
    /// The script ended the session.
    Exit(i32),
    /// The session never began.
    OpenFailed(String),
}

struct Task {
    shells: Arc<Shells>,
    shell: ShellHandle,
    sender: FrameSender,
    input: Input,
    outputs: HashMap<Lane, Output>,
    commands: Commands,
    /// The request of another client for the shell.
    connecting: Option<Ticket>,
}

const DEFAULT: Stream = Stream::Default;

impl Task {
    async fn begin(&mut self, creation_xml: Option<Vec<u8>>) -> Result<(), WireError> {
        if let Some(xml) = creation_xml.filter(|xml| !xml.is_empty()) {
            self.push(StreamId { lane: Lane::Pool, stream: DEFAULT }, xml.into(), None).await?;
        }
        let shell = self.shell;
        self.shells.service(|service| service.accept(Instant::now(), shell));
        Ok(())
    }

    async fn serve(
        &mut self,
        events: &mut mpsc::UnboundedReceiver<Event>,
        reader: &mut FrameReader,
    ) -> Result<End, WireError> {
        loop {
            tokio::select! {
                event = events.recv() => match event {
                    None | Some(Event::Closed { .. }) => return Ok(End::Closed),
                    Some(event) => self.obey(event).await?,
                },
                news = reader.next() => match news? {
                    FromWorker::Ready(stream) => self.ready(stream).await?,
                    FromWorker::Frame(numbered) => if let Some(end) = self.arrived(numbered).await? {
                        return Ok(end);
                    },
                },
            }
        }
    }

    async fn obey(&mut self, event: Event) -> Result<(), WireError> {
        match event {
            Event::Start { command_id, arguments, .. } => self.start(command_id, &arguments).await,
            Event::Input { command_id, stream, data, ticket, .. } => {
                let stream = if stream == "pr" { Stream::PromptResponse } else { DEFAULT };
                let stream = StreamId { lane: lane(command_id.as_deref()), stream };
                // input for a command that ended is taken and dropped, as PowerShell does
                if data.is_empty() || !self.commands.is_open(stream.lane) {
                    self.taken(ticket);
                    return Ok(());
                }
                self.push(stream, data, ticket).await
            }
            Event::Signal { command_id: Some(id), code, .. } => {
                let lane = lane(Some(&id));
                let Lane::Pipeline(pipeline) = lane else { return Ok(()) };
                if code != signal::TERMINATE {
                    return self.sender.send(Frame::Signal { pipeline }).await;
                }
                self.drop_input(lane);
                self.commands.forget(lane);
                self.sender.send(Frame::Close { lane }).await
            }
            Event::Sent { command_id, bytes, .. } => {
                let lane = lane(command_id.as_deref());
                let safe = self.outputs.get_mut(&lane).and_then(|output| output.sent(bytes));
                match safe {
                    Some(number) => {
                        self.sender.acknowledge_in(StreamId { lane, stream: DEFAULT }, number).await
                    }
                    None => Ok(()),
                }
            }
            Event::Connect { ticket, connect_xml, .. } => {
                self.connecting = Some(ticket);
                let bytes = connect_xml.unwrap_or_default().into();
                self.sender.send(Frame::Notice(Notice::Connect { bytes })).await
            }
            Event::Signal { command_id: None, .. }
            | Event::Disconnected { .. }
            | Event::Reconnected { .. }
            | Event::Create { .. }
            | Event::Closed { .. } => Ok(()),
        }
    }

    /// A pipeline begins; its CREATE_PIPELINE is in the arguments.
    async fn start(&mut self, command_id: String, arguments: &[String]) -> Result<(), WireError> {
        let fragments = arguments.first().and_then(|text| STANDARD.decode(text.trim()).ok());
        let (Ok(pipeline), Some(fragments)) = (Uuid::try_parse(&command_id), fragments) else {
            let shell = self.shell;
            self.shells.service(|service| service.end_command(shell, &command_id, None));
            return Ok(());
        };
        let lane = Lane::Pipeline(pipeline);
        self.commands.begin(lane, command_id);
        self.sender.send(Frame::Command { pipeline }).await?;
        if fragments.is_empty() {
            return Ok(());
        }
        self.push(StreamId { lane, stream: DEFAULT }, fragments.into(), None).await
    }

    async fn push(&mut self, stream: StreamId, data: Bytes, ticket: Option<Ticket>) -> Result<(), WireError> {
        match self.input.push(stream, data, ticket) {
            Some(frame) => self.sender.send(frame).await,
            None => Ok(()),
        }
    }

    async fn ready(&mut self, stream: StreamId) -> Result<(), WireError> {
        let (over, next) = self.input.ready(stream);
        self.taken(over);
        match next {
            Some(frame) => self.sender.send(frame).await,
            None => Ok(()),
        }
    }

    fn taken(&self, ticket: Option<Ticket>) {
        if let Some(ticket) = ticket {
            self.shells.service(|service| service.taken(ticket));
        }
    }

    fn drop_input(&mut self, lane: Lane) {
        for ticket in self.input.close(lane) {
            self.taken(Some(ticket));
        }
    }

    async fn arrived(&mut self, Numbered { number, frame }: Numbered) -> Result<Option<End>, WireError> {
        let stream = frame.stream_id();
        match frame {
            Frame::Data { lane, bytes, .. } => {
                let output = self.outputs.entry(lane).or_default();
                output.came(number, bytes.len());
                let pieces = output.watcher.pieces(bytes);
                for piece in pieces {
                    self.piece(lane, piece);
                }
                return Ok(None);
            }
            Frame::CloseAck { lane } => {
                self.outputs.remove(&lane);
                self.commands.forget(lane);
                if lane == Lane::Pool {
                    return Ok(Some(End::Exit(0)));
                }
            }
            Frame::Notice(Notice::Exit { code }) => return Ok(Some(End::Exit(code))),
            Frame::Notice(Notice::OpenFailed { reason }) => return Ok(Some(End::OpenFailed(reason))),
            Frame::Notice(Notice::Connected { bytes }) => {
                self.connected(number, bytes);
                return Ok(None);
            }
            Frame::Notice(Notice::ConnectRefused { reason }) => {
                if let Some(ticket) = self.connecting.take() {
                    let fault = Fault::with_reason(FaultKind::ConnectedElsewhere, reason);
                    self.shells.service(|service| service.connect_refused(ticket, fault));
                }
            }
            Frame::CommandAck { .. }
            | Frame::SignalAck { .. }
            | Frame::Command { .. }
            | Frame::Signal { .. }
            | Frame::Close { .. }
            | Frame::Notice(Notice::Connect { .. }) => {}
        }
        self.sender.acknowledge_in(stream, number).await?;
        Ok(None)
    }

    /// The shell is another client's. The application's private data goes the way of all output: Windows sends it so,
    /// and clients wait for it there.
    fn connected(&mut self, number: u64, bytes: Bytes) {
        let is_private = |piece: &Piece| piece.kind == Some(MessageType::ApplicationPrivateData);
        let pieces = Watcher::default().pieces(bytes);
        let (private, answer): (Vec<_>, Vec<_>) = pieces.into_iter().partition(is_private);
        let joined =
            |pieces: Vec<Piece>| pieces.into_iter().flat_map(|piece| piece.bytes).collect::<Vec<u8>>();
        let (private, answer) = (joined(private), joined(answer));
        self.outputs.entry(Lane::Pool).or_default().came(number, private.len());
        let Some(ticket) = self.connecting.take() else { return };
        let shell = self.shell;
        self.shells.service(|service| {
            service.connected(Instant::now(), ticket, Some(answer));
            service.output(shell, None, "stdout", private.into(), false);
        });
    }

    /// A fragment of the engine's, for the client.
    fn piece(&mut self, lane: Lane, piece: Piece) {
        let shell = self.shell;
        let command_id = self.commands.id(lane).map(str::to_owned);
        if lane != Lane::Pool && command_id.is_none() {
            return;
        }
        self.shells
            .service(|service| service.output(shell, command_id.as_deref(), "stdout", piece.bytes, false));
        if piece.end && piece.kind == Some(MessageType::PipelineState) && self.commands.end(lane) {
            self.drop_input(lane);
            let id = command_id.unwrap_or_default();
            self.shells.service(|service| service.end_command(shell, &id, None));
        }
    }

    /// Ends the session, by force if it takes too long.
    async fn close(&mut self, reader: &mut FrameReader) {
        let polite = async {
            self.sender.send(Frame::Close { lane: Lane::Pool }).await?;
            loop {
                if let FromWorker::Frame(numbered) = reader.next().await? {
                    self.sender.acknowledge_in(numbered.frame.stream_id(), numbered.number).await?;
                    if numbered.frame == (Frame::CloseAck { lane: Lane::Pool }) {
                        return Ok::<(), WireError>(());
                    }
                }
            }
        };
        if !matches!(tokio::time::timeout(CLOSING, polite).await, Ok(Ok(()))) {
            // a worker that is gone has no session to end
            let _ = self.sender.abandon().await;
        }
    }
}

/// The lane of a command; its id was checked when it began.
fn lane(command_id: Option<&str>) -> Lane {
    command_id.map_or(Lane::Pool, |id| Lane::Pipeline(Uuid::try_parse(id).unwrap_or_default()))
}
