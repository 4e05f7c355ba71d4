//! Reading a tree.

use std::collections::HashMap;

use super::object::OpenObject;
use super::{Container, Members, Object, ObjectRef, Value, WeakObject};
use crate::{Event, ReadError, ReadErrorKind, Reader, RefId, Text};

/// Reads a document of exactly one value, as a message of the protocol is.
///
/// # Errors
///
/// What [`Reader::next_event`] finds, and a document of no value or of more than one.
pub fn read(mut reader: Reader<'_, '_>) -> Result<Value, ReadError> {
    let mut values = Builder::default().build(&mut reader, 1)?;
    values.pop().ok_or_else(|| {
        reader.error(ReadErrorKind::UnexpectedEnd { expected: "a value", ended: "the document" })
    })
}

/// Reads a document of any number of values, as Export-Clixml writes.
pub fn read_all(mut reader: Reader<'_, '_>) -> Result<Vec<Value>, ReadError> {
    Builder::default().build(&mut reader, usize::MAX)
}

/// What is open around the next event.
enum Level {
    Object { name: Option<Text>, id: Option<RefId>, open: OpenObject, object: Object },
    Properties(Members),
    Members(Members),
    MemberSet { name: Text, members: Members },
    Container(Container),
    Entry(Vec<Value>),
}

/// An object that was begun.
enum Mention {
    /// It is still open: what refers to it lies within it.
    Open(WeakObject),
    Closed(ObjectRef),
}

/// Puts events together. A strong reference goes to a closed object only, so there is no cycle of them.
#[derive(Default)]
struct Builder {
    levels: Vec<Level>,
    mentions: HashMap<RefId, Mention>,
    values: Vec<Value>,
}

impl Builder {
    fn build(mut self, reader: &mut Reader<'_, '_>, most: usize) -> Result<Vec<Value>, ReadError> {
        while let Some(event) = reader.next_event()? {
            if self.values.len() == most {
                let found = "a second value".into();
                let expected = "the end of the document";
                return Err(reader.error(ReadErrorKind::UnexpectedElement { expected, found }));
            }
            if let Err(part) = self.event(event) {
                return Err(reader.error(ReadErrorKind::Repeated { part }));
            }
        }
        Ok(self.values)
    }

    /// Takes the next event; the error is the part that an object has twice.
    fn event(&mut self, event: Event) -> Result<(), &'static str> {
        match event {
            Event::Primitive { name, value } => return self.add(name, value),
            Event::Reference { name, id } => {
                let value = match self.mentions.get(&id) {
                    Some(Mention::Closed(object)) => Value::Object(object.clone()),
                    Some(Mention::Open(object)) => Value::Ancestor(object.clone()),
                    None => unreachable!("the reader has seen the object of every reference"),
                };
                return self.add(name, value);
            }
            Event::StartObject { name, id } => {
                let (weak, open) = OpenObject::new();
                if let Some(id) = id {
                    self.mentions.insert(id, Mention::Open(weak));
                }
                self.levels.push(Level::Object { name, id, open, object: Object::new() });
            }
            Event::TypeNames(names) => once(&mut self.object().type_names, names, "TN")?,
            Event::ToString(text) => once(&mut self.object().to_string, text, "ToString")?,
            Event::StartProperties => self.levels.push(Level::Properties(Members::default())),
            Event::StartMembers => self.levels.push(Level::Members(Members::default())),
            Event::StartMemberSet { name } => {
                self.levels.push(Level::MemberSet { name, members: Members::default() });
            }
            Event::StartContainer(kind) => self.levels.push(Level::Container(Container::empty(kind))),
            Event::StartEntry => self.levels.push(Level::Entry(Vec::with_capacity(2))),
            Event::EndObject
            | Event::EndProperties
            | Event::EndMembers
            | Event::EndMemberSet
            | Event::EndContainer
            | Event::EndEntry => return self.end(),
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), &'static str> {
        match self.levels.pop() {
            Some(Level::Object { name, id, open, object }) => {
                let object = open.close(object);
                if let Some(id) = id {
                    self.mentions.insert(id, Mention::Closed(object.clone()));
                }
                self.add(name, Value::Object(object))
            }
            Some(Level::MemberSet { name, members }) => {
                let mut set = Object::new();
                set.members = Some(members);
                self.add(Some(name), Value::MemberSet(ObjectRef::new(set)))
            }
            Some(Level::Properties(members)) => once(&mut self.object().properties, members, "Props"),
            Some(Level::Members(members)) => once(&mut self.object().members, members, "MS"),
            Some(Level::Container(container)) => {
                let part = container.kind().element();
                once(&mut self.object().container, container, part)
            }
            Some(Level::Entry(pair)) => {
                let mut pair = pair.into_iter();
                if let Some(Level::Container(Container::Dictionary(entries))) = self.levels.last_mut()
                    && let (Some(key), Some(value)) = (pair.next(), pair.next())
                {
                    entries.push((key, value));
                }
                Ok(())
            }
            None => unreachable!("the reader's starts and ends pair"),
        }
    }

    /// Puts a value where it belongs.
    fn add(&mut self, name: Option<Text>, value: Value) -> Result<(), &'static str> {
        match self.levels.last_mut() {
            None => self.values.push(value),
            Some(Level::Object { object, .. }) => return once(&mut object.base, value, "primitive"),
            Some(Level::Properties(members) | Level::Members(members) | Level::MemberSet { members, .. }) => {
                members.push(name.unwrap_or_default(), value);
            }
            Some(Level::Entry(pair)) => pair.push(value),
            Some(Level::Container(
                Container::List(items)
                | Container::Enumerable(items)
                | Container::Stack(items)
                | Container::Queue(items),
            )) => items.push(value),
            Some(Level::Container(Container::Dictionary(_))) => {
                unreachable!("a dictionary's values lie in entries")
            }
        }
        Ok(())
    }

    fn object(&mut self) -> &mut Object {
        match self.levels.last_mut() {
            Some(Level::Object { object, .. }) => object,
            _ => unreachable!("the reader gives parts of objects within objects only"),
        }
    }
}

/// Sets a part that may be there once.
fn once<T>(part: &mut Option<T>, value: T, name: &'static str) -> Result<(), &'static str> {
    match part {
        Some(_) => Err(name),
        None => {
            *part = Some(value);
            Ok(())
        }
    }
}
