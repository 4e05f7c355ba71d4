//! `psjob start --wait`: a job, received and shown.

mod clixml_view;
mod display;
mod json_view;
mod table;
mod text_view;

use std::io::{self, Write};
use std::sync::Arc;

use bytes::Bytes;
use psjob_channel::Engine;
use psjob_jobs::{Job, JobEvent, JobStart, JobState, RunningJob, SessionFailure, pipelines};
use psrp::client::Record;

use crate::arguments::{Show, Start};

/// Exit codes of `start`.
const COMPLETED: i32 = 0;
const FAILED: i32 = 1;
const USAGE: i32 = 2;
const STOPPED: i32 = 130;

/// Takes what a job puts out.
trait View {
    /// An object of the output: its CLIXML, empty for `$null`.
    fn output(&mut self, object: &Bytes) -> Result<(), ViewFailure>;
    /// A record of another stream.
    fn record(&mut self, record: &Record) -> Result<(), ViewFailure>;
    /// The job has come to its end.
    fn finish(&mut self, job: &Job) -> Result<(), ViewFailure>;
}

/// Why output cannot be shown.
#[derive(Debug, thiserror::Error)]
enum ViewFailure {
    /// Its reader is gone, or the disk is full.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The session that formats it is lost.
    #[error("cannot show the output: {0}")]
    Session(#[from] SessionFailure),
    /// An object is no CLIXML.
    #[error("cannot read the output: {0}")]
    Decode(#[from] psrp::message::DecodeError),
    /// An object cannot be written.
    #[error("cannot write the output: {0}")]
    Key(#[from] clixml::KeyError),
}

/// Starts a job, shows what it puts out until its end, and gives the exit code that tells of it. Ctrl+C stops
/// the job; what it has put out until then is shown.
pub fn start(engine: Arc<dyn Engine>, start: Start) -> i32 {
    let script = match start.script.read() {
        Ok(script) => script,
        Err(error) => return fail(USAGE, &format!("cannot read the script: {error}")),
    };
    let commands = vec![pipelines::script(&script, &start.script.arguments)];
    let job = JobStart { name: start.name, command: script, commands, ..JobStart::default() };
    match run(engine, job, start.show) {
        Ok(JobState::Completed) => COMPLETED,
        Ok(JobState::Stopped) => STOPPED,
        Ok(_) => FAILED,
        Err(failure) => fail(FAILED, &failure.to_string()),
    }
}

fn fail(code: i32, text: &str) -> i32 {
    say(&format!("psjob: {text}"));
    code
}

/// Writes a line to standard error, if anybody reads there.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

fn run(engine: Arc<dyn Engine>, start: JobStart, show: Show) -> Result<JobState, ViewFailure> {
    let mut view: Box<dyn View> = match show {
        Show::Text => Box::new(text_view::TextView::begin(&*engine)?),
        Show::Json => Box::new(json_view::JsonView::new()),
        Show::Clixml => Box::new(clixml_view::ClixmlView::new()),
    };
    let mut running = RunningJob::start(&*engine, 1, start)?;
    let stopper = running.stopper();
    crate::interrupt::on_interrupt(move || stopper.stop());
    say(&table::header());
    say(&table::line(running.job(), true));

    let mut shown = Ok(());
    while let Some(event) = running.next_event()? {
        if shown.is_err() {
            // the rest of a job that nobody reads has only its state to tell
            continue;
        }
        shown = match &event {
            JobEvent::StateChanged(_) | JobEvent::HostCall(_) => Ok(()),
            JobEvent::Output(object) => view.output(object),
            JobEvent::Record { record, .. } => view.record(record),
        };
        if shown.is_err() {
            running.stopper().stop();
        }
    }
    let finished = shown.and_then(|()| view.finish(running.job()));
    say(&table::line(running.job(), false));
    finished.map(|()| running.job().state())
}
