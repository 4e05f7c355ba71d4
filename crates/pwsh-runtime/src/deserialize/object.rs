//! Objects: collections, wrapped primitives, property bags, and the types that come back as themselves.

use super::primitive::string;
use super::{Read, Values};
use clixml::tree::ContainerKind;
use clixml::{Event, RefId};
use pwsh_value::payload::{Deserialized, Dictionary, Keys, List, PropertyBag};
use pwsh_value::ty::{known, named};
use pwsh_value::{Context, Member, Obj, PsString, Value};

const PREFIX: &str = "Deserialized.";

/// Types that come back as themselves from their text.
const FROM_TEXT: [&str; 3] =
    ["System.Net.IPAddress", "System.Net.Mail.MailAddress", "System.Globalization.CultureInfo"];

/// The parts of an object, as they come.
#[derive(Default)]
struct Parts {
    types: Vec<PsString>,
    text: Option<PsString>,
    inner: Option<Value>,
    container: Option<Obj>,
    has_properties: bool,
    /// The object, once its members are read.
    made: Option<Obj>,
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
                    parts.container = Some(self.as_kind(kind, container));
                }
                Event::StartProperties => {
                    parts.has_properties = true;
                    self.announce(id, &mut parts);
                    parts.properties = self.named()?;
                }
                Event::StartMembers => {
                    self.announce(id, &mut parts);
                    parts.members = self.named()?;
                }
                other => {
                    parts.inner = Some(self.value(other)?.1);
                }
            }
        }
        Ok(self.finish(parts))
    }

    /// Makes the object that its own members may refer to.
    fn announce(&mut self, id: Option<RefId>, parts: &mut Parts) {
        if parts.inner.is_some() || parts.container.is_some() || parts.made.is_some() {
            return;
        }
        let made = if parts.has_properties {
            let payload = Deserialized::new(PropertyBag::default(), parts.text.clone());
            Obj::new(known().psobject.clone(), payload)
        } else if parts.text.is_some() {
            let payload = Deserialized::new(PropertyBag::default(), parts.text.clone());
            Obj::new(known().pscustomobject.clone(), payload)
        } else {
            Obj::custom(PropertyBag::default())
        };
        if let Some(id) = id {
            self.objects.insert(id, Value::Object(made.clone()));
        }
        parts.made = Some(made);
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

    /// A stack or queue of a list's items; other lists are what they are.
    fn as_kind(&mut self, kind: ContainerKind, list: Obj) -> Obj {
        let name = match kind {
            ContainerKind::Stack => "System.Collections.Stack",
            ContainerKind::Queue => "System.Collections.Queue",
            _ => return list,
        };
        let made = self.rs.construct(&named(name), vec![Value::Object(list.clone())]);
        made.ok().and_then(|value| value.as_object().cloned()).unwrap_or(list)
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

    fn finish(&mut self, mut parts: Parts) -> Value {
        self.announce(None, &mut parts);
        let Parts { types, text, inner, container, has_properties, made, properties, members } = parts;
        if let Some(inner) = inner {
            let value = with_notes(inner.wrap(), members);
            if !types.is_empty() {
                set_types(&value, &types);
            }
            return value;
        }
        if let Some(container) = container {
            let value = Value::Object(container);
            if !types.is_empty() && !is_kept(&types) {
                set_types(&value, &types);
            }
            let value = with_notes(value, properties);
            return with_notes(value, members);
        }
        if let Some(value) = self.rehydrated(&types, text.as_ref(), &properties) {
            return value;
        }
        let Some(made) = made else { return Value::Null };
        // the notes of a bare PSCustomObject are its own properties
        let (own, notes) =
            if has_properties || text.is_some() { (properties, members) } else { (members, Vec::new()) };
        if let Some(bag) = made.get::<PropertyBag>() {
            own.into_iter().for_each(|(name, value)| bag.set(name, value));
        }
        let value = with_notes(Value::Object(made), notes);
        if !types.is_empty() {
            set_types(&value, &types);
        }
        value
    }
}

impl Values<'_, '_, '_> {
    /// A type that is itself again after the journey.
    fn rehydrated(
        &mut self,
        types: &[PsString],
        text: Option<&PsString>,
        properties: &[(PsString, Value)],
    ) -> Option<Value> {
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
        if FROM_TEXT.iter().any(|known| name.is(known)) {
            return self.rs.convert(&Value::String(text?.clone()), &named(&name.to_str())).ok();
        }
        None
    }
}

fn new_container(kind: ContainerKind, types: &[PsString]) -> Obj {
    match kind {
        // stacks and queues are made of this list when it is full
        ContainerKind::List | ContainerKind::Enumerable | ContainerKind::Stack | ContainerKind::Queue => {
            Obj::new(known().array_list.clone(), List::of_values(Vec::new()))
        }
        ContainerKind::Dictionary => {
            let ty = match types.first() {
                Some(name) if is_kept(types) => named(&name.to_str()),
                Some(name) if name.to_str().ends_with("OrderedDictionary") => known().ordered.clone(),
                _ => known().hashtable.clone(),
            };
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
