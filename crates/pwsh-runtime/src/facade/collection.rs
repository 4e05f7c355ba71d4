//! Collections of .NET's own types that members of the engine give out.

use crate::command::type_named;
use pwsh_value::payload::{Dictionary, Keys, List};
use pwsh_value::{Obj, PsString, Value};

/// A `ReadOnlyCollection` of elements of the type with this name.
pub(crate) fn read_only(element: &str, values: Vec<Value>) -> Value {
    let ty = type_named(&format!("System.Collections.ObjectModel.ReadOnlyCollection[{element}]"));
    Value::Object(Obj::new(ty, List::of_values(values)))
}

/// A `Collection` of elements of the type with this name.
pub(crate) fn collection(element: &str, values: Vec<Value>) -> Value {
    let ty = type_named(&format!("System.Collections.ObjectModel.Collection[{element}]"));
    Value::Object(Obj::new(ty, List::of_values(values)))
}

/// A `List` of elements of the type with this name.
pub(crate) fn list(element: &str, values: Vec<Value>) -> Value {
    let ty = type_named(&format!("System.Collections.Generic.List[{element}]"));
    Value::Object(Obj::new(ty, List::of_values(values)))
}

/// A `Dictionary` by text, case ignored, of values of the type with this name.
pub(crate) fn dictionary(element: &str, entries: impl IntoIterator<Item = (PsString, Value)>) -> Value {
    let ty = type_named(&format!("System.Collections.Generic.Dictionary[string,{element}]"));
    let table = Obj::new(ty, Dictionary::new(Keys::IgnoreCase));
    if let Some(handle) = table.get::<Dictionary>() {
        entries.into_iter().for_each(|(name, value)| handle.set_str(name, value));
    }
    Value::Object(table)
}
