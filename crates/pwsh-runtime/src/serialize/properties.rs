//! Which properties are written, and how.

use super::{Walk, Written};
use crate::literal::TEXT_MEMBER;
use clixml::Name;
use pwsh_value::payload::PropertyBag;
use pwsh_value::{Member, Obj, PsString, Value};

impl Walk<'_> {
    /// The depth to which a value's properties are written where its surroundings say `depth`.
    pub(super) fn depth_of(&mut self, _value: &Value, depth: i32) -> i32 {
        depth
    }

    /// Whether type data says that the object is its text.
    pub(super) fn is_text_only(&mut self, _value: &Value) -> bool {
        false
    }

    /// Whether properties were attached to this very object.
    pub(super) fn has_notes(&self, obj: &Obj) -> bool {
        obj.attached().is_some_and(|members| {
            members.all().iter().any(|(name, member)| is_property(member) && !name.is(TEXT_MEMBER))
        })
    }

    /// `Props`: the properties of the object's type.
    pub(super) fn adapted_properties(&mut self, _value: &Value, _depth: i32) -> Written {
        Ok(())
    }

    /// `MS`: the properties attached to the object.
    pub(super) fn attached_properties(&mut self, value: &Value, depth: i32) -> Written {
        let attached =
            value.cell().and_then(|obj| obj.attached()).map(|members| members.all()).unwrap_or_default();
        let mut named = Vec::new();
        for (name, member) in attached {
            if is_property(&member) && !name.is(TEXT_MEMBER) {
                let member = self.read(value, &name)?;
                named.push((name, member));
            }
        }
        self.members(&named, depth)
    }

    /// `MS`: the properties attached to the object and those of type data.
    pub(super) fn extended_properties(&mut self, value: &Value, depth: i32) -> Written {
        let bag =
            value.cell().and_then(|obj| obj.get::<PropertyBag>().map(|bag| bag.all())).unwrap_or_default();
        if bag.is_empty() {
            return self.attached_properties(value, depth);
        }
        self.members(&bag, depth)
    }

    fn members(&mut self, members: &[(PsString, Value)], depth: i32) -> Written {
        if members.is_empty() {
            return Ok(());
        }
        self.writer().start_members();
        for (name, member) in members {
            self.value(Name::of(name.as_wtf8()), member, depth)?;
        }
        self.writer().end();
        Ok(())
    }

    /// A property's value; null where its getter throws.
    fn read(&mut self, value: &Value, name: &PsString) -> Written<Value> {
        match self.rs.get_member(value, name) {
            Ok(member) => Ok(member),
            Err(error) if error.thrown().is_some() => Ok(Value::Null),
            Err(error) => Err(error.into()),
        }
    }
}

fn is_property(member: &Member) -> bool {
    matches!(member, Member::Note(_) | Member::Alias { .. } | Member::ScriptProperty { .. })
}

impl Walk<'_> {
    /// The members that an error record carries besides its own: notes, and those of type data.
    pub(super) fn record_notes(&mut self, value: &Value, depth: i32) -> Written {
        let attached =
            value.cell().and_then(|obj| obj.attached()).map(|members| members.all()).unwrap_or_default();
        for (name, member) in attached {
            if is_property(&member) {
                let member = self.read(value, &name)?;
                self.value(Name::of(name.as_wtf8()), &member, depth - 1)?;
            }
        }
        Ok(())
    }
}

impl Walk<'_> {
    /// The names that script gave the object, or those of its type and bases.
    pub(super) fn type_names_of(&self, value: &Value) -> Vec<PsString> {
        let own = value.cell().and_then(|obj| obj.attached()).and_then(|members| members.type_names());
        own.unwrap_or_else(|| {
            value.ty().map(|ty| ty.hierarchy().map(|ty| ty.name().clone()).collect()).unwrap_or_default()
        })
    }
}
