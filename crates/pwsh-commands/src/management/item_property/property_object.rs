//! The objects that properties are shown as.

use crate::management::item_object::path_notes;
use psjob_dotnet::io::failure::io_exception;
use pwsh_runtime::Runspace;
use pwsh_runtime::provider::ItemPath;
use pwsh_value::payload::PropertyBag;
use pwsh_value::{Error, Obj, PsString, Value};

/// An object with some properties of an item, and the notes of its path.
pub fn property_object(rs: &Runspace, item: &ItemPath, properties: Vec<(PsString, Value)>) -> Value {
    let notes = path_notes(rs, item).into_iter().map(|(name, value)| (PsString::from(name), value));
    Obj::custom(PropertyBag::from_iter(properties.into_iter().chain(notes))).into()
}

/// The exception that an item has no such property.
pub fn property_not_found(name: &PsString) -> Error {
    io_exception(format!("The property {name} does not exist or was not found.")).id("System.IO.IOException")
}
