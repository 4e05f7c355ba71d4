//! `psjob run`: a script as `pwsh -c` runs it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use parking_lot::Mutex;
use psjob_channel::{Engine, Lane, Notice, SessionStart};
use psjob_jobs::{Happened, Session, SessionFailure, pipelines};
use psrp::client::{ClientOptions, Event};
use psrp::enumeration::PipelineState;
use psrp::message::CreatePipeline;
use psrp::record::ErrorRecord;
use uuid::Uuid;

use crate::arguments::Script;
use crate::console::{self, ConsoleHost};
use crate::interrupt;
use crate::records;

const FAILED: i32 = 1;
const USAGE: i32 = 2;
const INTERRUPTED: i32 = 130;

#[derive(Debug, thiserror::Error)]
enum RunFailure {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error(transparent)]
    Session(#[from] SessionFailure),
}

/// Runs a script with this process's terminal as its host: output as it comes, the exit code the script's.
/// Ctrl+C stops it.
pub fn run(engine: &dyn Engine, script: &Script, start: SessionStart) -> i32 {
    let text = match script.read() {
        Ok(text) => text,
        Err(error) => {
            eprintln!("psjob: cannot read the script: {error}");
            return USAGE;
        }
    };
    let create = match &script.file {
        Some(_) => pipelines::shown_script(&text, &script.arguments),
        None => pipelines::shown_script_with_exit_code(&text, &script.arguments),
    };
    match Run::begin(engine, start).and_then(|run| run.run_to_end(&create)) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("psjob: {failure}");
            FAILED
        }
    }
}

struct Run {
    session: Arc<Session>,
    host: ConsoleHost,
    interrupted: Arc<AtomicBool>,
    pipeline: Arc<Mutex<Option<Uuid>>>,
    ended: bool,
    code: i32,
}

impl Run {
    fn begin(engine: &dyn Engine, start: SessionStart) -> Result<Run, RunFailure> {
        let host = ConsoleHost::new();
        let options = ClientOptions { host_info: host.info(), ..ClientOptions::default() };
        let session = Arc::new(Session::begin(engine, start, options)?);
        let run = Run {
            session,
            host,
            interrupted: Arc::default(),
            pipeline: Arc::default(),
            ended: false,
            code: 0,
        };
        let (session, pipeline) = (run.session.clone(), run.pipeline.clone());
        let interrupted = run.interrupted.clone();
        interrupt::on_interrupt(move || {
            interrupted.store(true, Ordering::SeqCst);
            // a session that is gone has nothing left to stop
            let _ = match *pipeline.lock() {
                Some(pipeline) => session.stop(pipeline),
                None => session.close(Lane::Pool),
            };
        });
        Ok(run)
    }

    fn run_to_end(mut self, create: &CreatePipeline) -> Result<i32, RunFailure> {
        loop {
            if self.session.is_idle() {
                self.host.flush()?;
            }
            match self.session.next(None)? {
                None => {}
                Some(Happened::Event(Event::Closed)) => break self.lost()?,
                Some(Happened::Event(event)) => self.take(event, create)?,
                Some(Happened::Notice(Notice::Exit { code })) => {
                    self.code = code;
                    break;
                }
                Some(Happened::Notice(Notice::OpenFailed { reason })) => {
                    self.host.terminal().write_error(&format!("psjob: {reason}"))?;
                }
                // a script's session has one client from its beginning to its end
                Some(Happened::Notice(
                    Notice::Connect { .. } | Notice::Connected { .. } | Notice::ConnectRefused { .. },
                )) => {}
            }
        }
        self.host.clear_progress()?;
        self.host.flush()?;
        if self.interrupted.load(Ordering::SeqCst) {
            return Ok(INTERRUPTED);
        }
        Ok(self.host.exit_code().unwrap_or(self.code))
    }

    fn take(&mut self, event: Event, create: &CreatePipeline) -> Result<(), RunFailure> {
        match event {
            Event::Opened { .. } if self.interrupted.load(Ordering::SeqCst) => {}
            Event::Opened { .. } => {
                // held over the request, so that Ctrl+C in between finds what to stop
                let mut pipeline = self.pipeline.lock();
                *pipeline = Some(self.session.create_pipeline(create)?);
            }
            Event::HostCall { lane, call_id, call } => {
                console::serve(&self.session, &mut self.host, lane, call_id, &call)?;
            }
            Event::PipelineEnded { pipeline, state, error } => {
                self.ended = true;
                if state == PipelineState::FAILED {
                    self.fail(error.as_deref())?;
                }
                self.session.close(Lane::Pipeline(pipeline))?;
                self.session.close(Lane::Pool)?;
            }
            Event::Broken { error } => {
                self.ended = true;
                self.fail(error.as_deref())?;
                self.session.close(Lane::Pool)?;
            }
            // with a host, everything that is to be shown comes as host calls
            _ => {}
        }
        Ok(())
    }

    /// A session that closes before its pipeline has ended, and was not asked to, is lost.
    fn lost(&mut self) -> io::Result<()> {
        if self.ended || self.interrupted.load(Ordering::SeqCst) {
            return Ok(());
        }
        self.code = FAILED;
        self.host.terminal().write_error("psjob: the session closed or ended abnormally")
    }

    fn fail(&mut self, error: Option<&ErrorRecord>) -> io::Result<()> {
        self.code = FAILED;
        match error {
            Some(error) => self.host.terminal().write_error(&records::error_text(error)),
            None => Ok(()),
        }
    }
}
