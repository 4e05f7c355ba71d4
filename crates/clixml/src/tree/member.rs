//! Named members and their typed reading, of which the decoding of protocol messages is made.

use std::fmt;

use uuid::Uuid;

use super::{Container, Object, ObjectRef, Value};
use crate::{DateTime, SecureString, Text, TimeSpan, Version};

/// Named values in the order of the document. Names are found without regard to case, as PowerShell finds them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Members(Vec<(Text, Value)>);

impl Members {
    /// Appends a member. A name that is there already is not looked for.
    pub fn push(&mut self, name: impl Into<Text>, value: impl Into<Value>) {
        self.0.push((name.into(), value.into()));
    }

    /// The first member of this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.iter().find(|(n, _)| n.eq_ignore_case(name)).map(|(_, value)| value)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Text, &Value)> + DoubleEndedIterator {
        self.0.iter().map(|(name, value)| (name, value))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn into_values(self) -> impl Iterator<Item = Value> {
        self.0.into_iter().map(|(_, value)| value)
    }
}

/// A value of another type than was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, found {found}")]
pub struct TypeMismatch {
    /// The element that was expected.
    pub expected: &'static str,
    /// The element that was there.
    pub found: &'static str,
}

/// A member that is not as a message needs it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MemberError {
    /// It is not there.
    #[error("expected member {member}, found none of that name")]
    Missing {
        /// Its name.
        member: String,
    },
    /// It has the wrong type.
    #[error("expected {expected} in member {member}, found {found}")]
    Mismatch {
        /// Its name.
        member: String,
        /// The element that was expected.
        expected: &'static str,
        /// The element that was there.
        found: &'static str,
    },
}

impl Object {
    /// A member by name: an extended one, or else an adapted one.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.members
            .as_ref()
            .and_then(|members| members.get(name))
            .or_else(|| self.properties.as_ref().and_then(|properties| properties.get(name)))
    }

    /// A member that must be there and have this type.
    pub fn required<'a, T: FromValue<'a>>(&'a self, name: &str) -> Result<T, MemberError> {
        let value = self.get(name).ok_or_else(|| MemberError::Missing { member: name.into() })?;
        value.to().map_err(|mismatch| mismatch.in_member(name))
    }

    /// A member that must have this type, if it is there and not `$null`.
    pub fn optional<'a, T: FromValue<'a>>(&'a self, name: &str) -> Result<Option<T>, MemberError> {
        match self.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => value.to().map(Some).map_err(|mismatch| mismatch.in_member(name)),
        }
    }
}

impl TypeMismatch {
    /// The error with the name of the member that it is about.
    pub fn in_member(self, name: impl fmt::Display) -> MemberError {
        MemberError::Mismatch { member: name.to_string(), expected: self.expected, found: self.found }
    }
}

impl Value {
    /// The value as this type. Numbers are not converted: an `I32` is no `i64`, as it is for PowerShell, which casts
    /// them. But what an object wraps, an enum's number for one, is as good as the primitive itself.
    pub fn to<'a, T: FromValue<'a>>(&'a self) -> Result<T, TypeMismatch> {
        T::from_value(self).ok_or(TypeMismatch { expected: T::EXPECTED, found: self.element() })
    }
}

/// What a [`Value`] can be read as.
pub trait FromValue<'a>: Sized {
    /// The element that it is read from.
    const EXPECTED: &'static str;

    /// The value as this type; `None` if it has another.
    fn from_value(value: &'a Value) -> Option<Self>;
}

macro_rules! from_value {
    ($($type:ty, $expected:literal: $pattern:pat => $result:expr;)*) => {$(
        impl<'a> FromValue<'a> for $type {
            const EXPECTED: &'static str = $expected;

            fn from_value(value: &'a Value) -> Option<Self> {
                match value.base() {
                    $pattern => Some($result),
                    _ => None,
                }
            }
        }
    )*};
}

