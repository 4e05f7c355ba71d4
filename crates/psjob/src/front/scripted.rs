//! An engine for the tests of the fronts: it answers what it gets, by a script of a few rules.

use std::sync::Arc;
use std::thread;

use bytes::Bytes;
use parking_lot::Mutex;
use psjob_channel::{Engine, EngineEnd, Frame, Lane, Numbered, SessionStart, Stream};

/// What a scripted session does with a frame. It gives false to end without a word.
pub type Rule = dyn Fn(&EngineEnd, &Numbered) -> bool + Send + Sync;

/// Runs each session on a thread by one rule, and notes how the sessions began and what they got.
pub struct Scripted {
    rule: Arc<Rule>,
    pub starts: Mutex<Vec<SessionStart>>,
    pub got: Arc<Mutex<Vec<Frame>>>,
}

impl Scripted {
    pub fn new(rule: impl Fn(&EngineEnd, &Numbered) -> bool + Send + Sync + 'static) -> Arc<Scripted> {
        Arc::new(Scripted { rule: Arc::new(rule), starts: Mutex::default(), got: Arc::default() })
    }

    /// An engine that sends data back and acknowledges all else.
    pub fn echo() -> Arc<Scripted> {
        Scripted::new(answer)
    }
}

/// Sends data back and acknowledges all else.
pub fn answer(end: &EngineEnd, numbered: &Numbered) -> bool {
    let frame = match &numbered.frame {
        Frame::Data { lane, bytes, .. } => data(*lane, bytes.clone()),
        Frame::Command { pipeline } => Frame::CommandAck { pipeline: *pipeline },
        Frame::Signal { pipeline } => Frame::SignalAck { pipeline: *pipeline },
        Frame::Close { lane } => Frame::CloseAck { lane: *lane },
        other => panic!("a front sent {other:?}"),
    };
    end.acknowledge_in(numbered.frame.stream_id(), numbered.number);
    end.send(frame).is_ok() && numbered.frame != Frame::Close { lane: Lane::Pool }
}

pub fn data(lane: Lane, bytes: impl Into<Bytes>) -> Frame {
    Frame::Data { lane, stream: Stream::Default, bytes: bytes.into() }
}

impl Engine for Scripted {
    fn open(&self, start: SessionStart, end: EngineEnd) {
        self.starts.lock().push(start);
        let (rule, got) = (self.rule.clone(), self.got.clone());
        thread::spawn(move || {
            while let Ok(numbered) = end.receive() {
                got.lock().push(numbered.frame.clone());
                if !rule(&end, &numbered) {
                    return;
                }
            }
        });
    }
}
