//! A client on a pair of byte streams: its sessions, one after the other.

use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use psjob_channel::encoding::outofproc::{Element, Line, LineError, LineReader, Sender};
use psjob_channel::{Engine, SendError, SessionStart};

use super::output::Output;
use super::session::{Session, Surroundings};

/// How long the pipelines of a client that has vanished may take to run their `finally` blocks.
const LAST_WORDS: Duration = Duration::from_secs(10);

/// Why a client's input is read no further.
#[derive(Debug, thiserror::Error)]
pub enum WireEnd {
    /// The input has ended, or an empty line says so: PowerShell's own words, which its clients show.
    #[error(
        "An unknown element \"\" was received. This can happen if the remote process closed or ended \
         abnormally."
    )]
    Input,
    /// A line was no element.
    #[error("{0}")]
    Line(#[from] LineError),
    /// The session took no more, or its client goes on without acknowledgements.
    #[error("{0}")]
    Session(#[from] SendError),
    /// The input cannot be read, or a thread not be started.
    #[error("{0}")]
    Io(#[from] io::Error),
}

/// A client on a pair of byte streams.
pub struct Wire {
    /// What runs its sessions.
    pub engine: Arc<dyn Engine>,
    /// How each of them starts.
    pub start: SessionStart,
    /// The way back.
    pub output: Arc<Output>,
    /// Who hears when a session begins and ends.
    pub surroundings: Arc<dyn Surroundings>,
}

impl Wire {
    /// Serves the client until its input ends, and closes what it has left open. `began` is called when a
    /// session has begun: after one was closed, the next line begins another.
    pub fn serve(&self, input: impl Read, mut began: impl FnMut()) -> WireEnd {
        let mut session = None;
        let end = match self.read(input, &mut session, &mut began) {
            Ok(()) => WireEnd::Input,
            Err(end) => end,
        };
        if let Some(session) = session.filter(|session| !session.is_over()) {
            session.close(LAST_WORDS);
        }
        end
    }

    fn read(
        &self,
        mut input: impl Read,
        session: &mut Option<Session>,
        began: &mut impl FnMut(),
    ) -> Result<(), WireEnd> {
        let mut lines = LineReader::new(Sender::Client);
        let mut piece = vec![0; 64 << 10];
        loop {
            let length = match input.read(&mut piece) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            if length == 0 {
                return Ok(());
            }
            lines.feed(&piece[..length]);
            while let Some(line) = lines.next_line() {
                match line? {
                    Line::Empty => return Ok(()),
                    Line::Element(Element::Frame(frame)) => {
                        self.session(session, began)?.pass(frame)?;
                    }
                    // the reader refuses it from a client
                    Line::Element(Element::DataAck { .. }) => {}
                }
            }
        }
    }

    fn session<'a>(
        &self,
        session: &'a mut Option<Session>,
        began: &mut impl FnMut(),
    ) -> Result<&'a Session, WireEnd> {
        if session.as_ref().is_some_and(Session::is_over) {
            *session = None;
        }
        match session {
            Some(session) => Ok(session),
            None => {
                let begun = Session::begin(self.output.clone(), self.surroundings.clone(), |end| {
                    self.engine.open(self.start.clone(), end);
                })?;
                began();
                Ok(session.insert(begun))
            }
        }
    }
}
