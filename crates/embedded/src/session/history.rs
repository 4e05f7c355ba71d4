//! The history of a runspace: what a client's user typed, where the client says so (AddToHistory of
//! CREATE_PIPELINE, [MS-PSRP] 2.2.2.10).

use psjob_dotnet::system::clock;
use psrp::message::CreatePipeline;
use psrp::server::PipelineOutcome;
use pwsh_runtime::Runspace;
use pwsh_value::{DateTime, Name, PsString, Value};

/// `PipelineState`
const STOPPED: i64 = 3;
const COMPLETED: i64 = 4;
const FAILED: i64 = 5;

/// Notes a pipeline that is over.
pub(super) fn note(rs: &mut Runspace, create: &CreatePipeline, outcome: &PipelineOutcome, start: DateTime) {
    if !create.add_to_history {
        return;
    }
    let status = match outcome {
        PipelineOutcome::Completed => COMPLETED,
        PipelineOutcome::Stopped(_) => STOPPED,
        PipelineOutcome::Failed(_) => FAILED,
    };
    let maximum = match rs.lookup(Name::intern("MaximumHistoryCount")) {
        Value::Int32(count) => usize::try_from(count).unwrap_or_default(),
        _ => 1,
    };
    let end = clock::now(rs);
    rs.history.add(text(create), status, (start, end), maximum);
}

/// The text that the client gives for it, else that of its commands.
fn text(create: &CreatePipeline) -> PsString {
    match &create.power_shell.history {
        Some(text) => PsString::from_wtf8(text.as_wtf8()),
        None => {
            let statements = create.power_shell.statements.iter();
            let texts = statements.map(|commands| {
                let texts = commands.iter().map(|command| command.text.to_string_lossy().into_owned());
                texts.collect::<Vec<_>>().join(" | ")
            });
            texts.collect::<Vec<_>>().join("; ").into()
        }
    }
}
