//! A client's end of a session on a channel.

use std::collections::VecDeque;
use std::time::Duration;

use bytes::Bytes;
use parking_lot::{Mutex, MutexGuard};
use psjob_channel::{
    BadPosition, Burst, Channel, Engine, Frame, FrontEnd, Lane, Limits, Notice, Position, SendError,
    SessionStart, StreamId,
};
use psrp::client::{Client, ClientOptions, CommandError, Event, Transmit};
use psrp::host::{HostMethod, HostReturn};
use psrp::message::CreatePipeline;
use psrp::record::ErrorRecord;
use uuid::Uuid;

/// Bytes of data that are taken from the channel at once.
const BURST: usize = 64 << 10;

/// Why a session cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum SessionFailure {
    /// The channel does not take what is sent.
    #[error(transparent)]
    Send(#[from] SendError),
    /// What was asked for is not possible now.
    #[error(transparent)]
    Command(#[from] CommandError),
    /// The channel was not new.
    #[error(transparent)]
    Position(#[from] BadPosition),
    /// The system gives no more threads.
    #[error("cannot start a thread: {0}")]
    Thread(std::io::Error),
}

/// Something that a session tells.
#[derive(Debug)]
pub enum Happened {
    /// In the protocol.
    Event(Event),
    /// Beside it.
    Notice(Notice),
}

/// A client's end of a session.
///
/// One thread takes in what happens ([`Session::next`]); any thread may ask for something meanwhile.
pub struct Session {
    channel: Channel,
    front: FrontEnd,
    client: Mutex<Client>,
    incoming: Mutex<Incoming>,
}

#[derive(Default)]
struct Incoming {
    burst: Burst,
    happened: VecDeque<Happened>,
}

impl Drop for Session {
    fn drop(&mut self) {
        self.channel.abandon();
    }
}

impl Session {
    /// Begins a session of `engine` and asks for its pool; [`Event::Opened`] or [`Event::Broken`] tells.
    pub fn begin(
        engine: &dyn Engine,
        start: SessionStart,
        options: ClientOptions,
    ) -> Result<Session, SessionFailure> {
        let (channel, end) = Channel::open(Limits::default());
        let front = channel.attach(&Position::start())?;
        engine.open(start, end);
        let session = Session {
            channel,
            front,
            client: Mutex::new(Client::new(Uuid::new_v4(), options)),
            incoming: Mutex::default(),
        };
        session.ask(Client::open)?;
        Ok(session)
    }

    /// Waits for the next thing that happens; `None` if there was nothing within `timeout` (`None`: no bound), or
    /// when [interrupted](Session::interrupt). Ends with [`Event::Closed`], again and again.
    pub fn next(&self, timeout: Option<Duration>) -> Result<Option<Happened>, SessionFailure> {
        let mut incoming = self.incoming.lock();
        loop {
            self.collect(&mut self.client.lock(), &mut incoming.happened);
            if let Some(happened) = incoming.happened.pop_front() {
                return Ok(Some(happened));
            }
            if self.client.lock().is_closed() {
                return Ok(Some(Happened::Event(Event::Closed)));
            }
            let Incoming { burst, happened } = &mut *incoming;
            match self.front.receive(burst, BURST, timeout) {
                Ok(true) => self.take_in(burst, happened)?,
                Ok(false) => return Ok(None),
                Err(_) => self.client.lock().handle_server_gone(),
            }
        }
    }

    /// The id of the session's runspace pool.
    pub fn pool(&self) -> Uuid {
        self.client.lock().pool()
    }

    /// Whether [`Session::next`] would have to wait.
    pub fn is_idle(&self) -> bool {
        self.incoming.lock().happened.is_empty()
    }

    fn take_in(&self, burst: &mut Burst, happened: &mut VecDeque<Happened>) -> Result<(), SessionFailure> {
        let last = burst.last();
        let mut client = self.client.lock();
        for numbered in burst.frames.drain(..) {
            match numbered.frame {
                // a session that breaks says so in an event
                Frame::Data { lane, bytes, .. } => _ = client.handle_data(lane, &bytes),
                Frame::SignalAck { pipeline } => client.handle_signal_ack(pipeline),
                Frame::CloseAck { lane } => client.handle_close_ack(lane),
                Frame::Notice(notice) => {
                    self.collect(&mut client, happened);
                    happened.push_back(Happened::Notice(notice));
                }
                Frame::CommandAck { .. }
                | Frame::Command { .. }
                | Frame::Signal { .. }
                | Frame::Close { .. } => {}
            }
        }
        self.send(&mut client)?;
        drop(client);
        if let Some(last) = last {
            self.front.acknowledge(last);
        }
        Ok(())
    }

    fn collect(&self, client: &mut MutexGuard<'_, Client>, happened: &mut VecDeque<Happened>) {
        while let Some(event) = client.poll_event() {
            happened.push_back(Happened::Event(event));
        }
    }

    fn send(&self, client: &mut Client) -> Result<(), SessionFailure> {
        while let Some(transmit) = client.poll_transmit() {
            let frame = match transmit {
                Transmit::Command { pipeline } => Frame::Command { pipeline },
                Transmit::Data { lane, stream, bytes } => Frame::Data { lane, stream, bytes },
                Transmit::Signal { pipeline } => Frame::Signal { pipeline },
                Transmit::Close { lane } => Frame::Close { lane },
            };
            self.front.send(frame)?;
        }
        Ok(())
    }

    fn ask(
        &self,
        command: impl FnOnce(&mut Client) -> Result<(), CommandError>,
    ) -> Result<(), SessionFailure> {
        let mut client = self.client.lock();
        command(&mut client)?;
        self.send(&mut client)
    }

    /// Runs a pipeline and gives its id.
    pub fn create_pipeline(&self, create: &CreatePipeline) -> Result<Uuid, SessionFailure> {
        let pipeline = Uuid::new_v4();
        self.ask(|client| client.create_pipeline(pipeline, create))?;
        Ok(pipeline)
    }

    /// Gives a pipeline an object as input, as CLIXML. Waits while the pipeline does not read.
    pub fn write_input(&self, pipeline: Uuid, object: &Bytes) -> Result<(), SessionFailure> {
        let stream = StreamId::default_of(Lane::Pipeline(pipeline));
        self.front.wait_for_credit(stream, &|| false)?;
        self.ask(|client| client.write_input(pipeline, object))
    }

    /// Ends a pipeline's input.
    pub fn end_input(&self, pipeline: Uuid) -> Result<(), SessionFailure> {
        self.ask(|client| client.end_input(pipeline))
    }

    /// Answers a host call.
    pub fn answer_host(
        &self,
        lane: Lane,
        call_id: i64,
        method: HostMethod,
        outcome: Result<&HostReturn, Box<ErrorRecord>>,
    ) -> Result<(), SessionFailure> {
        self.ask(|client| client.answer_host(lane, call_id, method, outcome))
    }

    /// Stops a pipeline; its end is told as an event. One that has ended is left alone.
    pub fn stop(&self, pipeline: Uuid) -> Result<(), SessionFailure> {
        match self.ask(|client| client.stop(pipeline)) {
            Err(SessionFailure::Command(CommandError::NoPipeline)) => Ok(()),
            asked => asked,
        }
    }

    /// Closes a pipeline, or with the pool the session.
    pub fn close(&self, lane: Lane) -> Result<(), SessionFailure> {
        self.ask(|client| {
            client.close(lane);
            Ok(())
        })
    }

    /// Makes the thread that waits in [`Session::next`] look up.
    pub fn interrupt(&self) {
        self.front.interrupt();
    }
}
