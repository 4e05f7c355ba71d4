//! The records of the other streams: the data of their messages ([MS-PSRP] 2.2.3.16, 2.2.2.25, 2.2.2.26).

use super::invocation::{Facts, enumeration};
use super::{DEFAULT_DEPTH, SerializeError, Serializer, Walk, Written};
use crate::Runspace;
use crate::command::Invocation;
use crate::events::PsEvent;
use crate::record::{InformationRecord, ProgressRecord, TextRecord};
use clixml::tree::ContainerKind;
use clixml::{Name, SecureStringKey};
use pwsh_value::{Context, Obj, PsString, Value};
use std::sync::Arc;

const TAGS: [&str; 2] = [
    "System.Collections.Generic.List`1[[System.String, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, \
     PublicKeyToken=7cec85d7bea7798e]]",
    "System.Object",
];

impl Serializer {
    /// Writes a warning, verbose or debug record; with the members of `call` if it is given.
    ///
    /// # Errors
    /// As [`value`](Self::value).
    pub fn text_record(
        &mut self,
        rs: &mut Runspace,
        record: &Obj,
        call: Option<&Arc<Invocation>>,
        key: &dyn SecureStringKey,
    ) -> Result<(), SerializeError> {
        let message =
            record.get::<TextRecord>().map_or_else(PsString::empty, |r| r.payload().message.clone());
        let mut walk = self.walk(rs, key);
        walk.start(Name::NONE, record);
        walk.text_record(&Value::Object(record.clone()), &message, call)
    }

    /// Writes an information record.
    ///
    /// # Errors
    /// As [`value`](Self::value).
    pub fn information_record(
        &mut self,
        rs: &mut Runspace,
        record: &InformationRecord,
        key: &dyn SecureStringKey,
    ) -> Result<(), SerializeError> {
        let user = rs.process().env("USER").map(|user| user.to_string_lossy().into_owned());
        let mut walk = self.walk(rs, key);
        walk.writer().start_object(Name::NONE);
        walk.writer().start_members();
        walk.value(Name::of("MessageData"), &record.data, DEFAULT_DEPTH)?;
        walk.text("Source", &record.source);
        let time = walk.date(record.time);
        let writer = walk.writer();
        writer.date_time(Name::of("TimeGenerated"), time);
        writer.start_object(Name::of("Tags"));
        writer.type_names(&TAGS);
        writer.start_container(ContainerKind::List);
        for tag in &record.tags {
            writer.string(Name::NONE, tag.as_wtf8());
        }
        writer.end();
        writer.end();
        writer.string(Name::of("User"), user.unwrap_or_else(|| "root".to_owned()));
        writer.string(Name::of("Computer"), machine_name());
        writer.uint32(Name::of("ProcessId"), std::process::id());
        writer.uint32(Name::of("NativeThreadId"), rustix::thread::gettid().as_raw_nonzero().get() as u32);
        writer.uint32(Name::of("ManagedThreadId"), 1);
        writer.end();
        writer.end();
        Ok(())
    }

    /// Writes an event as USER_EVENT has it ([MS-PSRP] 2.2.2.12).
    ///
    /// # Errors
    /// As [`value`](Self::value).
    pub fn user_event(
        &mut self,
        rs: &mut Runspace,
        event: &PsEvent,
        key: &dyn SecureStringKey,
    ) -> Result<(), SerializeError> {
        let mut walk = self.walk(rs, key);
        walk.writer().start_object(Name::NONE);
        walk.writer().start_members();
        walk.writer().int32(Name::of("PSEventArgs.EventIdentifier"), event.identifier);
        walk.text("PSEventArgs.SourceIdentifier", &event.source_identifier);
        let time = walk.date(event.time);
        walk.writer().date_time(Name::of("PSEventArgs.TimeGenerated"), time);
        walk.value(Name::of("PSEventArgs.Sender"), &event.sender, DEFAULT_DEPTH)?;
        walk.value(Name::of("PSEventArgs.SourceArgs"), &event.source_args, DEFAULT_DEPTH)?;
        walk.value(Name::of("PSEventArgs.MessageData"), &event.message_data, DEFAULT_DEPTH)?;
        let writer = walk.writer();
        writer.null(Name::of("PSEventArgs.ComputerName"));
        writer.guid(Name::of("PSEventArgs.RunspaceId"), event.runspace);
        writer.end();
        writer.end();
        Ok(())
    }

    /// Writes a progress record.
    pub fn progress_record(&mut self, record: &ProgressRecord) {
        let writer = &mut self.writer;
        writer.start_object(Name::NONE);
        writer.start_members();
        writer.string(Name::of("Activity"), record.activity.as_wtf8());
        writer.int32(Name::of("ActivityId"), record.id);
        writer.string(Name::of("StatusDescription"), record.status.as_wtf8());
        match &record.operation {
            Some(operation) => writer.string(Name::of("CurrentOperation"), operation.as_wtf8()),
            None => writer.null(Name::of("CurrentOperation")),
        }
        writer.int32(Name::of("ParentActivityId"), record.parent_id);
        writer.int32(Name::of("PercentComplete"), record.percent);
        let (text, number) = if record.completed { ("Completed", 1) } else { ("Processing", 0) };
        enumeration(writer, "Type", "System.Management.Automation.ProgressRecordType", text, number);
        writer.int32(Name::of("SecondsRemaining"), record.seconds_remaining);
        writer.end();
        writer.end();
    }
}

impl Walk<'_> {
    /// The parts of a text record whose object was begun; ends it.
    pub(super) fn text_record(
        &mut self,
        value: &Value,
        message: &PsString,
        call: Option<&Arc<Invocation>>,
    ) -> Written {
        let types = self.text_record_types(value);
        self.type_names(&types);
        self.writer().to_string_text(message.as_wtf8());
        self.writer().start_members();
        self.text("InformationalRecord_Message", message);
        self.writer().bool(Name::of("InformationalRecord_SerializeInvocationInfo"), call.is_some());
        if call.is_some() {
            self.text_invocation(&Facts::new(call, None))?;
        }
        self.writer().end();
        self.writer().end();
        Ok(())
    }

    /// The record's types, its base among them whether or not the facade declares it.
    fn text_record_types(&mut self, value: &Value) -> Vec<PsString> {
        let names = self.type_names_of(value);
        if names.len() > 2 {
            return names;
        }
        let own = names.into_iter().next().unwrap_or_else(PsString::empty);
        vec![own, "System.Management.Automation.InformationalRecord".into(), "System.Object".into()]
    }
}

/// The machine's name, as `[Environment]::MachineName` has it.
fn machine_name() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}
