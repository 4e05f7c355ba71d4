//! What came back from CLIXML: properties and a text, without the methods of the type it once was.

use super::PropertyBag;
use crate::object::Payload;
use crate::string::PsString;
use crate::value::Value;

/// The payload of an object that another process wrote: its adapted properties and its text. What was attached to
/// it is attached again.
pub struct Deserialized {
    properties: PropertyBag,
    text: Option<PsString>,
}

impl Deserialized {
    /// An object with these properties and this text.
    pub fn new(properties: PropertyBag, text: Option<PsString>) -> Deserialized {
        Deserialized { properties, text }
    }

    /// The text that the object had where it was written.
    pub fn text(&self) -> Option<&PsString> {
        self.text.as_ref()
    }

    /// The adapted properties.
    pub fn properties(&self) -> &PropertyBag {
        &self.properties
    }
}

impl Payload for Deserialized {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.properties.trace(visit);
    }

    fn release(&self, out: &mut Vec<Value>) {
        self.properties.release(out);
    }

    fn base(&self) -> Option<&dyn Payload> {
        Some(&self.properties)
    }
}
