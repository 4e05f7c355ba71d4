//! From a message's data to its type and back.

use clixml::tree::{MemberError, TypeMismatch, Value};
use clixml::{KeyError, Reader, SecureStringKey};

use super::MessageType;

/// The data of one type of message.
pub trait Body: Sized {
    /// The type of message that carries it.
    const KIND: MessageType;

    /// Reads the CLIXML tree of the data. Members are found in any order and without regard to case; those it does
    /// not know are left out.
    ///
    /// # Errors
    /// If a member is missing or has the wrong type.
    fn from_value(value: &Value) -> Result<Self, BodyError>;

    /// The data as a tree, its members in PowerShell's order.
    fn to_value(&self) -> Value;

    /// Reads the data, without byte order mark.
    ///
    /// # Errors
    /// If it is not CLIXML within the limits, holds a secure string that `key` does not open, or is not what this
    /// message holds.
    fn from_bytes(data: &[u8], key: &dyn SecureStringKey) -> Result<Self, DecodeError> {
        let value = read_value(Self::KIND, data, key)?;
        Self::from_value(&value).map_err(|error| DecodeError { kind: Self::KIND, cause: error.into() })
    }

    /// The data, without byte order mark.
    ///
    /// # Errors
    /// If it holds a secure string that `key` cannot seal.
    fn to_bytes(&self, key: &dyn SecureStringKey) -> Result<Vec<u8>, EncodeError> {
        write_value(Self::KIND, &self.to_value(), key)
    }
}

/// Reads the tree of a message's data.
pub(super) fn read_value(
    kind: MessageType,
    data: &[u8],
    key: &dyn SecureStringKey,
) -> Result<Value, DecodeError> {
    clixml::tree::read(Reader::new(data).with_key(key))
        .map_err(|error| DecodeError { kind, cause: error.into() })
}

/// Writes a tree as a message's data.
pub(super) fn write_value(
    kind: MessageType,
    value: &Value,
    key: &dyn SecureStringKey,
) -> Result<Vec<u8>, EncodeError> {
    clixml::tree::to_wire(value, key).map_err(|source| EncodeError { kind, source })
}

/// What is wrong with the data of a message, whose CLIXML was well-formed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    /// A member is missing or has another type.
    #[error(transparent)]
    Member(#[from] MemberError),
    /// The data itself, or an item of a list in it, has another type.
    #[error(transparent)]
    Value(#[from] TypeMismatch),
    /// A number that names no host method.
    #[error("expected the number of a host method, 1 to 56, found {found}")]
    HostMethod {
        /// The number.
        found: i32,
    },
    /// A host call with too few parameters.
    #[error("expected at least {expected} parameters for host method {method}, found {found}")]
    Parameters {
        /// The method.
        method: crate::host::HostMethod,
        /// How many it has.
        expected: usize,
        /// How many there were.
        found: usize,
    },
    /// A text that is not base64.
    #[error("expected base64 in member {member}")]
    Base64 {
        /// The member's name.
        member: &'static str,
    },
    /// A two-dimensional array whose lengths and elements do not match.
    #[error("expected an array of {expected} elements, found {found}")]
    Array {
        /// The product of the lengths, or the number of dimensions.
        expected: usize,
        /// How many there were.
        found: usize,
    },
}

/// Why the data of a message could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{kind}")]
pub struct DecodeError {
    /// The message's type.
    pub kind: MessageType,
    /// What is wrong.
    #[source]
    pub cause: DecodeCause,
}

/// What is wrong with the data of a message.
#[derive(Debug, thiserror::Error)]
pub enum DecodeCause {
    /// It is not CLIXML, is beyond a limit, or holds a secure string that does not open.
    #[error(transparent)]
    Clixml(#[from] clixml::ReadError),
    /// It is CLIXML, but not what the message holds.
    #[error(transparent)]
    Body(#[from] BodyError),
}

/// Why the data of a message could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{kind}")]
pub struct EncodeError {
    /// The message's type.
    pub kind: MessageType,
    /// What is wrong.
    #[source]
    pub source: KeyError,
}
