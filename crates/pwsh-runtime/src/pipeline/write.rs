//! Writing to the streams.

use super::sinks::Out;
use super::streams::Write;
use crate::command::{Invocation, Preference};
use crate::error_record::ErrorRecord;
use crate::record::{HostMessage, InformationRecord, ProgressRecord, Record, TextRecord};
use crate::runspace::Runspace;
use pwsh_value::payload::List;
use pwsh_value::ty::named;
use pwsh_value::{Error, Name, Obj, Payload, PsString, Result, Value};
use std::sync::atomic::Ordering;
use std::sync::{Arc, LazyLock};

/// ConsoleColor's numbers of what Write-Host takes where one colour is given and the host has none of its own.
const GRAY: i32 = 7;
const BLACK: i32 = 0;

/// `$Error` keeps at most as many records as `$MaximumErrorCount` says by default.
const MAXIMUM_ERRORS: usize = 256;

static ERROR_PREFERENCE: LazyLock<Name> = LazyLock::new(|| Name::intern("ErrorActionPreference"));
static WARNING_PREFERENCE: LazyLock<Name> = LazyLock::new(|| Name::intern("WarningPreference"));
static VERBOSE_PREFERENCE: LazyLock<Name> = LazyLock::new(|| Name::intern("VerbosePreference"));
static DEBUG_PREFERENCE: LazyLock<Name> = LazyLock::new(|| Name::intern("DebugPreference"));
static PROGRESS_PREFERENCE: LazyLock<Name> = LazyLock::new(|| Name::intern("ProgressPreference"));
static INFORMATION_PREFERENCE: LazyLock<Name> = LazyLock::new(|| Name::intern("InformationPreference"));

impl Runspace {
    /// Puts one object somewhere.
    #[inline]
    pub(crate) fn write(&mut self, out: Out, value: Value) -> Result<()> {
        match out {
            Out::Collector(id) => {
                self.sinks.push(id, value);
                Ok(())
            }
            Out::Stage(id) => self.feed_stage(id, value),
            Out::Top | Out::TopOutput => {
                let output = self.output.clone();
                output.output(self, value)
            }
            Out::Discard => Ok(()),
            Out::Tee(_) => {
                let out = self.past_tees(out, &value);
                self.write(out, value)
            }
        }
    }

    /// Puts a value somewhere as a statement does: the items of a collection one by one, nothing for Void.
    #[inline]
    pub(crate) fn write_each(&mut self, out: Out, value: Value) -> Result<()> {
        match &value {
            Value::Void => Ok(()),
            Value::Object(_) => match self.enumerable(&value)? {
                Some(items) => {
                    for item in items {
                        if self.attention.word() != 0 {
                            self.poll()?;
                        }
                        self.write(out, item)?;
                    }
                    Ok(())
                }
                None => self.write(out, value),
            },
            _ => self.write(out, value),
        }
    }

    /// A cmdlet's object.
    pub(crate) fn write_output(&mut self, call: &Arc<Invocation>, value: Value) -> Result<()> {
        if let Some(name) = &call.preferences.pipeline_variable {
            self.set_in(self.cur.scope, Name::intern(&name.to_str()), value.clone());
        }
        self.write(call.streams.output, value)
    }

    /// A cmdlet's value as a statement's.
    pub(crate) fn write_each_of(&mut self, call: &Arc<Invocation>, value: Value) -> Result<()> {
        match self.enumerable(&value)? {
            Some(items) => items.into_iter().try_for_each(|item| self.write_output(call, item)),
            None if matches!(value, Value::Void) => Ok(()),
            None => self.write_output(call, value),
        }
    }

    /// Adds a record to `$Error`, unless it is the newest already.
    pub(crate) fn remember_error(&mut self, record: &Value) {
        let Some(list) = self.errors.get::<List>() else { return };
        if list.get(0).is_some_and(|newest| newest.same(record)) {
            return;
        }
        list.insert(0, record.clone());
        let length = list.len();
        if length > MAXIMUM_ERRORS {
            list.remove(MAXIMUM_ERRORS, length - MAXIMUM_ERRORS);
        }
    }

    /// A non-terminating error of a command: by -ErrorAction and `$ErrorActionPreference` it is shown, dropped
    /// or raised.
    pub(crate) fn write_error_record(&mut self, call: &Arc<Invocation>, record: ErrorRecord) -> Result<()> {
        self.write_error_object(call, record.object())
    }

