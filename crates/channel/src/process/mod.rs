//! The process engine: a program that speaks the framing on its standard input and output, such as a real `pwsh -s`.
//!
//! Its messages are relayed untouched, fragment by fragment, both ways. What the framing lacks is kept here: a program
//! takes one piece of data of a lane at a time, and says when it wants the next.

mod input;
mod output;

use std::io;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::engine::{Engine, SessionStart};
use crate::frame::{Frame, Notice};
use crate::memory::EngineEnd;
use input::{Input, News};

/// How long a program may take to end after its input was closed.
const ENDING: Duration = Duration::from_secs(5);

/// Runs each session in a program of its own.
#[derive(Debug, Clone)]
pub struct ProcessEngine {
    command: Vec<String>,
}

impl ProcessEngine {
    /// An engine of this command line: the program and its arguments, such as `pwsh -s -NoLogo -NoProfile`.
    pub fn new(command: Vec<String>) -> Self {
        Self { command }
    }

    fn spawn(&self, start: &SessionStart) -> io::Result<Child> {
        let [program, arguments @ ..] = self.command.as_slice() else {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "the engine has no program"));
        };
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if let Some(directory) = &start.working_directory {
            command.current_dir(directory);
        }
        if let Some(variables) = &start.environment {
            command.env_clear().envs(variables.iter().map(|(name, value)| (name, value)));
        }
        command.spawn()
    }

    fn run(&self, start: &SessionStart, end: &EngineEnd) -> io::Result<()> {
        let mut child = self.spawn(start)?;
        let pipe = |pipe| io::Error::other(format!("the program has no {pipe}"));
        let stdin = child.stdin.take().ok_or_else(|| pipe("standard input"))?;
        let stdout = child.stdout.take().ok_or_else(|| pipe("standard output"))?;
        let stderr = child.stderr.take().ok_or_else(|| pipe("standard error"))?;
        let (news, arrived) = mpsc::channel();
        let waker = news.clone();
        end.on_arrival(move || {
            // nobody listens when the session is over
            let _ = waker.send(News::Arrived);
        });
        let errors =
            thread::Builder::new().name("engine-errors".into()).spawn(move || output::last_line(stderr))?;
        let reader = {
            let end = end.clone();
            thread::Builder::new().name("engine-output".into()).spawn(move || {
                output::relay(stdout, &end, &news);
                let _ = news.send(News::Ended);
            })?
        };
        Input::new(stdin).relay(end, &arrived);
        let code = wait(&mut child)?;
        // both have ended with the program, or end with what it started
        let _ = reader.join();
        let reason = errors.join().ok().flatten();
        if let Some(reason) = reason {
            let _ = end.send(Frame::Notice(Notice::OpenFailed { reason }));
        }
        let _ = end.send(Frame::Notice(Notice::Exit { code }));
        Ok(())
    }
}

impl Engine for ProcessEngine {
    fn open(&self, start: SessionStart, end: EngineEnd) {
        let engine = self.clone();
        let session = end.clone();
        let begun = thread::Builder::new().name("engine-input".into()).spawn(move || {
            if let Err(error) = engine.run(&start, &session) {
                let program = engine.command.first().map(String::as_str).unwrap_or_default();
                let reason = format!("the engine '{program}' could not be run: {error}");
                let _ = session.send(Frame::Notice(Notice::OpenFailed { reason }));
            }
        });
        if let Err(error) = begun {
            let _ = end.send(Frame::Notice(Notice::OpenFailed { reason: error.to_string() }));
        }
    }
}

/// Waits for a program whose input is closed, and ends it if it does not end itself.
fn wait(child: &mut Child) -> io::Result<i32> {
    let step = Duration::from_millis(10);
    let mut waited = Duration::ZERO;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.code().unwrap_or(-1));
        }
        if waited >= ENDING {
            child.kill()?;
            return Ok(child.wait()?.code().unwrap_or(-1));
        }
        thread::sleep(step);
        waited += step;
    }
}
