//! One session of a client: its channel, and the thread that writes what the engine sends.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use psjob_channel::encoding::outofproc::{Element, encode};
use psjob_channel::{Burst, Channel, EngineEnd, Frame, FrontEnd, Lane, Limits, Notice, Position, SendError};

use super::output::Output;

/// Bytes of data that are put into one write: what a pipe holds.
const BURST: usize = 64 << 10;
/// Bursts that follow each other within this time are those of a pipeline that puts out many small objects.
const STREAMING: Duration = Duration::from_micros(100);
/// How long to let such a pipeline go on before its output is looked at again. Waking a thread and writing for each
/// object costs more than making it; nobody sees the delay.
const GATHER: Duration = Duration::from_micros(30);

/// What a session asks of the front around it.
pub trait Surroundings: Send + Sync + 'static {
    /// The session will be closed when this returns.
    fn closing(&self) {}

    /// The session has ended itself with this exit code, or is broken.
    fn exit(&self, code: i32);
}

/// A session that a client has on a wire.
pub struct Session {
    channel: Channel,
    front: Arc<FrontEnd>,
    output: Arc<Output>,
    over: Arc<AtomicBool>,
    /// Disconnected when the writing thread has ended.
    ended: Receiver<()>,
}

impl Session {
    /// Begins a session; the engine gets the other end of its channel.
    pub fn begin(
        output: Arc<Output>,
        surroundings: Arc<dyn Surroundings>,
        open: impl FnOnce(EngineEnd),
    ) -> io::Result<Session> {
        let (channel, engine_end) = Channel::open(Limits::default());
        let front = channel.attach(&Position::start()).map_err(io::Error::other)?;
        let front = Arc::new(front);
        let over = Arc::new(AtomicBool::new(false));
        let (ending, ended) = mpsc::channel();
        let writer = Writer {
            channel: channel.clone(),
            front: front.clone(),
            output: output.clone(),
            over: over.clone(),
            surroundings,
        };
        thread::Builder::new().name("front-output".into()).spawn(move || {
            writer.run();
            drop(ending);
        })?;
        open(engine_end);
        Ok(Session { channel, front, output, over, ended })
    }

    /// Whether the client has had the session's last line.
    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }

    /// Passes an element of the client on. Its Data is acknowledged before it is looked at: what it
    /// starts may ask the client something, and the client answers only after the DataAck.
    pub fn pass(&self, frame: Frame) -> Result<(), SendError> {
        let stream = frame.stream_id();
        if matches!(frame, Frame::Data { .. }) && self.front.credit(stream) {
            let mut line = Vec::with_capacity(64);
            encode(&Element::DataAck { lane: stream.lane }, &mut line);
            // a client that is gone shows at its input too
            let _ = self.output.write(&line);
        }
        self.front.send(frame).map(drop)
    }

    /// Closes the session for a client that did not, and waits up to `timeout` for its pipelines to end.
    pub fn close(self, timeout: Duration) {
        if self.front.send(Frame::Close { lane: Lane::Pool }).is_ok() {
            let _ = self.ended.recv_timeout(timeout);
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.channel.abandon();
    }
}

struct Writer {
    channel: Channel,
    front: Arc<FrontEnd>,
    output: Arc<Output>,
    over: Arc<AtomicBool>,
    surroundings: Arc<dyn Surroundings>,
}

impl Writer {
    fn run(&self) {
        let mut burst = Burst::default();
        let mut lines = Vec::new();
        let mut written_at = Instant::now();
        while self.front.receive(&mut burst, BURST, None).is_ok() {
            let streaming = written_at.elapsed() < STREAMING;
            let written = self.write(&mut burst, &mut lines);
            if written.is_err() {
                self.channel.abandon();
                return;
            }
            if self.over.load(Ordering::SeqCst) {
                return;
            }
            if streaming {
                thread::sleep(GATHER);
            }
            written_at = Instant::now();
        }
        self.output.report("the session ended without closing");
        self.surroundings.exit(1);
    }

    fn write(&self, burst: &mut Burst, lines: &mut Vec<u8>) -> io::Result<()> {
        let last = burst.last();
        for numbered in burst.frames.drain(..) {
            if numbered.frame == (Frame::CloseAck { lane: Lane::Pool }) {
                self.surroundings.closing();
                self.over.store(true, Ordering::SeqCst);
            }
            match Element::of(numbered.frame) {
                Ok(element) => encode(&element, lines),
                Err(notice) => {
                    self.output.write(lines)?;
                    lines.clear();
                    match notice {
                        Notice::OpenFailed { reason } => {
                            self.output.report(&format!("Remote transport error: {reason}"));
                        }
                        Notice::Exit { code } => {
                            self.over.store(true, Ordering::SeqCst);
                            self.surroundings.exit(code);
                        }
                        // those of other fronts
                        Notice::Connect { .. } | Notice::Connected { .. } | Notice::ConnectRefused { .. } => {
                        }
                    }
                }
            }
        }
        for stream in burst.credit.drain(..) {
            encode(&Element::DataAck { lane: stream.lane }, lines);
        }
        self.output.write(lines)?;
        lines.clear();
        if let Some(last) = last {
            self.front.acknowledge(last);
        }
        Ok(())
    }
}
