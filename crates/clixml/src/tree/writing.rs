//! Writing a tree.

use std::collections::HashMap;
use std::slice;

use super::{Container, Object, ObjectRef, Value};
use crate::{Flavour, KeyError, Name, RefId, SecureStringKey, Text, Writer};

/// A value in the wire's flavour. An error is that of the key.
pub fn to_wire(value: &Value, key: &dyn SecureStringKey) -> Result<Vec<u8>, KeyError> {
    let mut writer = Writer::new(Flavour::Wire);
    write(&mut writer, slice::from_ref(value), key)?;
    Ok(writer.into_bytes())
}

/// Appends values to a document. An object that is met again within this call is written as a reference. An error is
/// that of the key; the document is then not complete.
pub fn write(writer: &mut Writer, values: &[Value], key: &dyn SecureStringKey) -> Result<(), KeyError> {
    let mut walk = Walk { writer, key, written: HashMap::new(), steps: Vec::new() };
    // taken from the end
    walk.steps.extend(values.iter().rev().map(|value| Step::Value(None, value.clone())));
    walk.run()
}

/// What is still to be written. Objects nest without bound through references, so there is no recursion.
enum Step {
    Value(Option<Text>, Value),
    Key(Value),
    EntryValue(Value),
    StartContainer(super::ContainerKind),
    StartProperties,
    StartMembers,
    StartEntry,
    End,
}

struct Walk<'w> {
    writer: &'w mut Writer,
    key: &'w dyn SecureStringKey,
    /// By address, which cannot be another's: the object is kept beside it.
    written: HashMap<usize, (RefId, ObjectRef)>,
    steps: Vec<Step>,
}

