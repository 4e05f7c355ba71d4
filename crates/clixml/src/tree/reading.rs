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
    Object {
        name: Option<Text>,
        id: Option<RefId>,
        open: OpenObject,
        object: Object,
    },
    Properties(Members),
    Members(Members),
    MemberSet {
        name: Text,
        members: Members,
    },
    Container(Container),
    /// An entry of the dictionary below it, and its key once that was read.
    Entry(Option<Value>),
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
                let found = match event {
                    Event::Primitive { value, .. } => value.element(),
                    Event::Reference { .. } => "Ref",
                    _ => "Obj",
                };
                let expected = "the end of the document";
                return Err(reader.error(ReadErrorKind::UnexpectedElement { expected, found: found.into() }));
            }
            self.event(event);
        }
        Ok(self.values)
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Primitive { name, value } => self.add(name, value),
            Event::Reference { name, id } => {
                let value = match self.mentions.get(&id) {
                    Some(Mention::Closed(object)) => Value::Object(object.clone()),
                    Some(Mention::Open(object)) => Value::Ancestor(object.clone()),
                    None => unreachable!("the reader has seen the object of every reference"),
                };
                self.add(name, value);
            }
            Event::StartObject { name, id } => {
                let (weak, open) = OpenObject::new();
                if let Some(id) = id {
                    self.mentions.insert(id, Mention::Open(weak));
                }
                self.levels.push(Level::Object { name, id, open, object: Object::new() });
            }
            Event::TypeNames(names) => self.object().type_names = Some(names),
            Event::ToString(text) => self.object().to_string = Some(text),
            Event::StartProperties => self.levels.push(Level::Properties(Members::default())),
            Event::StartMembers => self.levels.push(Level::Members(Members::default())),
            Event::StartMemberSet { name } => {
                self.levels.push(Level::MemberSet { name, members: Members::default() });
            }
            Event::StartContainer(kind) => self.levels.push(Level::Container(Container::empty(kind))),
            Event::StartEntry => self.levels.push(Level::Entry(None)),
            Event::EndObject
            | Event::EndProperties
            | Event::EndMembers
            | Event::EndMemberSet
            | Event::EndContainer
            | Event::EndEntry => self.end(),
        }
    }

    fn end(&mut self) {
        match self.levels.pop() {
            Some(Level::Object { name, id, open, object }) => {
                let object = open.close(object);
                if let Some(id) = id {
                    self.mentions.insert(id, Mention::Closed(object.clone()));
                }
                self.add(name, Value::Object(object));
            }
            Some(Level::MemberSet { name, members }) => {
                let mut set = Object::new();
                set.members = Some(members);
                self.add(Some(name), Value::MemberSet(ObjectRef::new(set)));
            }
            Some(Level::Properties(members)) => self.object().properties = Some(members),
            Some(Level::Members(members)) => self.object().members = Some(members),
            Some(Level::Container(container)) => self.object().container = Some(container),
            // its pair was put into the dictionary when the value came
            Some(Level::Entry(_)) => {}
            None => unreachable!("the reader's starts and ends pair"),
        }
    }

    /// Puts a value where it belongs.
    fn add(&mut self, name: Option<Text>, value: Value) {
        match &mut self.levels[..] {
            [] => self.values.push(value),
            [.., Level::Object { object, .. }] => object.base = Some(value),
            [.., Level::Properties(members) | Level::Members(members) | Level::MemberSet { members, .. }] => {
                members.push(name.unwrap_or_default(), value);
            }
            [.., Level::Container(Container::Dictionary(entries)), Level::Entry(key)] => match key.take() {
                None => *key = Some(value),
                Some(key) => entries.push((key, value)),
            },
            [
                ..,
                Level::Container(
                    Container::List(items)
                    | Container::Enumerable(items)
                    | Container::Stack(items)
                    | Container::Queue(items),
                ),
            ] => items.push(value),
            [.., Level::Container(Container::Dictionary(_)) | Level::Entry(_)] => {
                unreachable!("the reader gives a dictionary's values within its entries")
            }
        }
    }

    fn object(&mut self) -> &mut Object {
        match self.levels.last_mut() {
            Some(Level::Object { object, .. }) => object,
            _ => unreachable!("the reader gives parts of objects within objects only"),
        }
    }
}
