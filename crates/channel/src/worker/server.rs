use std::collections::HashMap;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use bytes::BytesMut;
use parking_lot::Mutex;
use tokio::io::AsyncWriteExt;
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::{Notify, mpsc};
use uuid::Uuid;

use super::{MessageReader, WireError};
use crate::encoding::worker::{Message, VERSION, encode};
use crate::engine::Engine;
use crate::frame::{Frame, StreamId};
use crate::memory::{Burst, Channel, FrontEnd};
use crate::outbox::Limits;
use crate::position::Position;

/// Bytes of data that are put into one write.
const BURST: usize = 256 << 10;

/// What a worker runs, and the sessions that go on in it.
pub struct Worker {
    engines: HashMap<String, Arc<dyn Engine>>,
    sessions: Mutex<HashMap<Uuid, Channel>>,
    /// Whose connections are taken besides the worker's own account's: the host's.
    host: u32,
    changed: Notify,
}

impl Worker {
    /// A worker with these engines, by their names, for a host that runs as the account `host` (a user id).
    pub fn new(engines: impl IntoIterator<Item = (String, Arc<dyn Engine>)>, host: u32) -> Self {
        Self {
            engines: engines.into_iter().collect(),
            sessions: Mutex::default(),
            host,
            changed: Notify::new(),
        }
    }

    /// Waits until there has been no session for `quiet`: a worker without work ends then.
    pub async fn idle(&self, quiet: Duration) {
        loop {
            let changed = self.changed.notified();
            if !self.sessions.lock().is_empty() {
                changed.await;
            } else if tokio::time::timeout(quiet, changed).await.is_err() && self.sessions.lock().is_empty() {
                return;
            }
        }
    }

    fn is_allowed(&self, socket: &UnixStream) -> io::Result<bool> {
        let peer = socket.peer_cred()?.uid();
        Ok(peer == self.host || peer == rustix::process::geteuid().as_raw())
    }

    fn open(&self, session: Uuid, engine: &str, start: crate::SessionStart) -> Result<FrontEnd, String> {
        let engine =
            self.engines.get(engine).ok_or_else(|| format!("the worker has no engine '{engine}'"))?;
        let (channel, end) = Channel::open(Limits::default());
        let front = channel.attach(&Position::start()).map_err(|error| error.to_string())?;
        {
            let mut sessions = self.sessions.lock();
            if sessions.contains_key(&session) {
                return Err(format!("the worker has the session {session} already"));
            }
            sessions.insert(session, channel);
        }
        self.changed.notify_waiters();
        engine.open(start, end);
        Ok(front)
    }

    fn attach(&self, session: Uuid, position: Option<Position>) -> Result<FrontEnd, String> {
        let channel = self.sessions.lock().get(&session).cloned();
        let channel = channel.ok_or_else(|| format!("the worker has no session {session}"))?;
        let position = position.unwrap_or_else(|| channel.acknowledged());
        channel.attach(&position).map_err(|error| error.to_string())
    }

    fn forget(&self, session: Uuid) {
        self.sessions.lock().remove(&session);
        self.changed.notify_waiters();
    }
}

/// Takes connections until the listener fails. Must run in a runtime with I/O and time.
///
/// # Errors
/// What the listener says.
pub async fn serve(worker: Arc<Worker>, listener: UnixListener) -> io::Result<()> {
    loop {
        let (socket, _) = listener.accept().await?;
        let worker = worker.clone();
        tokio::spawn(async move {
            // a connection that breaks leaves its session to the next
            let _ = connection(&worker, socket).await;
        });
    }
}

