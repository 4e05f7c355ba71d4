//! What a running cmdlet sees: the streams, its call, the runspace.

use super::resolve::CommandRef;
use crate::Runspace;
use crate::confirmation::AnswerToAll;
use crate::error_record::ErrorRecord;
use crate::pipeline::{Streams, Write};
use crate::record::{InformationRecord, ProgressRecord, TextRecord};
use pwsh_syntax::{Extent, Source};
use pwsh_value::{Error, Obj, PsString, Result, Value};
use std::sync::Arc;

/// One call of a command: what was bound and where its streams go.
#[derive(Clone)]
pub struct Invocation {
    /// The command.
    pub command: CommandRef,
    /// The name it was called by.
    pub name: PsString,
    /// The parameters that were bound, by name, in order.
    pub bound: Vec<(PsString, Value)>,
    /// The parameter set that was chosen; empty where the command has none.
    pub set: PsString,
    /// Where the streams go.
    pub streams: Streams,
    /// Where the call stands.
    pub position: Option<(Arc<Source>, Extent)>,
    /// Its position in the pipeline, from 1, and the pipeline's length.
    pub pipeline: (usize, usize),
    /// Whether objects come through the pipeline.
    pub expects_input: bool,
    /// The preferences that the common parameters set for this call.
    pub preferences: CommonParameters,
}

/// The common parameters of one call; `None`: not given.
#[derive(Clone, Default)]
pub struct CommonParameters {
    /// -ErrorAction
    pub error_action: Option<Preference>,
    /// -WarningAction
    pub warning_action: Option<Preference>,
    /// -InformationAction
    pub information_action: Option<Preference>,
    /// -ProgressAction
    pub progress_action: Option<Preference>,
    /// -Verbose
    pub verbose: Option<bool>,
    /// -Debug
    pub debug: Option<bool>,
    /// -WhatIf
    pub what_if: Option<bool>,
    /// -Confirm
    pub confirm: Option<bool>,
    /// What the user answered a question of -Confirm with, for all that follow in this call.
    pub answer_to_all: AnswerToAll,
    /// -ErrorVariable, with whether it appends (`+name`).
    pub error_variable: Option<(PsString, bool)>,
    /// -WarningVariable
    pub warning_variable: Option<(PsString, bool)>,
    /// -InformationVariable
    pub information_variable: Option<(PsString, bool)>,
    /// -OutVariable
    pub out_variable: Option<(PsString, bool)>,
    /// -PipelineVariable
    pub pipeline_variable: Option<PsString>,
}

/// `ActionPreference`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Preference {
    /// Drops the record.
    SilentlyContinue,
    /// Shows it and stops.
    Stop,
    /// Shows it and goes on.
    Continue,
    /// Shows it and asks.
    Inquire,
    /// Drops it without a trace.
    Ignore,
    /// Stops in the debugger.
    Break,
}

/// A cmdlet's view of its call.
pub struct Io<'a> {
    /// The runspace it runs in.
    pub rs: &'a mut Runspace,
    /// The call.
    pub call: &'a Arc<Invocation>,
}

impl Io<'_> {
    /// Puts out one object, as it is.
    pub fn write(&mut self, value: impl Into<Value>) -> Result<()> {
        self.rs.write_output(self.call, value.into())
    }

    /// Puts out a value as a statement would: the items of a collection one by one.
    pub fn write_each(&mut self, value: Value) -> Result<()> {
        self.rs.write_each_of(self.call, value)
    }

    /// Writes a non-terminating error; with -ErrorAction Stop it comes back to be returned.
    pub fn write_error(&mut self, error: Error) -> Result<()> {
        let record = self.rs.record_of(&error, Some(self.call));
        self.rs.write_error_record(self.call, record)
    }

    /// Writes an error record that is there already.
    pub fn write_error_record(&mut self, record: ErrorRecord) -> Result<()> {
        self.rs.write_error_record(self.call, record)
    }

    /// Writes an error record object that is there already, as it is.
    pub fn pass_error(&mut self, record: &Obj) -> Result<()> {
        self.rs.write_error_object(self.call, record.clone())
    }

    /// Hands on a text record of another runspace, where the preferences were applied.
    pub fn pass_text_record(&mut self, stream: Write, record: &Obj) -> Result<()> {
        let text = record.get::<TextRecord>().map_or_else(PsString::empty, |record| record.message.clone());
        self.rs.put_text_record(self.call.streams.of(stream), stream, Value::Object(record.clone()), &text)
    }

    /// Writes to the warning stream.
    pub fn warning(&mut self, text: impl Into<PsString>) -> Result<()> {
        self.rs.write_text_record(self.call, Write::Warning, text.into())
    }

    /// Writes to the verbose stream.
    pub fn verbose(&mut self, text: impl Into<PsString>) -> Result<()> {
        self.rs.write_text_record(self.call, Write::Verbose, text.into())
    }

    /// Writes to the debug stream.
    pub fn debug(&mut self, text: impl Into<PsString>) -> Result<()> {
        self.rs.write_text_record(self.call, Write::Debug, text.into())
    }

    /// Writes to the information stream.
    pub fn information(&mut self, record: InformationRecord) -> Result<()> {
        self.rs.write_information(self.call, record)
    }

    /// Writes a progress record.
    pub fn progress(&mut self, record: ProgressRecord) -> Result<()> {
        self.rs.write_progress(self.call, record)
    }

    /// Whether the action shall be done: -WhatIf says what would be, -Confirm asks.
    pub fn should_process(&mut self, target: &str, action: &str) -> Result<bool> {
        self.rs.should_process(self.call, target, action)
    }

    /// Asks the user whether to go on.
    ///
    /// # Errors
    /// Where there is nobody to ask.
    pub fn should_continue(&mut self, query: &str, caption: &str) -> Result<bool> {
        self.rs.should_continue(&query.into(), &caption.into())
    }

    /// Whether a parameter was given.
    pub fn is_bound(&self, name: &str) -> bool {
        self.call.bound.iter().any(|(n, _)| n.is(name))
    }

    /// The name of the parameter set in use.
    pub fn set(&self) -> &PsString {
        &self.call.set
    }

    /// Answers requests that came in meanwhile; long work calls it.
    pub fn poll(&mut self) -> Result<()> {
        self.rs.poll()
    }
}
