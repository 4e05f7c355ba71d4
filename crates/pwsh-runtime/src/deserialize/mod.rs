//! CLIXML to values: what a client sends as arguments and input ([MS-PSRP] 2.2.5).
//!
//! Primitives come back as themselves, collections as lists and tables, everything else as an object of its
//! properties whose type names begin with `Deserialized.`.

mod object;
mod primitive;
mod records;

pub use records::{error_record, information_record, progress_record, text_record};

use crate::Runspace;
use clixml::{Event, ReadError, Reader, RefId, SecureStringKey};
use pwsh_value::{Error, Value};
use std::collections::HashMap;

/// Why a document could not be read.
#[derive(Debug)]
pub enum DeserializeError {
    /// It is not CLIXML, is beyond a limit, or holds a secure string that the key does not open.
    Read(ReadError),
    /// A value could not be made.
    Value(Error),
}

impl From<ReadError> for DeserializeError {
    fn from(error: ReadError) -> Self {
        DeserializeError::Read(error)
    }
}

impl From<Error> for DeserializeError {
    fn from(error: Error) -> Self {
        DeserializeError::Value(error)
    }
}

type Read<T = Value> = Result<T, DeserializeError>;

/// Reads the first value of a document; an empty document is `$null`.
///
/// # Errors
/// If it is not CLIXML within the reader's limits, or `key` does not open a secure string in it.
pub fn value(
    rs: &mut Runspace,
    document: &[u8],
    key: &dyn SecureStringKey,
) -> Result<Value, DeserializeError> {
    if document.is_empty() {
        return Ok(Value::Null);
    }
    let mut values = Values { rs, reader: Reader::new(document).with_key(key), objects: HashMap::new() };
    match values.reader.next_event()? {
        Some(event) => values.value(event).map(|(_, value)| value),
        None => Ok(Value::Null),
    }
}

/// Reads all values of a document.
///
/// # Errors
/// As [`value`].
pub fn all(
    rs: &mut Runspace,
    document: &[u8],
    key: &dyn SecureStringKey,
) -> Result<Vec<Value>, DeserializeError> {
    let mut values = Values { rs, reader: Reader::new(document).with_key(key), objects: HashMap::new() };
    let mut list = Vec::new();
    while let Some(event) = values.reader.next_event()? {
        list.push(values.value(event)?.1);
    }
    Ok(list)
}

struct Values<'a, 'i, 'k> {
    rs: &'a mut Runspace,
    reader: Reader<'i, 'k>,
    /// What was read under which number; an object that is still being read stands for null.
    objects: HashMap<RefId, Value>,
}

impl Values<'_, '_, '_> {
    /// The value that begins with this event, and its name.
    fn value(&mut self, event: Event) -> Read<(Option<clixml::Text>, Value)> {
        match event {
            Event::Primitive { name, value } => Ok((name, self.primitive(value)?)),
            Event::Reference { name, id } => Ok((name, self.objects.get(&id).cloned().unwrap_or_default())),
            Event::StartObject { name, id } => {
                let value = self.object(id)?;
                if let Some(id) = id {
                    self.objects.insert(id, value.clone());
                }
                Ok((name, value))
            }
            Event::StartMemberSet { name } => {
                while !matches!(self.next()?, Event::EndMemberSet) {}
                Ok((Some(name), Value::Null))
            }
            _ => Ok((None, Value::Null)),
        }
    }

    /// The next event, within an object: there is one, or the reader says what is missing.
    fn next(&mut self) -> Read<Event> {
        Ok(self.reader.next_event()?.unwrap_or(Event::EndObject))
    }
}
