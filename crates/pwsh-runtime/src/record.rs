//! The records of the streams beside output and error.

use pwsh_value::{DateTime, Payload, PsString, Value};

/// The payload of a warning, verbose or debug record.
pub struct TextRecord {
    /// The text.
    pub message: PsString,
}

impl Payload for TextRecord {}

/// The payload of an `InformationRecord`.
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