from_value! {
    bool, "B": Value::Bool(v) => *v;
    u8, "By": Value::Byte(v) => *v;
    i32, "I32": Value::Int32(v) => *v;
    u32, "U32": Value::UInt32(v) => *v;
    i64, "I64": Value::Int64(v) => *v;
    u64, "U64": Value::UInt64(v) => *v;
    f64, "Db": Value::Double(v) => *v;
    DateTime, "DT": Value::DateTime(v) => *v;
    TimeSpan, "TS": Value::Duration(v) => *v;
    Uuid, "G": Value::Guid(v) => *v;
    Version, "Version": Value::Version(v) => *v;
    Text, "S": Value::Str(v) => v.clone();
    &'a Text, "S": Value::Str(v) => v;
    &'a SecureString, "SS": Value::SecureString(v) => v;
    &'a [u8], "BA": Value::ByteArray(v) => v;
}

impl<'a> FromValue<'a> for char {
    const EXPECTED: &'static str = "C";

    /// U+FFFD for a surrogate.
    fn from_value(value: &'a Value) -> Option<Self> {
        match value.base() {
            Value::Char(unit) => {
                Some(Self::from_u32(u32::from(*unit)).unwrap_or(Self::REPLACEMENT_CHARACTER))
            }
            _ => None,
        }
    }
}

impl<'a> FromValue<'a> for &'a Value {
    const EXPECTED: &'static str = "a value";

    fn from_value(value: &'a Value) -> Option<Self> {
        Some(value)
    }
}

impl<'a> FromValue<'a> for Value {
    const EXPECTED: &'static str = "a value";

    fn from_value(value: &'a Value) -> Option<Self> {
        Some(value.clone())
    }
}

impl<'a> FromValue<'a> for &'a ObjectRef {
    const EXPECTED: &'static str = "Obj";

    fn from_value(value: &'a Value) -> Option<Self> {
        match value {
            Value::Object(object) => Some(object),
            _ => None,
        }
    }
}

impl<'a> FromValue<'a> for &'a [Value] {
    const EXPECTED: &'static str = "an Obj with a list";

    /// The items of any collection but a dictionary.
    fn from_value(value: &'a Value) -> Option<Self> {
        match value {
            Value::Object(object) => object.container.as_ref()?.items(),
            _ => None,
        }
    }
}

impl<'a> FromValue<'a> for &'a [(Value, Value)] {
    const EXPECTED: &'static str = "an Obj with a dictionary";

    fn from_value(value: &'a Value) -> Option<Self> {
        match value {
            Value::Object(object) => object.container.as_ref().and_then(Container::entries),
            _ => None,
        }
    }
}

impl<'a, T: FromValue<'a>> FromValue<'a> for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    /// `None` for `$null`.
    fn from_value(value: &'a Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            _ => T::from_value(value).map(Some),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message() -> Object {
        Object::new()
            .with_member("PipelineState", 4)
            .with_member("Host", Object::enumeration("System.ConsoleColor", "Red", 12))
            .with_member("Nothing", Value::Null)
            .with_property("pipelinestate", "hidden by the extended member")
            .with_property("Message", "text")
    }

    #[test]
    fn members_are_found_without_case_and_extended_ones_first() {
        let message = message();
        assert_eq!(message.required("pipelinestate"), Ok(4));
        assert_eq!(message.required::<&Text>("MESSAGE"), Ok(&Text::from("text")));
        assert_eq!(message.required("Host"), Ok(12));
        assert_eq!(message.optional::<i32>("Nothing"), Ok(None));
        assert_eq!(message.optional::<i32>("Absent"), Ok(None));
        assert_eq!(message.required::<Option<bool>>("Nothing"), Ok(None));
    }

    #[test]
    fn errors_name_the_member_what_was_expected_and_what_was_found() {
        let message = message();
        let error = message.required::<i64>("PipelineState").unwrap_err();
        assert_eq!(error.to_string(), "expected I64 in member PipelineState, found I32");
        let error = message.required::<bool>("Absent").unwrap_err();
        assert_eq!(error.to_string(), "expected member Absent, found none of that name");
        let error = message.optional::<&[Value]>("Message").unwrap_err();
        assert_eq!(error.to_string(), "expected an Obj with a list in member Message, found S");
        let error = message.required::<Text>("Nothing").unwrap_err();
        assert_eq!(error.to_string(), "expected S in member Nothing, found Nil");
    }
}
