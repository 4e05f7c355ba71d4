//! Records of streams as text.

use clixml::{Text, Value};
use psrp::client::Record;
use psrp::record::{ErrorRecord, InformationRecord, InformationalRecord};

/// An error in one line, as PowerShell's concise view begins it: what reported it, and its message.
pub fn error_text(error: &ErrorRecord) -> String {
    let given =
        |text: &Option<Text>| text.as_ref().map(|text| text.to_string()).filter(|text| !text.is_empty());
    let source = given(&error.category_activity).or_else(|| given(&error.category_reason));
    let message = error.message().map(|message| message.to_string()).unwrap_or_default();
    format!("{}: {message}", source.as_deref().unwrap_or("Error"))
}

/// A record with the prefix that PowerShell shows it with; `None` for progress, which is no text.
pub fn text(record: &Record) -> Option<String> {
    Some(match record {
        Record::Error(error) => error_text(error),
        Record::Warning(record) => format!("WARNING: {}", message(record)),
        Record::Verbose(record) => format!("VERBOSE: {}", message(record)),
        Record::Debug(record) => format!("DEBUG: {}", message(record)),
        Record::Information(record) => information(record),
        Record::Progress(_) => return None,
    })
}

/// The message of a warning, verbose or debug record.
pub fn message(record: &InformationalRecord) -> String {
    record.message.as_ref().map(|message| message.to_string()).unwrap_or_default()
}

/// What an information record says: Write-Host's message, or the text of the object.
fn information(record: &InformationRecord) -> String {
    let written = record.message_data.object().and_then(|data| {
        let message = data.optional::<Text>("Message").ok().flatten();
        Some(message.or_else(|| data.to_string.clone())?.to_string())
    });
    written.unwrap_or_else(|| match record.message_data.base() {
        Value::Str(text) => text.to_string(),
        other => crate::json::value(other).to_string(),
    })
}
