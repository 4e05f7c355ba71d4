//! How a pipeline ended, in the protocol's words.

use clixml::{Flavour, NoKey, Reader};
use psrp::enumeration::ErrorCategory;
use psrp::record::ErrorRecord;
use psrp::server::PipelineOutcome;
use pwsh_runtime::Runspace;
use pwsh_runtime::serialize::{RecordKind, Serializer};
use pwsh_value::{Error, Unwind};

/// The outcome of what was run, and the exit code if it left by `exit`.
pub(super) fn outcome(rs: &mut Runspace, result: Result<(), Error>) -> (PipelineOutcome, Option<i32>) {
    let Err(error) = result else { return (PipelineOutcome::Completed, None) };
    match error.unwind() {
        Unwind::Throw(_) => (PipelineOutcome::Failed(Box::new(error_record(rs, &error))), None),
        Unwind::Stopped => (PipelineOutcome::Stopped(Some(Box::new(error_record(rs, &error)))), None),
        Unwind::Exit(code) => (PipelineOutcome::Completed, Some(*code)),
        Unwind::Break(_) | Unwind::Continue(_) | Unwind::Return | Unwind::StopUpstream(_) => {
            (PipelineOutcome::Completed, None)
        }
    }
}

/// An error as the reason of a state.
pub(super) fn error_record(rs: &mut Runspace, error: &Error) -> ErrorRecord {
    let record = rs.record_of(error, None).object();
    let mut serializer = Serializer::new(Flavour::Wire);
    // the reason holds a secure string only if an error's target does; the client gets the text then
    let written = serializer.error(rs, &record, RecordKind::Reason, &NoKey).is_ok();
    let read = written.then(|| clixml::tree::read(Reader::new(serializer.finish())).ok()).flatten();
    read.and_then(|value| ErrorRecord::from_value(&value).ok())
        .unwrap_or_else(|| plain(&error.message().to_str(), "System.Management.Automation.RuntimeException"))
}

/// The record of an error that no script threw.
pub(super) fn plain(message: &str, exception: &str) -> ErrorRecord {
    let id = exception.rsplit('.').next().unwrap_or(exception).to_owned();
    ErrorRecord::new(message, exception, id.as_str(), ErrorCategory::NOT_SPECIFIED)
}
