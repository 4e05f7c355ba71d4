//! The records of streams as messages bring them ([MS-PSRP] 2.2.3.15, 2.2.3.16): what came from another runspace
//! becomes a record here again.

use super::{DeserializeError, value};
use crate::Runspace;
use crate::error_record::{CategoryNames, ErrorRecord};
use crate::facade::ErrorDetails;
use crate::record::{InformationRecord, ProgressRecord, TextRecord, now};
use clixml::SecureStringKey;
use parking_lot::Mutex;
use pwsh_value::payload::Exception;
use pwsh_value::ty::named;
use pwsh_value::{Category, Context, Obj, PsString, Value, convert};
use std::sync::atomic::AtomicBool;

type Made<T = Obj> = Result<T, DeserializeError>;

/// The data of ERROR_RECORD as an error record of another runspace; its exception is a `RemoteException`.
///
/// # Errors
/// As [`value`].
pub fn error_record(rs: &mut Runspace, data: &[u8], key: &dyn SecureStringKey) -> Made {
    let came = value(rs, data, key)?;
    let mut read = Members { rs, came: &came };
    let thrown = read.member("Exception");
    let message = Members { rs: read.rs, came: &thrown }.text("Message");
    let message = if message.is_empty() { read.rs.to_text(&came).unwrap_or(message) } else { message };
    let exception = Exception::object(named("System.Management.Automation.RemoteException"), message, None);
    let invocation = read.member("InvocationInfo");
    if let Some(exception) = exception.get::<Exception>() {
        exception.set_field("SerializedRemoteException", thrown);
        exception.set_field("SerializedRemoteInvocationInfo", invocation);
    }
    let details = read.member("ErrorDetails_Message");
    let details = (!details.is_null()).then(|| read.text("ErrorDetails_Message")).map(ErrorDetails::new);
    let record = ErrorRecord {
        exception,
        target: read.member("TargetObject"),
        id: read.text("FullyQualifiedErrorId"),
        category: Category::from_number(i64::from(read.number("ErrorCategory_Category"))),
        names: Mutex::new(CategoryNames {
            activity: read.text("ErrorCategory_Activity"),
            reason: read.text("ErrorCategory_Reason"),
            target_name: read.text("ErrorCategory_TargetName"),
            target_type: read.text("ErrorCategory_TargetType"),
        }),
        details: Mutex::new(details),
        position: None,
        call: None,
        stack: read.text("ErrorDetails_ScriptStackTrace"),
        from_stream: AtomicBool::new(false),
    };
    Ok(Obj::new(named("System.Management.Automation.Runspaces.RemotingErrorRecord"), record))
}

/// The data of WARNING_RECORD, VERBOSE_RECORD or DEBUG_RECORD as a record of that type.
///
/// # Errors
/// As [`value`].
pub fn text_record(rs: &mut Runspace, data: &[u8], type_name: &str, key: &dyn SecureStringKey) -> Made {
    let came = value(rs, data, key)?;
    let message = Members { rs, came: &came }.text("InformationalRecord_Message");
    Ok(Obj::new(named(type_name), TextRecord { message, call: None, from_stream: false }))
}

/// The data of INFORMATION_RECORD.
///
/// # Errors
/// As [`value`].
pub fn information_record(
    rs: &mut Runspace,
    data: &[u8],
    key: &dyn SecureStringKey,
) -> Made<InformationRecord> {
    let came = value(rs, data, key)?;
    let mut read = Members { rs, came: &came };
    let time = match read.member("TimeGenerated").unwrapped() {
        Value::DateTime(time) => *time,
        _ => now(),
    };
    let tags = read.member("Tags");
    let tags = read.rs.enumerate(&tags)?.unwrap_or_default();
    let mut texts = Vec::with_capacity(tags.len());
    for tag in tags {
        texts.push(read.rs.to_text(&tag)?);
    }
    let (data, source) = (read.member("MessageData"), read.text("Source"));
    Ok(InformationRecord { data, source, time, tags: texts })
}

/// The data of PROGRESS_RECORD.
///
/// # Errors
/// As [`value`].
pub fn progress_record(rs: &mut Runspace, data: &[u8], key: &dyn SecureStringKey) -> Made<ProgressRecord> {
    let came = value(rs, data, key)?;
    let mut read = Members { rs, came: &came };
    let operation = read.member("CurrentOperation");
    Ok(ProgressRecord {
        activity: read.text("Activity"),
        id: read.number("ActivityId"),
        parent_id: read.number("ParentActivityId"),
        status: read.text("StatusDescription"),
        operation: (!operation.is_null()).then(|| read.text("CurrentOperation")),
        percent: read.number("PercentComplete"),
        seconds_remaining: read.number("SecondsRemaining"),
        completed: read.number("Type") == 1,
    })
}

/// The members of what came; one that is missing is null, empty or 0.
struct Members<'a> {
    rs: &'a mut Runspace,
    came: &'a Value,
}

impl Members<'_> {
    fn member(&mut self, name: &str) -> Value {
        self.rs.get_property(self.came, name).unwrap_or_default()
    }

    fn text(&mut self, name: &str) -> PsString {
        let value = self.member(name);
        self.rs.to_text(&value).unwrap_or_else(|_| PsString::empty())
    }

    fn number(&mut self, name: &str) -> i32 {
        let value = self.member(name);
        convert::to_int(self.rs, &value).unwrap_or_default()
    }
}
