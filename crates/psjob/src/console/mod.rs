//! The terminal, or what stands in its place, as a PowerShell host.

mod color;
mod host;
mod progress;
mod prompt;
mod terminal;

pub use host::ConsoleHost;
pub use progress::ProgressBar;
pub use terminal::Terminal;

use std::io;

use psjob_channel::Lane;
use psjob_jobs::Session;
use psrp::host::HostCall;

/// Does a host call of a session and answers it, if an answer is waited for. An error is the terminal's: a call
/// that failed otherwise is the script's to handle.
pub fn serve(
    session: &Session,
    host: &mut ConsoleHost,
    lane: Lane,
    call_id: Option<i64>,
    call: &HostCall,
) -> io::Result<()> {
    let outcome = match host.call(call) {
        Err(host::CallFailure::Io(error)) if call_id.is_none() => return Err(error),
        outcome => outcome,
    };
    let Some(call_id) = call_id else { return Ok(()) };
    let answer = outcome.as_ref().map_err(|failure| Box::new(failure.to_record()));
    match session.answer_host(lane, call_id, call.method(), answer) {
        // the pipeline was stopped meanwhile, and waits no more
        Err(psjob_jobs::SessionFailure::Command(_)) | Ok(()) => Ok(()),
        Err(failure) => Err(io::Error::other(failure)),
    }
}
