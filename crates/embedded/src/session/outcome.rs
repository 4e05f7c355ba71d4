//! How a pipeline ended, in the protocol's words.

use super::pipeline::{Ending, Exit};
use clixml::{Flavour, NoKey, Reader};
use psrp::enumeration::ErrorCategory;
use psrp::record::ErrorRecord;
use psrp::server::PipelineOutcome;
use pwsh_runtime::Runspace;
use pwsh_runtime::serialize::{RecordKind, Serializer};
use pwsh_value::{Error, Unwind};

/// How the pipeline ended that gave `result`. An exit code goes to the host. `stopping`: it was asked to stop.
pub(super) fn outcome(rs: &mut Runspace, result: Result<(), Error>, stopping: bool) -> Ending {
    let Err(error) = result else {
        return Ok(if stopping { stopped(rs) } else { PipelineOutcome::Completed });
    };
    match error.unwind() {
        Unwind::Throw(_) => Ok(PipelineOutcome::Failed(Box::new(error_record(rs, &error)))),
        Unwind::Stopped => Ok(stopped(rs)),
        Unwind::Exit(code) => {
            if let Some(host) = rs.host.clone() {
                // a client that is gone needs no exit code
                let _ = host.set_should_exit(rs, *code);
            }
            Ok(PipelineOutcome::Completed)
        }
        Unwind::ExitProcess(code) => Err(Exit(*code)),
        Unwind::Break(_) | Unwind::Continue(_) | Unwind::Return | Unwind::StopUpstream(_) => {
            Ok(PipelineOutcome::Completed)
        }
    }
}

fn stopped(rs: &mut Runspace) -> PipelineOutcome {
    PipelineOutcome::Stopped(Some(Box::new(error_record(rs, &Unwind::Stopped.into()))))
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
