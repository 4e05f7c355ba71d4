//! Which properties are written, and how.

use super::{Walk, Written};
use crate::literal::TEXT_MEMBER;
use crate::member::{PropertyInfo, PropertyView};
use crate::pipeline::Streams;
use crate::type_data::Serialization;
use clixml::Name;
use pwsh_value::payload::Deserialized;
use pwsh_value::{Member, Obj, PsString, Value};

/// What type names of objects from another process begin with.
const DESERIALIZED: &str = "Deserialized.";

impl Walk<'_> {
    /// The depth to which a value's properties are written where its surroundings say `depth`.
    pub(super) fn depth_of(&mut self, value: &Value, depth: i32) -> i32 {
        match self.rs.type_data(value).standard.depth {
            Some(own) if own > 0 => own,
            // what was written at some depth elsewhere is not cut here
            _ if depth <= 0 && value.cell().is_some_and(is_deserialized) => 1,
            _ => depth,
        }
    }

    /// Whether type data says that the object is its text.
    pub(super) fn is_text_only(&mut self, value: &Value) -> bool {
        self.rs.type_data(value).standard.serialization == Some(Serialization::String)
    }

    /// Whether properties were attached to this very object.
    pub(super) fn has_notes(&self, obj: &Obj) -> bool {
        obj.attached().is_some_and(|members| {
            members.all().iter().any(|(name, member)| is_property(member) && !name.is(TEXT_MEMBER))
        })
    }

    /// `Props`: the properties of the object's type, or those that type data names.
    pub(super) fn adapted_properties(&mut self, value: &Value, depth: i32) -> Written {
        if let Some(kept) = value.cell().and_then(|obj| obj.get::<Deserialized>()) {
            let all = kept.payload().properties().all();
            return self.group(&all, depth, |writer| writer.start_properties());
        }
        let mut properties = self.rs.properties(value, PropertyView::Adapted)?;
        if let Some(chosen) = self.specific(value) {
            // they come in the order in which type data names them
            let place = |p: &PropertyInfo| chosen.iter().position(|name| name.eq_ignore_case(&p.name));
            properties.retain(|property| place(property).is_some());
            properties.sort_by_key(place);
        }
        let mut named = Vec::with_capacity(properties.len());
        for property in properties {
            let member = self.read(value, &property)?;
            named.extend(member.map(|member| (property.name, member)));
        }
        self.group(&named, depth, |writer| writer.start_properties())
    }

    /// `MS`: the properties attached to the object.
    pub(super) fn attached_properties(&mut self, value: &Value, depth: i32) -> Written {
        let attached = value.cell().and_then(|obj| obj.attached());
        let names: Vec<PsString> = attached
            .map(|members| members.all().into_iter().map(|(name, _)| name).collect())
            .unwrap_or_default();
        let named = self.extended(value, |p| names.iter().any(|name| name.eq_ignore_case(&p.name)))?;
        let named: Vec<_> = named.into_iter().map(|(name, member, _)| (name, member)).collect();
        self.group(&named, depth, |writer| writer.start_members())
    }

    /// `MS`: the properties attached to the object, to the full depth, and those of type data, to one less.
    pub(super) fn extended_properties(&mut self, value: &Value, depth: i32) -> Written {
        let chosen = self.specific(value);
        let named = self.extended(value, |property| {
            property.is_instance()
                || chosen.as_ref().is_none_or(|names| names.iter().any(|n| n.eq_ignore_case(&property.name)))
        })?;
        if named.is_empty() {
            return Ok(());
        }
        self.writer().start_members();
        for (name, member, is_instance) in &named {
            let depth = if *is_instance { depth } else { depth - 1 };
            self.value(Name::of(name.as_wtf8()), member, depth)?;
        }
        self.writer().end();
        Ok(())
    }

    /// The members that an error record carries besides its own: notes, and those of type data.
    pub(super) fn record_notes(&mut self, value: &Value, depth: i32) -> Written {
        for (name, member, _) in self.extended(value, |_| true)? {
            self.value(Name::of(name.as_wtf8()), &member, depth - 1)?;
        }
        Ok(())
    }

    /// The names that script gave the object, or those of its type and bases.
    pub(super) fn type_names_of(&self, value: &Value) -> Vec<PsString> {
        self.rs.type_names(value)
    }

    /// The names that type data says are to be written, if it says so.
    fn specific(&mut self, value: &Value) -> Option<Vec<PsString>> {
        let entry = self.rs.type_data(value);
        let standard = &entry.standard;
        (standard.serialization == Some(Serialization::SpecificProperties))
            .then(|| standard.serialized.clone())
    }

    fn extended(
        &mut self,
        value: &Value,
        wanted: impl Fn(&PropertyInfo) -> bool,
    ) -> Written<Vec<(PsString, Value, bool)>> {
        // the kept properties of a deserialized object are its adapted ones
        let kept =
            value.cell().and_then(|obj| obj.get::<Deserialized>()).map(|d| d.payload().properties().names());
        let mut named = Vec::new();
        for property in self.rs.properties(value, PropertyView::Extended)? {
            let is_kept =
                kept.as_ref().is_some_and(|names| names.iter().any(|n| n.eq_ignore_case(&property.name)));
            if is_kept || property.name.is(TEXT_MEMBER) || !wanted(&property) {
                continue;
            }
            let is_instance = property.is_instance();
            let member = self.read(value, &property)?;
            named.extend(member.map(|member| (property.name, member, is_instance)));
        }
        Ok(named)
    }

    fn group(
        &mut self,
        members: &[(PsString, Value)],
        depth: i32,
        start: fn(&mut clixml::Writer),
    ) -> Written {
        if members.is_empty() {
            return Ok(());
        }
        start(self.writer());
        for (name, member) in members {
            self.value(Name::of(name.as_wtf8()), member, depth)?;
        }
        self.writer().end();
        Ok(())
    }

    /// A property's value; `None` where its getter throws: such a property is left out. What the getter writes besides is dropped: it would be
    /// written in the middle of this document.
    fn read(&mut self, value: &Value, property: &PropertyInfo) -> Written<Option<Value>> {
        let outer = std::mem::replace(&mut self.rs.cur.streams, Streams::DISCARD);
        let propagate = std::mem::replace(&mut self.rs.cur.propagate, true);
        let member = property.value_or_throw(self.rs, value);
        self.rs.cur.streams = outer;
        self.rs.cur.propagate = propagate;
        match member {
            Ok(member) => Ok(Some(member)),
            Err(error) if error.thrown().is_some() => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

fn is_property(member: &Member) -> bool {
    matches!(member, Member::Note(_) | Member::Alias { .. } | Member::ScriptProperty { .. })
}

fn is_deserialized(obj: &Obj) -> bool {
    let names = obj.attached().and_then(|members| members.type_names());
    names.and_then(|names| names.first().cloned()).is_some_and(|name| name.to_str().starts_with(DESERIALIZED))
}
