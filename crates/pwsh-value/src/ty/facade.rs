//! How a .NET type is declared: one static table in one file, named after the type.
//!
//! Members are written as PowerShell prints them in `OverloadDefinitions` and Get-Member; that text, parsed
//! on first use, drives binding, display and errors, so that they cannot disagree:
//!
//! ```
//! use pwsh_value::ty::{Call, FacadeType, constructor, method, property};
//! use pwsh_value::{Result, Value};
//!
//! fn abs(call: &mut Call<'_>) -> Result<Value> {
//!     Ok(call.double(0).abs().into())
//! }
//!
//! pub static MATH: FacadeType = FacadeType {
//!     members: &[method("static double Abs(double value)", abs)],
//!     ..FacadeType::class("System.Math")
//! };
//! ```

use crate::context::Context;
use crate::datetime::{DateTime, TimeSpan};
use crate::error::Result;
use crate::object::{Handle, Payload};
use crate::string::PsString;
use crate::ty::{EventEntry, Type};
use crate::value::Value;

/// A .NET type as script sees it.
pub struct FacadeType {
    /// The full name; a generic type's carries its arity (``System.Collections.Generic.List`1``).
    pub name: &'static str,
    /// What kind of type.
    pub kind: Kind,
    /// The base type's full name, empty for none; may use the type's own parameters (`IList[T]`).
    pub base: &'static str,
    /// The interfaces that it declares.
    pub interfaces: &'static [&'static str],
    /// The names of the type parameters.
    pub generic: &'static [&'static str],
    /// The members, in the order in which Get-Member's raw list has them.
    pub members: &'static [Entry],
    /// The events of its objects.
    pub events: &'static [EventEntry],
    /// What the runtime does with values of the type without going through a member.
    pub hooks: Hooks,
}

/// The kind of a type.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A reference type.
    Class,
    /// A class of which there are no instances.
    StaticClass,
    /// A class that only others derive from.
    AbstractClass,
    /// A value type.
    Struct,
    /// An interface.
    Interface,
    /// An enum: its underlying type's name, whether it has `[Flags]`, and its values.
    Enum {
        /// The integer type beneath, `System.Int32` for nearly all.
        underlying: &'static str,
        /// Whether values combine.
        flags: bool,
        /// Names and numbers in the order of `[Enum]::GetNames`.
        values: &'static [EnumValue],
    },
}

/// A name of an enum and its number.
pub type EnumValue = (&'static str, i64);

/// A plain function behind a member.
pub type Invoke = fn(&mut Call<'_>) -> Result<Value>;

/// One member: its signature and what runs.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The text in PowerShell's notation; see [`Signature`](super::Signature).
    pub signature: &'static str,
    /// The method, the constructor or the getter.
    pub run: Invoke,
    /// The setter; it finds the new value as its last argument.
    pub set: Option<Invoke>,
}

/// A method: `"int IndexOf(char value, int startIndex)"`, `"static string Join(string separator, Params string[] value)"`,
/// `"static bool TryParse(string s, [ref] int result)"`, `"static T[] Empty[T]()"`.
pub const fn method(signature: &'static str, run: Invoke) -> Entry {
    Entry { signature, run, set: None }
}

/// A constructor: `"new(string value)"`.
pub const fn constructor(signature: &'static str, run: Invoke) -> Entry {
    Entry { signature, run, set: None }
}

/// A property that can be read: `"int Length {get;}"`, `"static double PI {get;}"`; with parameters
/// (`"char Chars(int index) {get;}"`) it is a parameterized property, and the indexer if it is named `Item` or `Chars`.
pub const fn property(signature: &'static str, get: Invoke) -> Entry {
    Entry { signature, run: get, set: None }
}

/// A property that can be read and set: `"int Capacity {get;set;}"`.
pub const fn property_rw(signature: &'static str, get: Invoke, set: Invoke) -> Entry {
    Entry { signature, run: get, set: Some(set) }
}

/// Operations that the runtime asks of values of a type; `None`: as the base type has it.
pub struct Hooks {
    /// .NET's `ToString()`; without one in all bases it is the type's name.
    pub to_string: Option<fn(&mut dyn Context, &Value) -> Result<PsString>>,
    /// .NET's `Equals`; without one, reference equality. The second value may be of any type.
    pub equals: Option<fn(&mut dyn Context, &Value, &Value) -> Result<bool>>,
    /// .NET's `GetHashCode`.
    pub hash_code: Option<fn(&mut dyn Context, &Value) -> Result<i32>>,
    /// `IComparable.CompareTo`.
    pub compare: Option<fn(&mut dyn Context, &Value, &Value) -> Result<i32>>,
    /// What `IEnumerable` gives, for types that PowerShell enumerates in a pipeline; a snapshot.
    pub enumerate: Option<fn(&mut dyn Context, &Value) -> Result<Vec<Value>>>,
    /// A conversion to this type from a value that no general rule converts; `Ok(None)`: not this value.
    pub convert_from: Option<fn(&mut dyn Context, &Type, &Value) -> Result<Option<Value>>>,
    /// The value that the type has without being set (`default(T)`), for structs.
    pub default: Option<fn() -> Value>,
    /// A binary operator (`op_Addition`, ...) with a value of this type on the left or right; `Ok(None)`: none for these.
    pub operator: Option<fn(&mut dyn Context, &str, &Value, &Value) -> Result<Option<Value>>>,
    /// Properties that an object has besides its type's, by what is in it (the elements of XML); they come first.
    pub adapted: Option<fn(&mut dyn Context, &Value) -> Result<Vec<(PsString, Value)>>>,
    /// Sets such a property; `Ok(false)`: there is none of that name.
    pub set_adapted: Option<fn(&mut dyn Context, &Value, &PsString, &Value) -> Result<bool>>,
}

impl Hooks {
    /// Everything as the base type has it.
    pub const NONE: Hooks = Hooks {
        to_string: None,
        equals: None,
        hash_code: None,
        compare: None,
        enumerate: None,
        convert_from: None,
        default: None,
        operator: None,
        adapted: None,
        set_adapted: None,
    };
}

impl FacadeType {
    const fn of_kind(name: &'static str, kind: Kind, base: &'static str) -> FacadeType {
        FacadeType {
            name,
            kind,
            base,
            interfaces: &[],
            generic: &[],
            members: &[],
            events: &[],
            hooks: Hooks::NONE,
        }
    }

    /// A class derived from `System.Object`, for `..FacadeType::class(name)`.
    pub const fn class(name: &'static str) -> FacadeType {
        Self::of_kind(name, Kind::Class, "System.Object")
    }

    /// A static class.
    pub const fn static_class(name: &'static str) -> FacadeType {
        Self::of_kind(name, Kind::StaticClass, "System.Object")
    }

    /// A struct.
    pub const fn structure(name: &'static str) -> FacadeType {
        Self::of_kind(name, Kind::Struct, "System.ValueType")
    }

    /// An interface.
    pub const fn interface(name: &'static str) -> FacadeType {
        Self::of_kind(name, Kind::Interface, "")
    }

    /// An enum over `int` without `[Flags]`.
    pub const fn enumeration(name: &'static str, values: &'static [EnumValue]) -> FacadeType {
        Self::of_kind(name, Kind::Enum { underlying: "System.Int32", flags: false, values }, "System.Enum")
    }

    /// An enum over `int` with `[Flags]`.
    pub const fn flags(name: &'static str, values: &'static [EnumValue]) -> FacadeType {
        Self::of_kind(name, Kind::Enum { underlying: "System.Int32", flags: true, values }, "System.Enum")
    }
}

/// A call of a member, with arguments that have been converted to the types its signature names.
///
/// The typed getters take that conversion as done: asking for another type than the signature's is a mistake
/// in the table and panics (which becomes the command's error record).
pub struct Call<'a> {
    /// The runtime.
    pub cx: &'a mut dyn Context,
    /// The type whose member it is: a closed type, or the class that derives from it.
    pub ty: &'a Type,
    /// The object, `Null` for static members and constructors.
    pub this: &'a Value,
    /// One value for each parameter; a `[ref]` one is a `PSReference` object.
    pub args: &'a [Value],
    /// The type arguments of a generic method.
    pub type_args: &'a [Type],
}

