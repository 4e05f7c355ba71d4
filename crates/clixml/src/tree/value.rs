//! One value of a document.

use std::sync::Arc;

use rust_decimal::Decimal;
use uuid::Uuid;

use super::{Object, ObjectRef, WeakObject};
use crate::{DateTime, ProgressRecord, SecureString, Text, TimeSpan, Version};

/// One value: a primitive of [MS-PSRP] 2.2.5.1, an object or a reference to one.
///
/// Equality is that of the documents: objects are compared by what they hold and by how they refer to each other,
/// numbers by their bits (one NaN equals another, `0` is not `-0`, `1.0` is not `1.00`).
#[derive(Debug, Clone, Default)]
pub enum Value {
    /// `Nil`: `$null`.
    #[default]
    Null,
    /// `B`
    Bool(bool),
    /// `C`: a UTF-16 unit.
    Char(u16),
    /// `SB`
    SByte(i8),
    /// `By`
    Byte(u8),
    /// `I16`
    Int16(i16),
    /// `U16`
    UInt16(u16),
    /// `I32`
    Int32(i32),
    /// `U32`
    UInt32(u32),
    /// `I64`
    Int64(i64),
    /// `U64`
    UInt64(u64),
    /// `Sg`
    Single(f32),
    /// `Db`
    Double(f64),
    /// `D`: with its scale.
    Decimal(Decimal),
    /// `DT`
    DateTime(DateTime),
    /// `TS`
    Duration(TimeSpan),
    /// `G`
    Guid(Uuid),
    /// `URI`: the text as it was written.
    Uri(Text),
    /// `Version`
    Version(Version),
    /// `XD`: the text of an XML document, which is not parsed.
    XmlDocument(Text),
    /// `SBK`: the text of a script block.
    ScriptBlock(Text),
    /// `SS`
    SecureString(SecureString),
    /// `BA`
    ByteArray(Arc<[u8]>),
    /// `S`
    Str(Text),
    /// `PR`
    Progress(Arc<ProgressRecord>),
    /// `Obj`. On the wire a second mention of the same object is a `Ref`.
    Object(ObjectRef),
    /// A `Ref` to an object that holds this one: a cycle. It holds nothing alive, so when the last reference to the
    /// outer object is dropped, it stands for `$null`.
    Ancestor(WeakObject),
    /// `MS` within `MS`: a member set. Only its members count. It can be the value of an extended member only.
    MemberSet(ObjectRef),
}

impl Value {
    /// The element that stands for this kind of value.
    pub fn element(&self) -> &'static str {
        match self {
            Self::Null => "Nil",
            Self::Bool(_) => "B",
            Self::Char(_) => "C",
            Self::SByte(_) => "SB",
            Self::Byte(_) => "By",
            Self::Int16(_) => "I16",
            Self::UInt16(_) => "U16",
            Self::Int32(_) => "I32",
            Self::UInt32(_) => "U32",
            Self::Int64(_) => "I64",
            Self::UInt64(_) => "U64",
            Self::Single(_) => "Sg",
            Self::Double(_) => "Db",
            Self::Decimal(_) => "D",
            Self::DateTime(_) => "DT",
            Self::Duration(_) => "TS",
            Self::Guid(_) => "G",
            Self::Uri(_) => "URI",
            Self::Version(_) => "Version",
            Self::XmlDocument(_) => "XD",
            Self::ScriptBlock(_) => "SBK",
            Self::SecureString(_) => "SS",
            Self::ByteArray(_) => "BA",
            Self::Str(_) => "S",
            Self::Progress(_) => "PR",
            Self::Object(_) => "Obj",
            Self::Ancestor(_) => "Ref",
            Self::MemberSet(_) => "MS",
        }
    }

    /// Whether it is `$null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The object that it is or refers to.
    pub fn object(&self) -> Option<ObjectRef> {
        match self {
            Self::Object(object) => Some(object.clone()),
            Self::Ancestor(object) => object.upgrade(),
            _ => None,
        }
    }

    /// The value itself, or what an object wraps: an enum's number, a primitive that carries members.
    pub fn base(&self) -> &Self {
        match self {
            Self::Object(object) => object.base.as_ref().unwrap_or(self),
            _ => self,
        }
    }

    /// A string.
    pub fn string(text: impl Into<Text>) -> Self {
        Self::Str(text.into())
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(ObjectRef::new(object))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Str(text.into())
    }
}

impl<T> From<Option<T>> for Value
where
    Self: From<T>,
{
    /// `$null` for `None`.
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

macro_rules! from {
    ($($type:ty => $variant:ident),* $(,)?) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::$variant(value.into())
            }
        }
    )*};
}

from! {
    bool => Bool,
    i8 => SByte,
    u8 => Byte,
    i16 => Int16,
    u16 => UInt16,
    i32 => Int32,
    u32 => UInt32,
    i64 => Int64,
    u64 => UInt64,
    f32 => Single,
    f64 => Double,
    Decimal => Decimal,
    DateTime => DateTime,
    TimeSpan => Duration,
    Uuid => Guid,
    Version => Version,
    SecureString => SecureString,
    String => Str,
    Text => Str,
    &Text => Str,
    ProgressRecord => Progress,
    ObjectRef => Object,
    WeakObject => Ancestor,
}