impl Walk<'_> {
    fn run(&mut self) -> Result<(), KeyError> {
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Value(None, value) => self.value(Name::NONE, &value)?,
                Step::Value(Some(name), value) => self.value(Name::of(&name), &value)?,
                Step::Key(value) => self.value(Name::KEY, &value)?,
                Step::EntryValue(value) => self.value(Name::VALUE, &value)?,
                Step::StartContainer(kind) => self.writer.start_container(kind),
                Step::StartProperties => self.writer.start_properties(),
                Step::StartMembers => self.writer.start_members(),
                Step::StartEntry => self.writer.start_entry(),
                Step::End => self.writer.end(),
            }
        }
        Ok(())
    }

    fn value(&mut self, name: Name<'_>, value: &Value) -> Result<(), KeyError> {
        let writer = &mut *self.writer;
        match value {
            Value::Null => writer.null(name),
            Value::Bool(v) => writer.bool(name, *v),
            Value::Char(v) => writer.char(name, *v),
            Value::SByte(v) => writer.sbyte(name, *v),
            Value::Byte(v) => writer.byte(name, *v),
            Value::Int16(v) => writer.int16(name, *v),
            Value::UInt16(v) => writer.uint16(name, *v),
            Value::Int32(v) => writer.int32(name, *v),
            Value::UInt32(v) => writer.uint32(name, *v),
            Value::Int64(v) => writer.int64(name, *v),
            Value::UInt64(v) => writer.uint64(name, *v),
            Value::Single(v) => writer.single(name, *v),
            Value::Double(v) => writer.double(name, *v),
            Value::Decimal(v) => writer.decimal(name, *v),
            Value::DateTime(v) => writer.date_time(name, *v),
            Value::Duration(v) => writer.duration(name, *v),
            Value::Guid(v) => writer.guid(name, *v),
            Value::Uri(v) => writer.uri(name, v),
            Value::Version(v) => writer.version(name, *v),
            Value::XmlDocument(v) => writer.xml_document(name, v),
            Value::ScriptBlock(v) => writer.script_block(name, v),
            Value::SecureString(v) => writer.secure_string(name, v.as_bytes(), self.key)?,
            Value::ByteArray(v) => writer.byte_array(name, v),
            Value::Str(v) => writer.string(name, v),
            Value::Progress(v) => writer.progress(name, v),
            Value::Object(object) => self.object(name, object),
            Value::Ancestor(object) => match object.upgrade() {
                Some(object) => self.object(name, &object),
                None => writer.null(name),
            },
            Value::MemberSet(object) => {
                writer.start_member_set(name);
                self.steps.push(Step::End);
                self.members(&object.members);
            }
        }
        Ok(())
    }

    fn object(&mut self, name: Name<'_>, object: &ObjectRef) {
        if let Some((id, _)) = self.written.get(&object.address()) {
            return self.writer.reference(name, *id);
        }
        let id = self.writer.start_object(name);
        self.written.insert(object.address(), (id, object.clone()));
        if let Some(names) = &object.type_names {
            self.writer.type_names(names);
        }
        if let Some(text) = &object.to_string {
            self.writer.to_string_text(text);
        }
        self.content(object);
    }

    /// Puts the parts of an object on the list, the last first.
    fn content(&mut self, object: &Object) {
        self.steps.push(Step::End);
        if object.members.is_some() {
            self.steps.push(Step::End);
            self.members(&object.members);
            self.steps.push(Step::StartMembers);
        }
        if object.properties.is_some() {
            self.steps.push(Step::End);
            self.members(&object.properties);
            self.steps.push(Step::StartProperties);
        }
        if let Some(container) = &object.container {
            self.steps.push(Step::End);
            match container {
                Container::Dictionary(entries) => {
                    for (key, value) in entries.iter().rev() {
                        self.steps.extend([
                            Step::End,
                            Step::EntryValue(value.clone()),
                            Step::Key(key.clone()),
                            Step::StartEntry,
                        ]);
                    }
                }
                Container::List(items)
                | Container::Enumerable(items)
                | Container::Stack(items)
                | Container::Queue(items) => {
                    self.steps.extend(items.iter().rev().map(|item| Step::Value(None, item.clone())));
                }
            }
            self.steps.push(Step::StartContainer(container.kind()));
        }
        if let Some(base) = &object.base {
            self.steps.push(Step::Value(None, base.clone()));
        }
    }

    fn members(&mut self, members: &Option<super::Members>) {
        let members = members.iter().flat_map(super::Members::iter).rev();
        self.steps.extend(members.map(|(name, value)| Step::Value(Some(name.clone()), value.clone())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NoKey;

    fn wire(value: impl Into<Value>) -> String {
        String::from_utf8(to_wire(&value.into(), &NoKey).unwrap()).unwrap()
    }

    #[test]
    fn what_was_written_is_referred_to() {
        let shared = ObjectRef::new(Object::new().with_list([1]));
        let both = Object::new().with_list([shared.clone(), shared]);
        assert_eq!(
            wire(both),
            "<Obj RefId=\"0\"><LST><Obj RefId=\"1\"><LST><I32>1</I32></LST></Obj><Ref RefId=\"1\" /></LST></Obj>"
        );
    }

    #[test]
    fn a_cycle_ends_in_a_reference_wherever_it_is_entered() {
        let outer = ObjectRef::cyclic(|outer| {
            Object::new().with_member("in", Object::new().with_member("out", outer.clone()))
        });
        assert_eq!(
            wire(outer.clone()),
            "<Obj RefId=\"0\"><MS><Obj N=\"in\" RefId=\"1\"><MS><Ref N=\"out\" RefId=\"0\" /></MS></Obj></MS></Obj>"
        );
        let inner = outer.get("in").unwrap().clone();
        assert_eq!(
            wire(inner.clone()),
            "<Obj RefId=\"0\"><MS><Obj N=\"out\" RefId=\"1\"><MS><Ref N=\"in\" RefId=\"0\" /></MS></Obj></MS></Obj>"
        );
        drop(outer);
        assert_eq!(wire(inner), "<Obj RefId=\"0\"><MS><Nil N=\"out\" /></MS></Obj>");
    }

    #[test]
    fn a_chain_of_objects_is_written_on_a_small_stack() {
        let thread = std::thread::Builder::new().stack_size(128 * 1024).spawn(|| {
            let chain = (0..100_000).fold(Value::Null, |inner, _| Object::new().with_list([inner]).into());
            assert!(wire(chain).contains("<LST><Nil /></LST></Obj></LST></Obj>"));
        });
        thread.unwrap().join().unwrap();
    }
}