async fn connection(worker: &Worker, socket: UnixStream) -> Result<(), WireError> {
    if !worker.is_allowed(&socket)? {
        return Ok(());
    }
    let (read, mut write) = socket.into_split();
    let mut reader = MessageReader::new(read);
    let Message::Hello { version, .. } = reader.next().await? else {
        return Err(WireError::Unexpected { expected: "a hello" });
    };
    put(&mut write, &Message::Hello { version: VERSION, process: std::process::id() }).await?;
    if version != VERSION {
        return Ok(());
    }
    let (session, begun) = match reader.next().await? {
        Message::Open { session, engine, start } => {
            (session, worker.open(session, &engine, start).map(|front| (front, Message::Opened)))
        }
        Message::Attach { session, position } => {
            let attached = worker.attach(session, position);
            (
                session,
                attached.map(|front| {
                    let sent = front.sent();
                    (front, Message::Attached { sent })
                }),
            )
        }
        _ => return Err(WireError::Unexpected { expected: "an open or an attach" }),
    };
    match begun {
        Ok((front, answer)) => {
            put(&mut write, &answer).await?;
            run(worker, session, Arc::new(front), reader, write).await
        }
        Err(reason) => put(&mut write, &Message::Refused { reason }).await,
    }
}

/// Carries frames both ways until the connection breaks or the session is over.
async fn run(
    worker: &Worker,
    session: Uuid,
    front: Arc<FrontEnd>,
    reader: MessageReader<OwnedReadHalf>,
    write: OwnedWriteHalf,
) -> Result<(), WireError> {
    let (ready, readied) = mpsc::unbounded_channel();
    let incoming = incoming(worker, session, &front, reader, ready);
    let outgoing = outgoing(worker, session, &front, write, readied);
    tokio::select! {
        ended = incoming => ended,
        ended = outgoing => ended,
    }
}

async fn incoming(
    worker: &Worker,
    session: Uuid,
    front: &FrontEnd,
    mut reader: MessageReader<OwnedReadHalf>,
    ready: mpsc::UnboundedSender<StreamId>,
) -> Result<(), WireError> {
    loop {
        match reader.next().await? {
            Message::Frame(numbered) => {
                let stream = matches!(numbered.frame, Frame::Data { .. }).then(|| numbered.frame.stream_id());
                if front.offer(numbered).is_err() {
                    return Err(WireError::Unexpected { expected: "the next frame, with credit" });
                }
                if let Some(stream) = stream.filter(|stream| front.credit(*stream)) {
                    let _ = ready.send(stream);
                }
            }
            Message::Acknowledge { number } => front.acknowledge(number),
            Message::AcknowledgeIn { stream, number } => front.acknowledge_in(stream, number),
            Message::Abandon => {
                if let Some(channel) = worker.sessions.lock().get(&session) {
                    channel.abandon();
                }
                worker.forget(session);
                return Ok(());
            }
            _ => return Err(WireError::Unexpected { expected: "a frame or an acknowledgement" }),
        }
    }
}

async fn outgoing(
    worker: &Worker,
    session: Uuid,
    front: &FrontEnd,
    mut write: OwnedWriteHalf,
    mut ready: mpsc::UnboundedReceiver<StreamId>,
) -> Result<(), WireError> {
    let arrived = Arc::new(Notify::new());
    let waker = arrived.clone();
    front.on_arrival(move || waker.notify_one());
    let mut burst = Burst::default();
    let mut bytes = BytesMut::new();
    loop {
        let over = front.try_receive(&mut burst, BURST).is_err();
        while let Ok(stream) = ready.try_recv() {
            encode(&Message::Ready { stream }, &mut bytes);
        }
        for stream in burst.credit.drain(..) {
            encode(&Message::Ready { stream }, &mut bytes);
        }
        for numbered in burst.frames.drain(..) {
            encode(&Message::Frame(numbered), &mut bytes);
        }
        if !bytes.is_empty() {
            write.write_all_buf(&mut bytes).await?;
            continue;
        }
        if over {
            // the engine ended, or another connection has the session: only the first makes it forgotten
            if front.is_over() {
                worker.forget(session);
            }
            return Ok(());
        }
        tokio::select! {
            () = arrived.notified() => {}
            Some(stream) = ready.recv() => encode(&Message::Ready { stream }, &mut bytes),
        }
    }
}

async fn put(write: &mut OwnedWriteHalf, message: &Message) -> Result<(), WireError> {
    let mut bytes = BytesMut::new();
    encode(message, &mut bytes);
    write.write_all_buf(&mut bytes).await?;
    Ok(())
}
