//! What the measurements have in common: sessions of the embedded engine in this process, and what it takes.

use psjob_channel::{Engine, SessionStart};
use psjob_jobs::{Happened, Session, pipelines};
use psrp::Lane;
use psrp::client::{ClientOptions, Event};
use psrp::command::Command;
use psrp::enumeration::PipelineState;
use std::error::Error;

/// A session whose pool is open.
pub fn open(engine: &dyn Engine) -> Result<Session, Box<dyn Error>> {
    let session = Session::begin(engine, SessionStart::default(), ClientOptions::default())?;
    loop {
        match session.next(None)? {
            Some(Happened::Event(Event::Opened { .. })) => return Ok(session),
            Some(Happened::Event(Event::Broken { .. } | Event::Closed)) => {
                return Err("the session did not open".into());
            }
            _ => {}
        }
    }
}

/// Runs a script to its end, closes its pipeline, and gives how many objects it put out.
pub fn run(session: &Session, script: &str) -> Result<usize, Box<dyn Error>> {
    let pipeline = session.create_pipeline(&pipelines::commands(vec![Command::script(script)], true))?;
    let mut objects = 0;
    loop {
        match session.next(None)? {
            Some(Happened::Event(Event::Output { .. })) => objects += 1,
            Some(Happened::Event(Event::PipelineEnded { state, error, .. })) => {
                session.close(Lane::Pipeline(pipeline))?;
                return match state {
                    PipelineState::COMPLETED => Ok(objects),
                    _ => Err(format!("the script failed: {error:?}").into()),
                };
            }
            Some(Happened::Event(Event::Closed)) => return Err("the session is gone".into()),
            _ => {}
        }
    }
}

/// What the process takes of the system.
pub struct Taken {
    /// Resident memory, in KiB.
    pub resident: u64,
    /// Threads.
    pub threads: u64,
}

/// What this process takes now.
pub fn taken() -> Result<Taken, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let number = |field: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok())
            .ok_or("no such field in the status")
    };
    Ok(Taken { resident: number("VmRSS")?, threads: number("Threads")? })
}
