//! What values, conversions and facade types ask of the runtime they run in.

use crate::error::Result;
use crate::process::Process;
use crate::string::PsString;
use crate::ty::Type;
use crate::value::Value;
use std::any::Any;

/// The running pipeline, as seen from below. No lock may be held while one of these runs.
pub trait Context {
    /// The session as a process: environment, directory, culture, statics.
    fn process(&self) -> &Process;

    /// Answers a request that came in meanwhile: stop, parking, events. Long native loops call it.
    fn poll(&mut self) -> Result<()>;

    /// Calls a script block or delegate.
    fn invoke(&mut self, callable: &Value, args: Vec<Value>) -> Result<Value>;

    /// Calls a method by name, as script would, overrides in classes included.
    fn call_method(&mut self, this: &Value, name: &str, args: Vec<Value>) -> Result<Value>;

    /// Reads a property by name, as script would; null where there is none.
    fn get_property(&mut self, this: &Value, name: &str) -> Result<Value>;

    /// Sets a property by name, as script would.
    fn set_property(&mut self, this: &Value, name: &str, value: Value) -> Result<()>;

    /// Makes an object, as `[ty]::new(args)`; types that a script defined included.
    fn construct(&mut self, ty: &Type, args: Vec<Value>) -> Result<Value>;

    /// The type that a name in `[...]` has here: the session's classes, `using namespace`, accelerators, .NET's.
    fn find_type(&mut self, name: &str) -> Option<Type>;

    /// What stands between the elements of a list in its text: `$OFS`, a space unless set.
    fn field_separator(&mut self) -> PsString;

    /// The one conversion function: what a cast to `ty` does.
    fn convert(&mut self, value: &Value, ty: &Type) -> Result<Value>;

    /// The text that `"$value"` has.
    fn to_text(&mut self, value: &Value) -> Result<PsString>;

    /// .NET's `Equals`.
    fn equals(&mut self, a: &Value, b: &Value) -> Result<bool>;

    /// .NET's `GetHashCode`, the same for values that are equal.
    fn hash_code(&mut self, value: &Value) -> Result<i32>;

    /// .NET's `CompareTo` by the values' own order: negative, zero, positive.
    fn compare(&mut self, a: &Value, b: &Value) -> Result<i32>;

    /// The items of an enumerable, `None` for what is not one.
    fn enumerate(&mut self, value: &Value) -> Result<Option<Vec<Value>>>;

    /// The runtime itself, for what stands above it and knows its type.
    fn as_any(&mut self) -> &mut dyn Any;
}
