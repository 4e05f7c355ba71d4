//! The records of the streams beside output and error.

use crate::command::Invocation;
use pwsh_value::text::date::Zone;
use pwsh_value::{DateTime, DateTimeKind, Payload, PsString, Value};
use std::sync::Arc;

/// The payload of a warning, verbose or debug record.
pub struct TextRecord {
    /// The text.
    pub message: PsString,
    /// The call of the function that said it, none for a script.
    pub call: Option<Arc<Invocation>>,
    /// Whether it was written to its stream: where it is shown, it is shown as a warning and the like.
    pub from_stream: bool,
}

impl Payload for TextRecord {}

/// The payload of an `InformationRecord`.
#[derive(Clone)]
pub struct InformationRecord {
    /// The message: any object; Write-Host's is a `HostInformationMessage`.
    pub data: Value,
    /// The command or script that wrote it.
    pub source: PsString,
    /// When.
    pub time: DateTime,
    /// Its tags.
    pub tags: Vec<PsString>,
}

impl Payload for InformationRecord {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.data);
    }
}

impl InformationRecord {
    /// A record of this moment.
    pub fn now(data: Value, source: PsString, tags: Vec<PsString>) -> InformationRecord {
        InformationRecord { data, source, time: now(), tags }
    }
}

/// The machine's local time of this moment.
pub fn now() -> DateTime {
    /// Ticks of 1970-01-01.
    const UNIX_EPOCH: i64 = 621_355_968_000_000_000;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let ticks = UNIX_EPOCH + (since.as_nanos() / 100) as i64;
    let utc = DateTime::new(ticks, DateTimeKind::Utc).unwrap_or(DateTime::MIN);
    Zone::of_variable(None).to_local(utc)
}

/// The name of this machine.
pub fn computer_name() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

/// The number of the running thread.
pub fn thread_id() -> u32 {
    rustix::thread::gettid().as_raw_nonzero().get() as u32
}

/// The payload of a `HostInformationMessage`: what Write-Host says.
pub struct HostMessage {
    /// The text.
    pub message: PsString,
    /// Whether no line end follows.
    pub no_new_line: bool,
    /// The colours, by `ConsoleColor`'s numbers.
    pub foreground: Option<i32>,
    /// The background.
    pub background: Option<i32>,
}

impl Payload for HostMessage {}

/// A progress record.
#[derive(Clone, Debug)]
pub struct ProgressRecord {
    /// What is being done; not empty.
    pub activity: PsString,
    /// Which activity, at least 0.
    pub id: i32,
    /// The activity that it is part of, -1 for none.
    pub parent_id: i32,
    /// How far it is; not empty.
    pub status: PsString,
    /// What is being worked on.
    pub operation: Option<PsString>,
    /// 0 to 100, -1 for unknown.
    pub percent: i32,
    /// -1 for unknown.
    pub seconds_remaining: i32,
    /// Whether the activity is over.
    pub completed: bool,
}

/// What goes to one of the pipeline's own streams.
pub enum Record {
    /// An `ErrorRecord` object.
    Error(Value),
    /// A `WarningRecord` object.
    Warning(Value),
    /// A `VerboseRecord` object.
    Verbose(Value),
    /// A `DebugRecord` object.
    Debug(Value),
    /// An `InformationRecord` object.
    Information(Value),
    /// A progress record.
    Progress(ProgressRecord),
}
