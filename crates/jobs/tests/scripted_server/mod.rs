//! An engine for tests: the psrp server machine, with scripts that are words instead of PowerShell.
//!
//! A script's words are done in turn: `out:TEXT`, `error:TEXT`, `warn:TEXT`, `wait` (for a stop), `fail:TEXT`,
//! `exit:N` (the session ends itself). A command instead of a script puts out what it gets as input.

use std::sync::Arc;
use std::thread;

use clixml::NoKey;
use parking_lot::Mutex;
use psjob_channel::{Engine, EngineEnd, Frame, Lane, Notice, SessionStart, Stream};
use psrp::enumeration::ErrorCategory;
use psrp::message::{Body, ErrorRecordMessage, MessageType, WarningRecordMessage};
use psrp::record::{ErrorRecord, InformationalRecord};
use psrp::server::{Event, PipelineOutcome, Server, ServerOptions, Transmit};
use psrp::{ProtocolVersion, version_table};
use uuid::Uuid;

/// Each session is a thread. `refuse` is the reason for which no session opens.
#[derive(Default)]
pub struct ScriptedServer {
    pub refuse: Option<&'static str>,
    pub starts: Arc<Mutex<Vec<SessionStart>>>,
}

impl Engine for ScriptedServer {
    fn open(&self, start: SessionStart, end: EngineEnd) {
        self.starts.lock().push(start);
        let session =
            Session { server: Server::new(ServerOptions::default()), end, refuse: self.refuse, echo: None };
        thread::spawn(move || session.run());
    }
}

struct Session {
    server: Server,
    end: EngineEnd,
    refuse: Option<&'static str>,
    /// The pipeline that puts out its input.
    echo: Option<Uuid>,
}

pub fn error(message: &str) -> ErrorRecord {
    ErrorRecord::new(message, "System.Exception", "Id", ErrorCategory::NOT_SPECIFIED)
}

impl Session {
    fn run(mut self) {
        while let Ok(numbered) = self.end.receive() {
            let stream = numbered.frame.stream_id();
            match numbered.frame {
                Frame::Data { lane, stream, bytes } => {
                    _ = self.server.handle_data(lane, stream, &bytes).unwrap()
                }
                Frame::Command { pipeline } => self.server.handle_command(pipeline).unwrap(),
                Frame::Signal { pipeline } => self.server.handle_signal(pipeline),
                Frame::Close { lane } => self.server.handle_close(lane),
                other => panic!("a front sent {other:?}"),
            }
            self.end.acknowledge_in(stream, numbered.number);
            loop {
                self.flush();
                let Some(event) = self.server.poll_event() else { break };
                if !self.take(event) {
                    return;
                }
            }
        }
    }

    fn flush(&mut self) {
        while let Some(transmit) = self.server.poll_transmit() {
            let frame = match transmit {
                Transmit::Data { lane, bytes } => Frame::Data { lane, stream: Stream::Default, bytes },
                Transmit::CommandAck { pipeline } => Frame::CommandAck { pipeline },
                Transmit::SignalAck { pipeline } => Frame::SignalAck { pipeline },
                Transmit::CloseAck { lane } => Frame::CloseAck { lane },
            };
            // a client that is gone wants nothing more
            let _ = self.end.send(frame);
        }
    }

    /// Does what an event asks; false ends the session.
    fn take(&mut self, event: Event) -> bool {
        match event {
            Event::OpenPool { .. } => match self.refuse {
                Some(reason) => {
                    self.server.break_pool(error(reason));
                    self.flush();
                    let _ = self.end.send(Frame::Notice(Notice::OpenFailed { reason: reason.into() }));
                }
                None => {
                    let table = version_table(clixml::Version::new(7, 6), ProtocolVersion::NEWEST, "Linux");
                    self.server.accept(table).unwrap();
                }
            },
            Event::RunPipeline { pipeline, create, .. } => {
                let command = &create.power_shell.statements[0][0];
                if !command.is_script {
                    self.echo = Some(pipeline);
                    return true;
                }
                return self.run_script(pipeline, &command.text.to_string());
            }
            Event::Input { pipeline, data } if self.echo == Some(pipeline) => {
                self.payload(pipeline, MessageType::PipelineOutput, &data);
            }
            Event::InputEnded { pipeline } if self.echo == Some(pipeline) => {
                self.finish(pipeline, PipelineOutcome::Completed);
            }
            Event::StopPipeline { pipeline } => self.finish(pipeline, PipelineOutcome::Stopped(None)),
            Event::Closed => return false,
            _ => {}
        }
        true
    }

    fn run_script(&mut self, pipeline: Uuid, script: &str) -> bool {
        for word in script.split(' ') {
            match word.split_once(':').unwrap_or((word, "")) {
                ("out", text) => {
                    self.payload(pipeline, MessageType::PipelineOutput, format!("<S>{text}</S>").as_bytes());
                }
                ("error", text) => self.message(pipeline, &ErrorRecordMessage(error(text))),
                ("warn", text) => {
                    let record = InformationalRecord::new("WarningRecord", text);
                    self.message(pipeline, &WarningRecordMessage(record));
                }
                ("wait", _) => return true,
                ("fail", text) => {
                    self.finish(pipeline, PipelineOutcome::Failed(Box::new(error(text))));
                    return true;
                }
                ("exit", code) => {
                    let _ = self.end.send(Frame::Notice(Notice::Exit { code: code.parse().unwrap() }));
                    return false;
                }
                (other, _) => panic!("no word {other}"),
            }
        }
        self.finish(pipeline, PipelineOutcome::Completed);
        true
    }

    fn payload(&self, pipeline: Uuid, kind: MessageType, data: &[u8]) {
        let lane = Lane::Pipeline(pipeline);
        self.send(lane, self.server.writer(lane).payload(kind, data));
    }

    fn message<B: Body>(&self, pipeline: Uuid, body: &B) {
        let lane = Lane::Pipeline(pipeline);
        self.send(lane, self.server.writer(lane).message(body, &NoKey).unwrap());
    }

    fn send(&self, lane: Lane, fragments: psrp::fragment::Fragments) {
        for bytes in fragments {
            let frame = Frame::Data { lane, stream: Stream::Default, bytes };
            let _ = self.end.send_output(frame, &|| false);
        }
    }

    fn finish(&mut self, pipeline: Uuid, outcome: PipelineOutcome) {
        // one that was closed meanwhile has ended already
        let _ = self.server.finish_pipeline(pipeline, outcome);
    }
}