    /// The same for a record that is an object already.
    pub(crate) fn write_error_object(&mut self, call: &Arc<Invocation>, record: Obj) -> Result<()> {
        self.failed = true;
        let preference = call.preferences.error_action.unwrap_or_else(|| self.preference(*ERROR_PREFERENCE));
        let value = Value::Object(record);
        match preference {
            Preference::Ignore => {
                self.past_tees(call.streams.error, &value);
                Ok(())
            }
            Preference::SilentlyContinue => {
                self.past_tees(call.streams.error, &value);
                self.remember_error(&value);
                Ok(())
            }
            Preference::Stop => {
                self.past_tees(call.streams.error, &value);
                Err(self.stop_by_preference(value))
            }
            Preference::Continue | Preference::Inquire | Preference::Break => {
                self.remember_error(&value);
                self.put_error(call.streams.error, value)
            }
        }
    }

    fn stop_by_preference(&mut self, record: Value) -> Error {
        let handle = record.as_object().and_then(|obj| obj.get::<ErrorRecord>());
        let (text, inner) = handle.map(|record| (record.message(), record.exception.clone())).unzip();
        let text = format!(
            "The running command stopped because the preference variable \"ErrorActionPreference\" or common parameter is set to Stop: {}",
            text.unwrap_or_else(PsString::empty)
        );
        let ty = named("System.Management.Automation.ActionPreferenceStopException");
        let exception = pwsh_value::payload::Exception::object(ty, text.into(), inner);
        if let Some(handle) = exception.get::<pwsh_value::payload::Exception>() {
            handle.set_field("ErrorRecord", record.clone());
        }
        let mut error = Error::throw(exception);
        if let Some(thrown) = error.thrown_mut() {
            thrown.record = Some(record);
            thrown.from_throw = true;
        }
        error
    }

    /// An error record to an error stream.
    pub(crate) fn put_error(&mut self, out: Out, record: Value) -> Result<()> {
        if let Some(error) = record.cell().and_then(|obj| obj.get::<ErrorRecord>()) {
            error.payload().from_stream.store(true, Ordering::Relaxed);
        }
        match self.past_tees(out, &record) {
            Out::Top => {
                let output = self.output.clone();
                output.record(self, Record::Error(record))
            }
            other => self.write(other, record),
        }
    }

    /// Shows an error record where the running frame's errors go.
    pub(crate) fn show_error(&mut self, record: ErrorRecord) -> Result<()> {
        let value = Value::Object(record.object());
        self.remember_error(&value);
        self.put_error(self.cur.streams.error, value)
    }

    /// A warning, verbose or debug record, by its preference.
    pub(crate) fn write_text_record(
        &mut self,
        call: &Arc<Invocation>,
        stream: Write,
        text: PsString,
    ) -> Result<()> {
        let common = &call.preferences;
        let switch = |given: Option<bool>| {
            given.map(|on| if on { Preference::Continue } else { Preference::SilentlyContinue })
        };
        let (given, variable) = match stream {
            Write::Warning => (common.warning_action, *WARNING_PREFERENCE),
            Write::Verbose => (switch(common.verbose), *VERBOSE_PREFERENCE),
            Write::Debug => (switch(common.debug), *DEBUG_PREFERENCE),
        };
        let preference = given.unwrap_or_else(|| self.preference(variable));
        let record = object(
            record_type(stream),
            TextRecord { message: text.clone(), call: self.cur.call.clone(), from_stream: true },
        );
        let out = self.past_tees(call.streams.of(stream), &record);
        if matches!(preference, Preference::SilentlyContinue | Preference::Ignore) {
            return Ok(());
        }
        self.put_text_record(out, stream, record, &text)?;
        if preference == Preference::Stop {
            let name = match stream {
                Write::Warning => "WarningPreference",
                Write::Verbose => "VerbosePreference",
                Write::Debug => "DebugPreference",
            };
            let text = format!(
                "The running command stopped because the preference variable \"{name}\" or common parameter is set to Stop: {text}"
            );
            let mut error = Error::new("System.Management.Automation.ActionPreferenceStopException", text)
                .id("ActionPreferenceStop")
                .category(pwsh_value::Category::OperationStopped);
            if let Some(thrown) = error.thrown_mut() {
                thrown.from_throw = true;
            }
            return Err(error);
        }
        Ok(())
    }

    /// Sends a text as a record of its stream, and has the host show it, whatever the preferences.
    pub(crate) fn put_text(&mut self, stream: Write, text: PsString) -> Result<()> {
        let record =
            object(record_type(stream), TextRecord { message: text.clone(), call: None, from_stream: true });
        self.put_text_record(Out::Top, stream, record, &text)
    }

    /// Puts a text record into its stream, whatever the preference.
    pub(crate) fn put_text_record(
        &mut self,
        out: Out,
        stream: Write,
        record: Value,
        text: &PsString,
    ) -> Result<()> {
        if out != Out::Top {
            return self.write(out, record);
        }
        let record = match stream {
            Write::Warning => Record::Warning(record),
            Write::Verbose => Record::Verbose(record),
            Write::Debug => Record::Debug(record),
        };
        let output = self.output.clone();
        output.record(self, record)?;
        match self.host.clone() {
            Some(host) => host.write_stream_line(self, stream, text),
            None => Ok(()),
        }
    }

