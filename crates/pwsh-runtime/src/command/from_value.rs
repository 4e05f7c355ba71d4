//! The Rust types that a cmdlet's fields may have, and the .NET types that they stand for.

use pwsh_value::payload::{self, Array, List};
use pwsh_value::ty::{TypeExpr, array_of, known, named};
use pwsh_value::{DateTime, Error, Obj, PsString, Result, TimeSpan, Type, Value};

/// A field's type. The binder has converted the argument to [`ty`](Self::ty) before.
pub trait FromValue: Sized {
    /// The parameter's type as Get-Command shows it.
    fn ty() -> Type;

    /// The field's value; `None` for a value of another type, which the binder's conversion excludes.
    fn from_value(value: Value) -> Option<Self>;
}

/// The value of a field of type `T` for the argument of a parameter. An error means that the argument was not
/// converted before: a fault of the caller, not of the script.
pub fn field_value<T: FromValue>(parameter: &str, value: Value) -> Result<T> {
    let found = value.ty().map_or_else(|| "null".into(), |ty| ty.name().clone());
    T::from_value(value).ok_or_else(|| {
        let text = format!("parameter {parameter} expects {}, found {found}", T::ty().name());
        Error::new("System.InvalidCastException", text)
    })
}

/// The .NET type of that name, arrays and generic types included; for fields that hold a type without a Rust form.
pub fn type_named(name: &str) -> Type {
    TypeExpr::parse(name).close(&|_| None)
}

/// A switch parameter: given or not.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Switch(pub bool);

/// A script block argument.
#[derive(Clone)]
pub struct ScriptBlockArg(pub Obj);

/// A hash table argument.
#[derive(Clone)]
pub struct HashtableArg(pub Obj);

impl FromValue for Value {
    fn ty() -> Type {
        known().object.clone()
    }

    fn from_value(value: Value) -> Option<Self> {
        Some(value)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn ty() -> Type {
        T::ty()
    }

    fn from_value(value: Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::from_value(value).map(Some) }
    }
}

impl<T: FromValue> FromValue for Vec<T> {
    fn ty() -> Type {
        array_of(&T::ty(), 1)
    }

    fn from_value(value: Value) -> Option<Self> {
        let items = match value.cell() {
            None => return if value.is_null() { Some(Vec::new()) } else { None },
            Some(obj) => match (obj.get::<Array>(), obj.get::<List>()) {
                (Some(array), _) => array.to_vec(),
                (_, Some(list)) => list.to_vec(),
                _ => return None,
            },
        };
        items.into_iter().map(T::from_value).collect()
    }
}

macro_rules! inline {
    ($($rust:ty, $field:ident, $pattern:pat => $value:expr;)*) => {
        $(impl FromValue for $rust {
            fn ty() -> Type {
                known().$field.clone()
            }

            fn from_value(value: Value) -> Option<Self> {
                match value.unwrapped() {
                    $pattern => Some($value),
                    _ => None,
                }
            }
        })*
    };
}

inline! {
    bool, boolean, Value::Bool(v) => *v;
    i32, int32, Value::Int32(v) => *v;
    u32, uint32, Value::UInt32(v) => *v;
    i64, int64, Value::Int64(v) => *v;
    u64, uint64, Value::UInt64(v) => *v;
    u8, byte, Value::UInt8(v) => *v;
    f64, double, Value::Double(v) => *v;
    DateTime, datetime, Value::DateTime(v) => *v;
    TimeSpan, timespan, Value::TimeSpan(v) => *v;
}

impl FromValue for PsString {
    fn ty() -> Type {
        known().string.clone()
    }

    fn from_value(value: Value) -> Option<Self> {
        match value.unwrapped() {
            Value::String(text) => Some(text.clone()),
            Value::Null | Value::Void => Some(PsString::empty()),
            _ => None,
        }
    }
}

impl FromValue for Switch {
    fn ty() -> Type {
        known().switch_parameter.clone()
    }

    fn from_value(value: Value) -> Option<Self> {
        match value.unwrapped() {
            Value::Bool(given) => Some(Switch(*given)),
            Value::Object(obj) => obj.get::<payload::Switch>().map(|s| Switch(s.0)),
            _ => None,
        }
    }
}

impl FromValue for ScriptBlockArg {
    fn ty() -> Type {
        known().script_block.clone()
    }

    fn from_value(value: Value) -> Option<Self> {
        value.as_object().cloned().map(ScriptBlockArg)
    }
}

impl FromValue for HashtableArg {
    fn ty() -> Type {
        named("System.Collections.IDictionary")
    }

    fn from_value(value: Value) -> Option<Self> {
        value.as_object().cloned().map(HashtableArg)
    }
}

impl FromValue for Type {
    fn ty() -> Type {
        named("System.Type")
    }

    fn from_value(value: Value) -> Option<Self> {
        value.as_object()?.get::<pwsh_value::payload::TypeObject>().map(|t| t.payload().0.clone())
    }
}
