//! Objects shown as PowerShell shows them: a session that formats what it is given.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};

use bytes::Bytes;
use psjob_channel::{Engine, Lane, SessionStart};
use psjob_jobs::{Happened, Session, SessionFailure, pipelines};
use psrp::client::{ClientOptions, Event};
use uuid::Uuid;

use crate::console::ConsoleHost;

/// A pipeline with Out-Default on a session of its own, apart from the job's, as the one who receives a job is.
/// A thread writes what it formats, while the caller gives it more.
pub struct Display {
    session: Arc<Session>,
    opened: Receiver<Uuid>,
    pipeline: Option<Uuid>,
    writer: Option<JoinHandle<io::Result<()>>>,
}

impl Display {
    /// Begins the session; it is opened when the first object comes.
    pub fn begin(engine: &dyn Engine) -> Result<Display, SessionFailure> {
        let host = ConsoleHost::new();
        let options = ClientOptions { host_info: host.info(), ..ClientOptions::default() };
        let session = Arc::new(Session::begin(engine, SessionStart::default(), options)?);
        let (tell, opened) = mpsc::channel();
        let writing = session.clone();
        let writer = thread::spawn(move || {
            let written = write(&writing, host, &|pipeline| _ = tell.send(pipeline));
            if written.is_err() {
                // whoever gives more is told so
                let _ = writing.close(Lane::Pool);
            }
            written
        });
        Ok(Display { session, opened, pipeline: None, writer: Some(writer) })
    }

    /// Shows an object: its CLIXML, empty for `$null`. Waits while others before it are being written.
    pub fn show(&mut self, object: &Bytes) -> Result<(), SessionFailure> {
        match self.pipeline() {
            Some(pipeline) => self.session.write_input(pipeline, object),
            None => Ok(()),
        }
    }

    /// Waits until everything was shown.
    pub fn finish(&mut self) -> Result<io::Result<()>, SessionFailure> {
        if let Some(pipeline) = self.pipeline() {
            // a display that has ended before, for one because nobody reads, says why below
            let _ = self.session.end_input(pipeline);
        }
        let written = self.writer.take().map(JoinHandle::join);
        Ok(match written {
            Some(Ok(written)) => written,
            Some(Err(_)) => Err(io::Error::other("the writing thread panicked")),
            None => Ok(()),
        })
    }

    /// The pipeline, once the session is open; `None` if it does not open.
    fn pipeline(&mut self) -> Option<Uuid> {
        self.pipeline = self.pipeline.or_else(|| self.opened.recv().ok());
        self.pipeline
    }
}

/// Takes in what the session tells until it is closed.
fn write(session: &Session, mut host: ConsoleHost, opened: &dyn Fn(Uuid)) -> io::Result<()> {
    loop {
        if session.is_idle() {
            host.flush()?;
        }
        let Some(Happened::Event(event)) = session.next(None).map_err(io::Error::other)? else { continue };
        match event {
            Event::Opened { .. } => {
                let pipeline = session.create_pipeline(&pipelines::show_input()).map_err(io::Error::other)?;
                opened(pipeline);
            }
            Event::HostCall { lane, call_id, call } => {
                crate::console::serve(session, &mut host, lane, call_id, &call)?;
            }
            Event::PipelineEnded { error, .. } => {
                if let Some(error) = error {
                    host.terminal().write_error(&crate::records::error_text(&error))?;
                }
                session.close(Lane::Pool).map_err(io::Error::other)?;
            }
            Event::Broken { .. } => {
                return Err(io::Error::other("the session that formats could not be opened"));
            }
            Event::Closed => return host.flush(),
            _ => {}
        }
    }
}
