//! The value that every variable, argument and pipeline holds.

use crate::datetime::{DateTime, TimeSpan};
use crate::object::Obj;
use crate::payload::Wrapped;
use crate::string::PsString;
use crate::ty::{Type, known};
use std::fmt;

/// A PowerShell value: 16 bytes, cheap to clone, shared between threads.
///
/// Small .NET value types lie inline, everything else behind one thin pointer.
#[derive(Clone, Default)]
pub enum Value {
    /// `$null`.
    #[default]
    Null,
    /// AutomationNull: what a command that wrote nothing gives. Assigned to a variable it becomes `$null`,
    /// in a pipeline it is no item.
    Void,
    /// `System.Boolean`.
    Bool(bool),
    /// `System.Char`, one UTF-16 unit.
    Char(u16),
    /// `System.SByte`.
    Int8(i8),
    /// `System.Byte`.
    UInt8(u8),
    /// `System.Int16`.
    Int16(i16),
    /// `System.UInt16`.
    UInt16(u16),
    /// `System.Int32`.
    Int32(i32),
    /// `System.UInt32`.
    UInt32(u32),
    /// `System.Int64`.
    Int64(i64),
    /// `System.UInt64`.
    UInt64(u64),
    /// `System.Single`.
    Single(f32),
    /// `System.Double`.
    Double(f64),
    /// `System.DateTime`.
    DateTime(DateTime),
    /// `System.TimeSpan`.
    TimeSpan(TimeSpan),
    /// `System.String`.
    String(PsString),
    /// Any other object.
    Object(Obj),
    /// One of the above variants (but `Object`) with members attached: the payload is a [`Wrapped`].
    Wrapped(Obj),
}

const _: () = assert!(size_of::<Value>() == 16);

impl Value {
    /// A string value.
    pub fn str(text: impl Into<PsString>) -> Value {
        Value::String(text.into())
    }

    /// Whether it is `$null` or AutomationNull.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null | Value::Void)
    }

    /// The value without the wrapper that carries attached members.
    pub fn unwrapped(&self) -> &Value {
        match self {
            Value::Wrapped(obj) => obj.get::<Wrapped>().map_or(&Value::Null, |w| w.payload().value()),
            other => other,
        }
    }

    /// The object behind the value, be it an object or a wrapper.
    pub fn cell(&self) -> Option<&Obj> {
        match self {
            Value::Object(obj) | Value::Wrapped(obj) => Some(obj),
            _ => None,
        }
    }

    /// The object, `None` for what lies inline, strings and wrapped values.
    pub fn as_object(&self) -> Option<&Obj> {
        match self {
            Value::Object(obj) => Some(obj),
            _ => None,
        }
    }

    /// The string, also out of a wrapper; `None` for any other type.
    pub fn as_string(&self) -> Option<&PsString> {
        match self.unwrapped() {
            Value::String(s) => Some(s),
            _ => None,
        }
    }

    /// The type; `None` for null.
    pub fn ty(&self) -> Option<&Type> {
        let k = known();
        Some(match self {
            Value::Null | Value::Void => return None,
            Value::Bool(_) => &k.boolean,
            Value::Char(_) => &k.char,
            Value::Int8(_) => &k.sbyte,
            Value::UInt8(_) => &k.byte,
            Value::Int16(_) => &k.int16,
            Value::UInt16(_) => &k.uint16,
            Value::Int32(_) => &k.int32,
            Value::UInt32(_) => &k.uint32,
            Value::Int64(_) => &k.int64,
            Value::UInt64(_) => &k.uint64,
            Value::Single(_) => &k.single,
            Value::Double(_) => &k.double,
            Value::DateTime(_) => &k.datetime,
            Value::TimeSpan(_) => &k.timespan,
            Value::String(_) => &k.string,
            Value::Object(obj) | Value::Wrapped(obj) => obj.ty(),
        })
    }

    /// .NET's reference equality, with value equality for what lies inline.
    pub fn same(&self, other: &Value) -> bool {
        use Value::*;
        match (self, other) {
            (Null | Void, Null | Void) => true,
            (Bool(a), Bool(b)) => a == b,
            (Char(a), Char(b)) => a == b,
            (Int8(a), Int8(b)) => a == b,
            (UInt8(a), UInt8(b)) => a == b,
            (Int16(a), Int16(b)) => a == b,
            (UInt16(a), UInt16(b)) => a == b,
            (Int32(a), Int32(b)) => a == b,
            (UInt32(a), UInt32(b)) => a == b,
            (Int64(a), Int64(b)) => a == b,
            (UInt64(a), UInt64(b)) => a == b,
            (Single(a), Single(b)) => a.to_bits() == b.to_bits(),
            (Double(a), Double(b)) => a.to_bits() == b.to_bits(),
            (DateTime(a), DateTime(b)) => a == b,
            (TimeSpan(a), TimeSpan(b)) => a == b,
            (String(a), String(b)) => a.same(b),
            (Object(a), Object(b)) | (Wrapped(a), Wrapped(b)) => a.same(b),
            _ => false,
        }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => f.write_str("Null"),
            Value::Void => f.write_str("Void"),
            Value::Bool(v) => write!(f, "{v}"),
            Value::Char(v) => write!(f, "Char({v:#x})"),
            Value::Int8(v) => write!(f, "{v}i8"),
            Value::UInt8(v) => write!(f, "{v}u8"),
            Value::Int16(v) => write!(f, "{v}i16"),
            Value::UInt16(v) => write!(f, "{v}u16"),
            Value::Int32(v) => write!(f, "{v}"),
            Value::UInt32(v) => write!(f, "{v}u32"),
            Value::Int64(v) => write!(f, "{v}i64"),
            Value::UInt64(v) => write!(f, "{v}u64"),
            Value::Single(v) => write!(f, "{v:?}f32"),
            Value::Double(v) => write!(f, "{v:?}"),
            Value::DateTime(v) => write!(f, "{v:?}"),
            Value::TimeSpan(v) => write!(f, "{v:?}"),
            Value::String(v) => write!(f, "{v:?}"),
            // The payload may hold a cycle: the type is enough for a test's failure message.
            Value::Object(obj) => write!(f, "Object({})", obj.ty().name()),
            Value::Wrapped(obj) => write!(f, "Wrapped({})", obj.ty().name()),
        }
    }
}

macro_rules! from_inline {
    ($($rust:ty => $variant:ident),*) => {
        $(impl From<$rust> for Value {
            fn from(value: $rust) -> Value {
                Value::$variant(value)
            }
        })*
    };
}

from_inline!(bool => Bool, i8 => Int8, u8 => UInt8, i16 => Int16, i32 => Int32, u32 => UInt32, i64 => Int64,
    u64 => UInt64, f32 => Single, f64 => Double, DateTime => DateTime, TimeSpan => TimeSpan, PsString => String,
    Obj => Object);

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::String(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::String(text.into())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}
