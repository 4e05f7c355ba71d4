//! CLIXML of values ([MS-PSRP] 2.2.5), written element by element as the value is walked: no tree lies between.
//!
//! [`Serializer`] keeps its memory between messages. What goes out is what PowerShell's serializer gives: objects
//! to a depth of 1 (type data may say more), containers and PSCustomObjects without counting, a repeated object
//! as a reference, a getter that throws as null.

mod container;
mod error_record;
mod invocation;
mod object;
mod primitive;
mod properties;
mod records;

use crate::Runspace;
use clixml::{Flavour, KeyError, Name, RefId, SecureStringKey, Writer};
use pwsh_value::{Error, Obj, Value};
use std::collections::HashMap;

pub use error_record::RecordKind;

/// The depth to which properties of objects are written, unless type data says otherwise.
pub const DEFAULT_DEPTH: i32 = 1;

/// Objects within each other beyond which only a text is written.
const NESTING_LIMIT: usize = 50;

/// Why a value could not be written.
#[derive(Debug)]
pub enum SerializeError {
    /// A secure string needs a key that is not there yet.
    Key(KeyError),
    /// The pipeline was told to stop while a getter ran.
    Unwind(Error),
}

impl From<KeyError> for SerializeError {
    fn from(error: KeyError) -> Self {
        SerializeError::Key(error)
    }
}

impl From<Error> for SerializeError {
    fn from(error: Error) -> Self {
        SerializeError::Unwind(error)
    }
}

type Written<T = ()> = Result<T, SerializeError>;

/// Writes values as CLIXML documents, one after the other.
pub struct Serializer {
    writer: Writer,
    /// The objects of the present document by their address.
    refs: HashMap<usize, RefId>,
    /// The same objects, kept alive so that no address is used twice.
    held: Vec<Obj>,
}

impl Serializer {
    /// A serializer for documents of this flavour.
    pub fn new(flavour: Flavour) -> Serializer {
        Serializer { writer: Writer::new(flavour), refs: HashMap::new(), held: Vec::new() }
    }

    /// Begins a new document; the memory of the last one is used again.
    pub fn clear(&mut self) {
        self.writer.clear();
        self.refs.clear();
        self.held.clear();
    }

    /// Writes a value at the top of the document, to this depth of properties.
    ///
    /// # Errors
    /// If a secure string has no key, or the pipeline is being stopped; the document is of no use then.
    pub fn value(
        &mut self,
        rs: &mut Runspace,
        value: &Value,
        depth: i32,
        key: &dyn SecureStringKey,
    ) -> Result<(), SerializeError> {
        self.walk(rs, key).value(Name::NONE, value, depth)
    }

    /// Ends the document and gives its bytes.
    pub fn finish(&mut self) -> &[u8] {
        self.writer.finish()
    }

    fn walk<'a>(&'a mut self, rs: &'a mut Runspace, key: &'a dyn SecureStringKey) -> Walk<'a> {
        Walk { rs, key, out: self, nesting: 0 }
    }
}

/// One walk through a value.
struct Walk<'a> {
    rs: &'a mut Runspace,
    key: &'a dyn SecureStringKey,
    out: &'a mut Serializer,
    /// How many objects lie around the present place.
    nesting: usize,
}

impl Walk<'_> {
    fn writer(&mut self) -> &mut Writer {
        &mut self.out.writer
    }

    /// Writes any value.
    fn value(&mut self, name: Name<'_>, value: &Value, depth: i32) -> Written {
        if let Value::Void = value {
            // AutomationNull within an object is an object without anything in it.
            self.writer().start_object(name);
            self.writer().type_names(&["System.Management.Automation.PSCustomObject", "System.Object"]);
            self.writer().end();
            return Ok(());
        }
        if self.primitive(name, value)? {
            return Ok(());
        }
        let Some(obj) = value.cell() else {
            self.writer().null(name);
            return Ok(());
        };
        if let Value::Wrapped(_) = value {
            return self.wrapped(name, value, obj, depth);
        }
        if let Some(id) = self.out.refs.get(&obj.address()).copied() {
            self.writer().reference(name, id);
            return Ok(());
        }
        if self.nesting >= NESTING_LIMIT || pwsh_value::stack::exhausted() {
            self.writer().string(name, "Serialized XML is nested too deeply. Line {0}, position {1}.");
            return Ok(());
        }
        let depth = self.depth_of(value, depth);
        if self.known_object(name, value, obj, depth)? {
            return Ok(());
        }
        self.nesting += 1;
        let written = self.object(name, value, obj, depth);
        self.nesting -= 1;
        written
    }

    /// Begins an object that can be referred to.
    fn start(&mut self, name: Name<'_>, obj: &Obj) {
        let id = self.writer().start_object(name);
        self.out.refs.insert(obj.address(), id);
        self.out.held.push(obj.clone());
    }
}