impl<'a> Call<'a> {
    /// The payload of the object.
    pub fn this<P: Payload>(&self) -> Handle<'a, P> {
        let found = self.this.cell().and_then(|obj| obj.get::<P>());
        found.unwrap_or_else(|| panic!("{} called on another type's value", self.ty.name()))
    }

    /// The value of argument `index`, without wrapper.
    pub fn arg(&self, index: usize) -> &'a Value {
        self.args[index].unwrapped()
    }

    /// The payload of argument `index`, `None` if it is another type's or null, or if there is no such argument.
    pub fn payload<P: Payload>(&self, index: usize) -> Option<Handle<'a, P>> {
        self.args.get(index)?.cell().and_then(|obj| obj.get::<P>())
    }

    /// A `string` argument; null reads as empty, look at [`arg`](Self::arg) where that matters.
    pub fn str(&self, index: usize) -> PsString {
        match self.arg(index) {
            Value::String(text) => text.clone(),
            Value::Null | Value::Void => PsString::empty(),
            other => self.mismatch(index, "string", other),
        }
    }

    /// A `bool` argument.
    pub fn bool(&self, index: usize) -> bool {
        match self.arg(index) {
            Value::Bool(value) => *value,
            other => self.mismatch(index, "bool", other),
        }
    }

    /// A `char` argument.
    pub fn char(&self, index: usize) -> u16 {
        match self.arg(index) {
            Value::Char(value) => *value,
            other => self.mismatch(index, "char", other),
        }
    }

    /// An `int` argument.
    pub fn int(&self, index: usize) -> i32 {
        match self.arg(index) {
            Value::Int32(value) => *value,
            other => self.mismatch(index, "int", other),
        }
    }

    /// A `long` argument.
    pub fn long(&self, index: usize) -> i64 {
        match self.arg(index) {
            Value::Int64(value) => *value,
            other => self.mismatch(index, "long", other),
        }
    }

    /// A `double` argument.
    pub fn double(&self, index: usize) -> f64 {
        match self.arg(index) {
            Value::Double(value) => *value,
            other => self.mismatch(index, "double", other),
        }
    }

    /// A `datetime` argument.
    pub fn datetime(&self, index: usize) -> DateTime {
        match self.arg(index) {
            Value::DateTime(value) => *value,
            other => self.mismatch(index, "datetime", other),
        }
    }

    /// A `timespan` argument.
    pub fn timespan(&self, index: usize) -> TimeSpan {
        match self.arg(index) {
            Value::TimeSpan(value) => *value,
            other => self.mismatch(index, "timespan", other),
        }
    }

    /// An enum argument's number.
    pub fn number(&self, index: usize) -> i64 {
        match self.payload::<crate::payload::EnumNumber>(index) {
            Some(number) => number.payload().0,
            None => self.mismatch(index, "enum", self.arg(index)),
        }
    }

    fn mismatch(&self, index: usize, wanted: &str, found: &Value) -> ! {
        panic!(
            "argument {index} of a member of {} is not the {wanted} it was bound as but {found:?}",
            self.ty.name()
        )
    }
}
