//! Error records ([MS-PSRP] 2.2.3.15): as objects of the output, as messages, as the reason of a state.

use super::invocation::Facts;
use super::{DEFAULT_DEPTH, SerializeError, Serializer, Walk, Written};
use crate::Runspace;
use crate::error_record::ErrorRecord;
use clixml::{Name, SecureStringKey};
use pwsh_value::{Obj, PsString, Value};

/// What an error record is written for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RecordKind {
    /// An object of the output or a property.
    Output,
    /// The data of ERROR_RECORD; with the members of its invocation or without (RemoteStreamOptions).
    Message {
        /// Whether the invocation's members are written.
        invocation: bool,
    },
    /// `ExceptionAsErrorRecord` of a state.
    Reason,
}

impl Serializer {
    /// Writes the error record of an object whose payload it is.
    ///
    /// # Errors
    /// As [`value`](Self::value).
    pub fn error(
        &mut self,
        rs: &mut Runspace,
        record: &Obj,
        kind: RecordKind,
        key: &dyn SecureStringKey,
    ) -> Result<(), SerializeError> {
        let value = Value::Object(record.clone());
        let mut walk = self.walk(rs, key);
        match record.get::<ErrorRecord>() {
            Some(error) => {
                let error = error.payload().clone();
                walk.start(Name::NONE, record);
                walk.error_record(&value, &error, kind, DEFAULT_DEPTH)
            }
            None => walk.value(Name::NONE, &value, DEFAULT_DEPTH),
        }
    }
}

impl Walk<'_> {
    /// The parts of an error record whose object was begun; ends it.
    pub(super) fn error_record(
        &mut self,
        value: &Value,
        record: &ErrorRecord,
        kind: RecordKind,
        depth: i32,
    ) -> Written {
        let facts = Facts::new(record.call.as_ref(), record.position.as_ref());
        let types = self.type_names_of(value);
        self.type_names(&types);
        self.writer().to_string_text(record.message().as_wtf8());
        self.writer().start_members();
        self.value(Name::of("Exception"), &Value::Object(record.exception.clone()), depth)?;
        self.value(Name::of("TargetObject"), &record.target, depth - 1)?;
        self.text("FullyQualifiedErrorId", &record.id);
        let lists = self.invocation_object(&facts);
        self.writer().int32(Name::of("ErrorCategory_Category"), record.category as i32);
        let names = record.names.lock().clone();
        self.text("ErrorCategory_Activity", &names.activity);
        self.text("ErrorCategory_Reason", &names.reason);
        self.text("ErrorCategory_TargetName", &names.target_name);
        self.text("ErrorCategory_TargetType", &names.target_type);
        self.text("ErrorCategory_Message", &record.category_message());
        let details = record.details.lock().clone();
        if let Some(details) = details {
            self.text("ErrorDetails_Message", &details.message);
            self.text("ErrorDetails_RecommendedAction", &details.recommended_action());
        }
        let extended = matches!(kind, RecordKind::Message { invocation: true });
        self.writer().bool(Name::of("SerializeExtendedInfo"), extended);
        if extended {
            self.error_invocation(&facts, lists);
        }
        if !record.stack.is_empty() {
            self.text("ErrorDetails_ScriptStackTrace", &record.stack);
        }
        if kind != RecordKind::Reason {
            self.record_notes(value, depth)?;
        }
        let writer = self.writer();
        writer.end();
        writer.end();
        Ok(())
    }

    pub(super) fn text(&mut self, name: &str, text: &PsString) {
        self.writer().string(Name::of(name), text.as_wtf8());
    }
}
