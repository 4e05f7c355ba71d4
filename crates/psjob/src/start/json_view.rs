//! What a job puts out, as JSON: an object a line.
//!
//! ```text
//! {"stream":"output","value":...}
//! {"stream":"error","message":...,"id":...,"category":...,"target":...}
//! {"stream":"warning","message":...}                          verbose and debug likewise
//! {"stream":"information","value":...,"tags":[...]}
//! {"stream":"progress","activity":...,"status":...,"percent":...}
//! {"job":{"id":1,"name":"Job1","state":"Completed","reason":null}}      the last line
//! ```

use std::io::{self, BufWriter, Stdout, Write};

use bytes::Bytes;
use clixml::{NoKey, Text};
use psjob_jobs::Job;
use psrp::client::Record;
use psrp::message::MessageType;
use psrp::message::payload::read_payload;
use serde_json::json;

use super::{View, ViewFailure};
use crate::json::value;
use crate::records;

/// For a program that reads JSON.
pub struct JsonView {
    out: BufWriter<Stdout>,
}

impl JsonView {
    /// Writes to standard output.
    pub fn new() -> Self {
        JsonView { out: BufWriter::new(io::stdout()) }
    }

    /// Each line is put out at once: its reader may be waiting for it.
    fn line(&mut self, line: &serde_json::Value) -> Result<(), ViewFailure> {
        writeln!(self.out, "{line}")?;
        Ok(self.out.flush()?)
    }
}

fn text(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(Text::to_string)
}

impl View for JsonView {
    fn output(&mut self, object: &Bytes) -> Result<(), ViewFailure> {
        let object = read_payload(MessageType::PipelineOutput, object, &NoKey)?;
        self.line(&json!({ "stream": "output", "value": value(&object) }))
    }

    fn record(&mut self, record: &Record) -> Result<(), ViewFailure> {
        self.line(&match record {
            Record::Error(error) => json!({
                "stream": "error",
                "message": text(&error.message()),
                "id": text(&error.fully_qualified_error_id),
                "category": error.category.to_string(),
                "target": text(&error.category_target_name),
            }),
            Record::Warning(record) => json!({ "stream": "warning", "message": records::message(record) }),
            Record::Verbose(record) => json!({ "stream": "verbose", "message": records::message(record) }),
            Record::Debug(record) => json!({ "stream": "debug", "message": records::message(record) }),
            Record::Information(record) => json!({
                "stream": "information",
                "value": value(&record.message_data),
                "tags": record.tags.iter().map(Text::to_string).collect::<Vec<_>>(),
            }),
            Record::Progress(record) => json!({
                "stream": "progress",
                "activity": record.activity.to_string(),
                "status": record.status_description.to_string(),
                "percent": record.percent_complete,
            }),
        })
    }

    fn finish(&mut self, job: &Job) -> Result<(), ViewFailure> {
        self.line(&json!({ "job": {
            "id": job.id,
            "name": job.name,
            "state": job.state().to_string(),
            "reason": job.reason().map(|reason| reason.message.as_str()),
        }}))
    }
}
