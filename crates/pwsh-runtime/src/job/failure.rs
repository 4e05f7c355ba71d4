//! Why a job failed.

use super::source::JobFailure;
use crate::Runspace;
use crate::deserialize;
use crate::error_record::ErrorRecord;
use clixml::NoKey;
use parking_lot::Mutex;
use pwsh_value::{Category, Error, Obj, Value};

/// The reason of a failed job: as it came until script looks, then the error record made of it.
pub struct Failure {
    came: JobFailure,
    record: Mutex<Option<Obj>>,
}

impl Failure {
    /// A reason as it came.
    pub fn new(came: JobFailure) -> Failure {
        Failure { came, record: Mutex::new(None) }
    }

    /// The error record that Receive-Job shows; the same one at each call.
    pub fn record(&self, rs: &mut Runspace) -> Obj {
        if let Some(record) = self.record.lock().clone() {
            return record;
        }
        let made = match &self.came {
            JobFailure::Record(data) => deserialize::error_record(rs, data, &NoKey).ok(),
            JobFailure::Session(_) | JobFailure::Exit(_) => None,
        };
        let record = made.unwrap_or_else(|| self.of_session(rs));
        self.record.lock().get_or_insert(record).clone()
    }

    fn of_session(&self, rs: &mut Runspace) -> Obj {
        let (id, message) = match &self.came {
            JobFailure::Exit(code) => (
                "2101,PSSessionStateBroken",
                format!(
                    "The background process closed or ended abnormally: \n      Exit code: {code}\n      Stdout: ''\n      Stderr: ''\n    ."
                ),
            ),
            JobFailure::Session(text) => ("2100,PSSessionStateBroken", reported(text)),
            JobFailure::Record(_) => {
                ("2100,PSSessionStateBroken", reported("the error that ended the job cannot be read"))
            }
        };
        let error = Error::new("System.Management.Automation.Remoting.PSRemotingTransportException", message)
            .id(id)
            .category(Category::OpenError)
            .target(Value::str("localhost"));
        ErrorRecord { position: None, stack: "".into(), ..rs.record_of(&error, None) }.object()
    }

    /// `JobStateInfo.Reason`: the exception.
    pub fn exception(&self, rs: &mut Runspace) -> Value {
        let record = self.record(rs);
        record.get::<ErrorRecord>().map_or(Value::Null, |record| Value::Object(record.exception.clone()))
    }
}

fn reported(text: &str) -> String {
    format!("The background process reported an error with the following message: {text}.")
}
