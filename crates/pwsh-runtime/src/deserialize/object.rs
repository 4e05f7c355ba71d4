//! Objects: collections, wrapped primitives, property bags, and the types that come back as themselves.

use super::primitive::string;
use super::{Read, Values};
use clixml::tree::ContainerKind;
use clixml::{Event, RefId};
use pwsh_value::payload::{Deserialized, Dictionary, Keys, List, PropertyBag};
use pwsh_value::ty::{known, named};
use pwsh_value::{Context, Member, Obj, PsString, Value};

const PREFIX: &str = "Deserialized.";

/// The parts of an object, as they come.
#[derive(Default)]
struct Parts {
    types: Vec<PsString>,
    text: Option<PsString>,
    inner: Option<Value>,
    container: Option<Obj>,
    has_properties: bool,
    properties: Vec<(PsString, Value)>,
    members: Vec<(PsString, Value)>,
}

impl Values<'_, '_, '_> {
    /// The object whose start was read.
    pub(super) fn object(&mut self, id: Option<RefId>) -> Read {
        let mut parts = Parts::default();
        loop {
            match self.next()? {
                Event::EndObject => break,
                Event::TypeNames(names) => parts.types = names.iter().map(string).collect(),
                Event::ToString(text) => parts.text = Some(string(&text)),
                Event::Primitive { value, .. } => parts.inner = Some(self.primitive(value)?),
                Event::StartContainer(kind) => {
                    let container = new_container(kind, &parts.types);
                    if let Some(id) = id {
                        self.objects.insert(id, Value::Object(container.clone()));
                    }
                    self.fill(kind, &container)?;
                    parts.container = Some(container);
                }
                Event::StartProperties => {
                    parts.has_properties = true;
                    parts.properties = self.named()?;
                }
                Event::StartMembers => parts.members = self.named()?,
                other => {
                    parts.inner = Some(self.value(other)?.1);
                }
            }
        }
        Ok(self.finish(parts))
    }

    /// The items of a collection, to its end.
    fn fill(&mut self, kind: ContainerKind, container: &Obj) -> Read<()> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                Event::EndContainer => break,
                Event::StartEntry => {
                    let key = self.next()?;
                    let key = self.value(key)?.1;
                    let value = self.next()?;
                    let value = self.value(value)?.1;
                    self.next()?;
                    if let Some(table) = container.get::<Dictionary>() {
                        table.set(self.rs, key, value)?;
                    }
                }
                event => items.push(self.value(event)?.1),
            }
        }
        if kind == ContainerKind::Stack {
            // written from the top, kept from the bottom
            items.reverse();
        }
        if let Some(list) = container.get::<List>() {
            items.into_iter().for_each(|item| list.push(item));
        }
        Ok(())
    }

    /// Named values, to the end of their group.
    fn named(&mut self) -> Read<Vec<(PsString, Value)>> {
        let mut list = Vec::new();
        loop {
            match self.next()? {
                Event::EndProperties | Event::EndMembers | Event::EndObject => return Ok(list),
                event => {
                    let (name, value) = self.value(event)?;
                    list.push((name.as_ref().map_or_else(PsString::empty, string), value));
                }
            }
        }
    }

    fn finish(&mut self, parts: Parts) -> Value {
        let Parts { types, text, inner, container, has_properties, properties, members } = parts;
        if let Some(inner) = inner {
            return with_notes(inner.wrap(), members);
        }
        if let Some(container) = container {
            let value = Value::Object(container);
            if !types.is_empty() && !is_kept(&types) {
                set_types(&value, &types);
            }
            let value = with_notes(value, properties);
            return with_notes(value, members);
        }
        if let Some(value) = self.rehydrated(&types, &properties) {
            return value;
        }
        let value = if has_properties || text.is_some() {
            let payload = Deserialized::new(properties.into_iter().collect(), text);
            let value = Value::Object(Obj::new(known().psobject.clone(), payload));
            with_notes(value, members)
        } else {
            Value::Object(Obj::custom(members.into_iter().collect::<PropertyBag>()))
        };
        if !types.is_empty() {
            set_types(&value, &types);
        }
        value
    }
}

impl Values<'_, '_, '_> {
    /// A type that is itself again after the journey.
    fn rehydrated(&mut self, types: &[PsString], properties: &[(PsString, Value)]) -> Option<Value> {
        let name = types.first()?;
        let property =
            |name: &str| properties.iter().find(|(n, _)| n.is(name)).map(|(_, value)| value.clone());
        if name.is("System.Management.Automation.PSCredential") {
            let arguments = vec![property("UserName")?, property("Password")?];
            return self.rs.construct(&named(&name.to_str()), arguments).ok();
        }
        if name.is("System.Management.Automation.SwitchParameter") {
            return property("IsPresent");
        }
        None
    }
}

fn new_container(kind: ContainerKind, types: &[PsString]) -> Obj {
    let list = |name: &str| Obj::new(named(name), List::of_values(Vec::new()));
    match kind {
        ContainerKind::List | ContainerKind::Enumerable => list("System.Collections.ArrayList"),
        ContainerKind::Stack => list("System.Collections.Stack"),
        ContainerKind::Queue => list("System.Collections.Queue"),
        ContainerKind::Dictionary => {
            let ty = if is_kept(types) { named(&types[0].to_str()) } else { known().hashtable.clone() };
            Obj::new(ty, Dictionary::new(Keys::IgnoreCase))
        }
    }
}

/// PSPrimitiveDictionary is a type of the protocol itself.
fn is_kept(types: &[PsString]) -> bool {
    types.first().is_some_and(|name| name.is("System.Management.Automation.PSPrimitiveDictionary"))
}

fn set_types(value: &Value, types: &[PsString]) {
    let Some(obj) = value.cell() else { return };
    let names = types.iter().map(|name| {
        let text = name.to_str();
        if text.starts_with(PREFIX) { name.clone() } else { format!("{PREFIX}{text}").into() }
    });
    obj.attached_or_new().set_type_names(names.collect());
}

fn with_notes(value: Value, notes: Vec<(PsString, Value)>) -> Value {
    if let Some(obj) = value.cell() {
        for (name, note) in notes {
            obj.attached_or_new().set(obj, name, Member::Note(note));
        }
    }
    value
}
