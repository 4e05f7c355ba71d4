//! What a job puts out, as PowerShell shows it: output on stdout, the other streams apart on stderr.

use std::io::{self, Write};

use bytes::Bytes;
use psjob_channel::Engine;
use psjob_jobs::{Job, SessionFailure};
use psrp::client::Record;

use super::display::Display;
use super::{View, ViewFailure};
use crate::console::{ProgressBar, Terminal};
use crate::records;

/// For a user.
pub struct TextView {
    display: Display,
    errors: Errors,
}

/// The streams beside the output, on standard error.
pub struct Errors {
    progress: ProgressBar,
    columns: u16,
}

impl TextView {
    /// Begins the session that formats.
    pub fn begin(engine: &dyn Engine) -> Result<Self, SessionFailure> {
        Ok(TextView { display: Display::begin(engine)?, errors: Errors::new() })
    }
}

impl View for TextView {
    fn output(&mut self, object: &Bytes) -> Result<(), ViewFailure> {
        self.errors.clear()?;
        Ok(self.display.show(object)?)
    }

    fn record(&mut self, record: &Record) -> Result<(), ViewFailure> {
        Ok(self.errors.record(record)?)
    }

    fn finish(&mut self, job: &Job) -> Result<(), ViewFailure> {
        self.display.finish()??;
        Ok(self.errors.finish(job)?)
    }
}

impl Errors {
    /// Nothing is shown yet.
    pub fn new() -> Self {
        Errors { progress: ProgressBar::new(), columns: Terminal::new().size().0 }
    }

    /// Makes room for a line.
    pub fn clear(&mut self) -> io::Result<()> {
        self.progress.clear()
    }

    /// Shows a record as a line, or as a bar.
    pub fn record(&mut self, record: &Record) -> io::Result<()> {
        if let Record::Progress(progress) = record {
            return self.progress.show(progress, self.columns);
        }
        self.clear()?;
        match records::text(record) {
            Some(line) => writeln!(io::stderr(), "{line}"),
            None => Ok(()),
        }
    }

    /// Shows why the job failed, if it did.
    pub fn finish(&mut self, job: &Job) -> io::Result<()> {
        self.clear()?;
        let Some(reason) = job.reason() else { return Ok(()) };
        match &reason.error {
            Some(error) => writeln!(io::stderr(), "{}", records::error_text(error)),
            None => writeln!(io::stderr(), "{}", reason.message),
        }
    }
}