    /// An information record; it is always sent, whatever the preference.
    pub(crate) fn write_information(
        &mut self,
        call: &Arc<Invocation>,
        record: InformationRecord,
    ) -> Result<()> {
        let data = pwsh_value::convert::to_text(self, &record.data)?;
        let value = object("System.Management.Automation.InformationRecord", record);
        let out = self.past_tees(call.streams.information, &value);
        let preference = match call.preferences.information_action {
            Some(preference) => preference,
            None => self.preference(*INFORMATION_PREFERENCE),
        };
        if preference == Preference::Ignore {
            return Ok(());
        }
        let action = preference;
        match out {
            Out::Top => {
                let output = self.output.clone();
                output.record(self, Record::Information(value.clone()))?;
                self.show_information(action, &value)?;
            }
            other => self.write(other, value)?,
        }
        if action != Preference::Stop {
            return Ok(());
        }
        let text = format!(
            "The running command stopped because the preference variable \"InformationPreference\" or common parameter is set to Stop: {data}"
        );
        let mut error = Error::new("System.Management.Automation.ActionPreferenceStopException", text)
            .id("ActionPreferenceStop")
            .category(pwsh_value::Category::OperationStopped);
        if let Some(thrown) = error.thrown_mut() {
            thrown.from_throw = true;
        }
        Err(self.with_record(error, Some(call)))
    }

    /// A progress record.
    pub(crate) fn write_progress(&mut self, call: &Arc<Invocation>, record: ProgressRecord) -> Result<()> {
        let action = match call.preferences.progress_action {
            Some(action) => action,
            None => self.preference(*PROGRESS_PREFERENCE),
        };
        if matches!(action, Preference::SilentlyContinue | Preference::Ignore) {
            return Ok(());
        }
        self.put_progress(0, record)
    }

    /// Sends a progress record, and has the host show it.
    pub(crate) fn put_progress(&mut self, source: i64, record: ProgressRecord) -> Result<()> {
        let output = self.output.clone();
        output.record(self, Record::Progress(record.clone()))?;
        match self.host.clone() {
            Some(host) => host.write_progress(self, source, &record),
            None => Ok(()),
        }
    }

    /// What Write-Host says is for the host, other information only if it is asked for.
    fn show_information(&mut self, preference: Preference, value: &Value) -> Result<()> {
        let (Some(host), Some(record)) = (self.host.clone(), value.as_object()) else { return Ok(()) };
        let Some(record) = record.get::<InformationRecord>() else { return Ok(()) };
        let has = |tag: &str| record.tags.iter().any(|t| t.is(tag));
        if (has("FORWARDED") || !has("PSHOST")) && preference != Preference::Continue {
            return Ok(());
        }
        let message = record.data.as_object().and_then(|data| data.get::<HostMessage>());
        match message {
            Some(message) if message.foreground.or(message.background).is_some() || message.no_new_line => {
                let foreground = message.foreground.unwrap_or(GRAY);
                let background = message.background.unwrap_or(BLACK);
                host.write(self, &message.message, foreground, background, !message.no_new_line)
            }
            Some(message) => host.write(self, &message.message, -1, -1, true),
            None => {
                let text = pwsh_value::convert::to_text(self, &record.data)?;
                host.write(self, &text, -1, -1, true)
            }
        }
    }

    /// The value of a preference variable.
    pub(crate) fn preference(&mut self, name: Name) -> Preference {
        let value = self.lookup(name);
        if let Some(number) = value.as_object().and_then(|o| o.get::<pwsh_value::payload::EnumNumber>()) {
            return match number.0 {
                0 => Preference::SilentlyContinue,
                1 => Preference::Stop,
                3 => Preference::Inquire,
                4 => Preference::Ignore,
                6 => Preference::Break,
                _ => Preference::Continue,
            };
        }
        let Some(text) = value.as_string() else { return Preference::Continue };
        let named = [
            ("SilentlyContinue", Preference::SilentlyContinue),
            ("Stop", Preference::Stop),
            ("Inquire", Preference::Inquire),
            ("Ignore", Preference::Ignore),
            ("Break", Preference::Break),
        ];
        named.into_iter().find(|(name, _)| text.is(name)).map_or(Preference::Continue, |(_, p)| p)
    }
}

fn record_type(stream: Write) -> &'static str {
    match stream {
        Write::Warning => "System.Management.Automation.WarningRecord",
        Write::Verbose => "System.Management.Automation.VerboseRecord",
        Write::Debug => "System.Management.Automation.DebugRecord",
    }
}

fn object(type_name: &str, payload: impl Payload) -> Value {
    Value::Object(Obj::new(named(type_name), payload))
}
