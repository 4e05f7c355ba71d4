//! What a job puts out, as one CLIXML document: what Import-Clixml reads.

use std::io::{self, Write};
use std::slice;

use bytes::Bytes;
use clixml::{Flavour, NoKey, Writer, tree};
use psjob_jobs::Job;
use psrp::client::Record;
use psrp::message::MessageType;
use psrp::message::payload::read_payload;

use super::text_view::Errors;
use super::{View, ViewFailure};

/// For a program that reads CLIXML. The other streams are on standard error, as for a user.
pub struct ClixmlView {
    document: Writer,
    errors: Errors,
}

impl ClixmlView {
    /// An empty document.
    pub fn new() -> Self {
        ClixmlView { document: Writer::new(Flavour::Serializer), errors: Errors::new() }
    }
}

impl View for ClixmlView {
    fn output(&mut self, object: &Bytes) -> Result<(), ViewFailure> {
        let value = read_payload(MessageType::PipelineOutput, object, &NoKey)?;
        Ok(tree::write(&mut self.document, slice::from_ref(&value), &NoKey)?)
    }

    fn record(&mut self, record: &Record) -> Result<(), ViewFailure> {
        Ok(self.errors.record(record)?)
    }

    fn finish(&mut self, job: &Job) -> Result<(), ViewFailure> {
        let mut stdout = io::stdout().lock();
        stdout.write_all(self.document.finish())?;
        stdout.write_all(b"\n")?;
        Ok(self.errors.finish(job)?)
    }
}
