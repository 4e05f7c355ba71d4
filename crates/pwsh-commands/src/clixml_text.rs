//! Values as the text of a CLIXML document and back, as files and PSSerializer have it.

use clixml::{FileDigits, Flavour, ReadError, ReadErrorKind};
use pwsh_runtime::Runspace;
use pwsh_runtime::deserialize::{self, DeserializeError};
use pwsh_runtime::serialize::{SerializeError, Serializer};
use pwsh_value::{Error, PsString, Result, Value};

/// The namespace of the root element.
const NAMESPACE: &str = "http://schemas.microsoft.com/powershell/2004/04";

/// A document of these values, each to this depth of properties.
///
/// # Errors
/// What stops the pipeline while a getter runs.
pub fn to_clixml(rs: &mut Runspace, values: &[Value], depth: i32) -> Result<PsString> {
    let mut serializer = Serializer::new(Flavour::Serializer);
    for value in values {
        serializer.value(rs, value, depth, &FileDigits).map_err(|error| match error {
            SerializeError::Unwind(error) => error,
            SerializeError::Key(error) => Error::new("System.InvalidOperationException", error.to_string()),
        })?;
    }
    Ok(PsString::from_wtf8(serializer.finish()))
}

/// The values of a document.
///
/// # Errors
/// `XmlException` for what is no CLIXML.
pub fn from_clixml(rs: &mut Runspace, text: &str) -> Result<Vec<Value>> {
    if let Some(at) = not_rooted(text) {
        let (line, column) = place(text, at);
        let message = format!(
            "Element 'Objs' with namespace name '{NAMESPACE}' was not found. Line {line}, position {column}."
        );
        return Err(Error::new("System.Xml.XmlException", message).id("System.Xml.XmlException"));
    }
    deserialize::all(rs, text.as_bytes(), &FileDigits).map_err(|error| match error {
        DeserializeError::Value(error) => error,
        DeserializeError::Read(error) => not_clixml(text, &error),
    })
}

/// Where the name of another root element than `Objs` begins.
fn not_rooted(text: &str) -> Option<usize> {
    let mut rest = text.trim_start();
    while rest.starts_with("<?") || rest.starts_with("<!--") {
        let end = if rest.starts_with("<?") { "?>" } else { "-->" };
        rest = rest.split_once(end)?.1.trim_start();
    }
    let name = rest.strip_prefix('<')?;
    let is_objs =
        name.strip_prefix("Objs").is_some_and(|after| after.starts_with([' ', '>', '/', '\n', '\r', '\t']));
    (!is_objs).then(|| text.len() - name.len())
}

fn not_clixml(text: &str, error: &ReadError) -> Error {
    let (line, column) = place(text, error.position);
    let reason = match &error.kind {
        ReadErrorKind::NotXml { reason } => reason.clone(),
        kind => kind.to_string(),
    };
    let message = format!("{reason} Line {line}, position {column}.");
    Error::new("System.Xml.XmlException", message).id("System.Xml.XmlException")
}

/// The line and column of a byte, from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1) + 1;
    (line, column)
}
