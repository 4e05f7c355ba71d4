//! What a pipeline writes: serialized at the moment of the write, sent when the client has credit.

use super::{Control, Session};
use clixml::Flavour;
use parking_lot::Mutex;
use psjob_channel::Frame;
use psrp::Stream;
use psrp::enumeration::RemoteStreamOptions;
use psrp::message::{MessageType, MessageWriter};
use pwsh_runtime::Runspace;
use pwsh_runtime::host::Output;
use pwsh_runtime::record::{InformationRecord, Record};
use pwsh_runtime::serialize::{DEFAULT_DEPTH, RecordKind, SerializeError, Serializer};
use pwsh_value::{Result, Unwind, Value};
use std::sync::Arc;

/// The far end of the streams of a pipeline, or of the start script.
pub(super) struct PipelineOutput {
    session: Arc<Session>,
    control: Arc<Control>,
    writer: MessageWriter,
    options: RemoteStreamOptions,
    /// Taken while a value is written, since that may run script that writes.
    serializer: Mutex<Option<Serializer>>,
}

impl PipelineOutput {
    pub(super) fn new(
        session: Arc<Session>,
        control: Arc<Control>,
        options: RemoteStreamOptions,
    ) -> PipelineOutput {
        let writer = session.machine.lock().server.writer(control.lane);
        PipelineOutput { session, control, writer, options, serializer: Mutex::default() }
    }

    /// Writes a document and sends it.
    fn send(
        &self,
        rs: &mut Runspace,
        kind: MessageType,
        mut write: impl FnMut(
            &mut Serializer,
            &mut Runspace,
            &psrp::crypto::SecureStrings,
        ) -> Result<(), SerializeError>,
    ) -> Result<()> {
        let mut serializer = self.serializer.lock().take().unwrap_or_else(|| Serializer::new(Flavour::Wire));
        let key = self.session.secure_strings();
        loop {
            serializer.clear();
            match write(&mut serializer, rs, &key) {
                Ok(()) => break,
                Err(SerializeError::Key(_)) => self.session.await_key(&self.control)?,
                Err(SerializeError::Unwind(error)) => return Err(error),
            }
        }
        let sent = self.send_data(kind, serializer.finish());
        *self.serializer.lock() = Some(serializer);
        sent
    }

    fn send_data(&self, kind: MessageType, data: &[u8]) -> Result<()> {
        let stopped = || self.control.attention.is_stopping();
        for bytes in self.writer.payload(kind, data) {
            let frame = Frame::Data { lane: self.control.lane, stream: Stream::Default, bytes };
            self.session.end.send_output(frame, &stopped).map_err(|_| Unwind::Stopped)?;
        }
        Ok(())
    }
}

impl Output for PipelineOutput {
    fn output(&self, rs: &mut Runspace, value: Value) -> Result<()> {
        if value.is_null() {
            return self.send_data(MessageType::PipelineOutput, &[]);
        }
        self.send(rs, MessageType::PipelineOutput, |serializer, rs, key| {
            serializer.value(rs, &value, DEFAULT_DEPTH, key)
        })
    }

    fn record(&self, rs: &mut Runspace, record: Record) -> Result<()> {
        match record {
            Record::Error(value) => {
                let invocation = self.options.contains(RemoteStreamOptions::ERROR);
                self.send(rs, MessageType::ErrorRecord, |serializer, rs, key| match value.as_object() {
                    Some(obj) => serializer.error(rs, obj, RecordKind::Message { invocation }, key),
                    None => serializer.value(rs, &value, DEFAULT_DEPTH, key),
                })
            }
            Record::Warning(value) => {
                self.text_record(rs, MessageType::WarningRecord, &value, RemoteStreamOptions::WARNING)
            }
            Record::Verbose(value) => {
                self.text_record(rs, MessageType::VerboseRecord, &value, RemoteStreamOptions::VERBOSE)
            }
            Record::Debug(value) => {
                self.text_record(rs, MessageType::DebugRecord, &value, RemoteStreamOptions::DEBUG)
            }
            Record::Information(value) => {
                let Some(record) = value.as_object().and_then(|obj| obj.get::<InformationRecord>()) else {
                    return Ok(());
                };
                self.send(rs, MessageType::InformationRecord, |serializer, rs, key| {
                    serializer.information_record(rs, record.payload(), key)
                })
            }
            Record::Progress(record) => self.send(rs, MessageType::ProgressRecord, |serializer, _, _| {
                serializer.progress_record(&record);
                Ok(())
            }),
        }
    }
}

impl PipelineOutput {
    fn text_record(
        &self,
        rs: &mut Runspace,
        kind: MessageType,
        value: &Value,
        option: RemoteStreamOptions,
    ) -> Result<()> {
        let Some(obj) = value.as_object() else { return Ok(()) };
        let call = rs.cur.call.clone().filter(|_| self.options.contains(option));
        self.send(rs, kind, |serializer, rs, key| serializer.text_record(rs, obj, call.as_ref(), key))
    }
}
