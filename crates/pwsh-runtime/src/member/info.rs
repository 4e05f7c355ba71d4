//! Members as objects: what `$x.psobject.Properties['a']`, `$x.Method` and `$x.psbase` give.

use super::find::{Found, Place};
use super::method_group::method_type;
use crate::Runspace;
use parking_lot::Mutex;
use pwsh_value::payload::TypeObject;
use pwsh_value::ty::{known, named};
use pwsh_value::{Error, Member, Obj, Payload, PsString, Result, Value};

/// The payload of a `PSMemberInfo`: a member of an object, or one that is not attached to any yet.
pub struct MemberInfo {
    owner: Value,
    name: PsString,
    found: Mutex<Found>,
}

/// Which kind of member (`PSMemberTypes`, by its names).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "named after PSMemberTypes")]
pub enum MemberKind {
    AliasProperty = 1,
    CodeProperty = 2,
    Property = 4,
    NoteProperty = 8,
    ScriptProperty = 16,
    PropertySet = 32,
    Method = 64,
    CodeMethod = 128,
    ScriptMethod = 256,
    ParameterizedProperty = 512,
    MemberSet = 1024,
    Event = 2048,
}

impl MemberKind {
    /// The member's name in `PSMemberTypes`.
    pub fn name(self) -> &'static str {
        match self {
            MemberKind::AliasProperty => "AliasProperty",
            MemberKind::CodeProperty => "CodeProperty",
            MemberKind::Property => "Property",
            MemberKind::NoteProperty => "NoteProperty",
            MemberKind::ScriptProperty => "ScriptProperty",
            MemberKind::PropertySet => "PropertySet",
            MemberKind::Method => "Method",
            MemberKind::CodeMethod => "CodeMethod",
            MemberKind::ScriptMethod => "ScriptMethod",
            MemberKind::ParameterizedProperty => "ParameterizedProperty",
            MemberKind::MemberSet => "MemberSet",
            MemberKind::Event => "Event",
        }
    }

    /// The type of the object that stands for such a member.
    fn type_name(self) -> &'static str {
        match self {
            MemberKind::AliasProperty => "System.Management.Automation.PSAliasProperty",
            MemberKind::CodeProperty => "System.Management.Automation.PSCodeProperty",
            MemberKind::Property => "System.Management.Automation.PSProperty",
            MemberKind::NoteProperty => "System.Management.Automation.PSNoteProperty",
            MemberKind::ScriptProperty => "System.Management.Automation.PSScriptProperty",
            MemberKind::PropertySet => "System.Management.Automation.PSPropertySet",
            MemberKind::Method => "System.Management.Automation.PSMethod",
            MemberKind::CodeMethod => "System.Management.Automation.PSCodeMethod",
            MemberKind::ScriptMethod => "System.Management.Automation.PSScriptMethod",
            MemberKind::ParameterizedProperty => "System.Management.Automation.PSParameterizedProperty",
            MemberKind::MemberSet => "System.Management.Automation.PSMemberSet",
            MemberKind::Event => "System.Management.Automation.PSEvent",
        }
    }
}

impl Found {
    /// Which kind of member it is.
    pub(crate) fn kind(&self) -> MemberKind {
        match self {
            Found::Value(..) => MemberKind::NoteProperty,
            Found::Alias { .. } => MemberKind::AliasProperty,
            Found::Script { .. } => MemberKind::ScriptProperty,
            Found::ScriptMethod(_) => MemberKind::ScriptMethod,
            Found::Code(_) => MemberKind::CodeProperty,
            Found::CodeMethod(_) => MemberKind::CodeMethod,
            Found::PropertySet(_) => MemberKind::PropertySet,
            Found::MemberSet(_) => MemberKind::MemberSet,
            Found::Property(_) | Found::Field(..) => MemberKind::Property,
            Found::Indexed(_) => MemberKind::ParameterizedProperty,
            Found::Methods(_) | Found::ClassMethods(_) => MemberKind::Method,
        }
    }

    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        match self {
            Found::Value(value, _) | Found::ScriptMethod(value) => visit(value),
            Found::Script { get, set } => {
                visit(get);
                visit(set);
            }
            _ => {}
        }
    }
}

impl Payload for MemberInfo {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.owner);
        self.found.lock().trace(visit);
    }
}

impl MemberInfo {
    /// The object for a member of `owner`; null for a static one's `owner` names its type.
    pub(crate) fn object(owner: Value, name: PsString, found: Found) -> Value {
        let is_static = owner.as_object().is_some_and(|obj| obj.get::<TypeObject>().is_some());
        let ty = match &found {
            Found::Methods(ty) => method_type(ty, &name, is_static),
            found => named(found.kind().type_name()),
        };
        Value::Object(Obj::new(ty, MemberInfo { owner, name, found: Mutex::new(found) }))
    }

    /// A member that is not attached to an object yet: `[psnoteproperty]::new('a', 1)`.
    pub fn detached(name: PsString, member: Member) -> Value {
        MemberInfo::object(Value::Null, name, member.into())
    }

    /// The name.
    pub fn name(&self) -> &PsString {
        &self.name
    }

    /// The object whose member it is; null for one that is not attached.
    pub fn owner(&self) -> &Value {
        &self.owner
    }

    /// What was found.
    pub(crate) fn found(&self) -> Found {
        self.found.lock().clone()
    }

    /// Which kind of member it is.
    pub fn kind(&self) -> MemberKind {
        self.found.lock().kind()
    }

    /// The member in the form in which it can be attached to an object; `None` for one of a type's own.
    pub fn member(&self) -> Option<Member> {
        Some(match self.found() {
            Found::Value(value, _) => Member::Note(value),
            Found::Alias { target, convert } => Member::Alias { target, convert },
            Found::Script { get, set } => Member::ScriptProperty { get, set },
            Found::ScriptMethod(block) => Member::ScriptMethod(block),
            Found::PropertySet(names) => Member::PropertySet(names),
            Found::MemberSet(members) => Member::MemberSet(members),
            _ => return None,
        })
    }

    /// `Value`: a property's value now, the member itself for a method.
    pub fn value(&self, rs: &mut Runspace) -> Result<Value> {
        match self.found() {
            Found::Value(value, _) if self.owner.is_null() => Ok(value),
            Found::Value(..) => rs.get_member(&self.owner, &self.name),
            found => rs.read_found(&self.owner, &self.name, found),
        }
    }

    /// Whether it was attached to this very object.
    pub fn is_instance(&self) -> bool {
        matches!(&*self.found.lock(), Found::Value(_, Place::Bag | Place::Attached))
    }

    /// Whether its value can be set.
    pub fn is_settable(&self) -> bool {
        match self.found() {
            Found::Value(_, place) => place != Place::Fixed,
            Found::Alias { .. } | Found::Field(..) => true,
            Found::Script { set, .. } => !set.is_null(),
            Found::Property(ty) => ty
                .members()
                .property(&self.name.to_str(), false)
                .is_some_and(|property| property.set.is_some()),
            Found::Indexed(ty) => {
                ty.members().indexers(&self.name.to_str(), false).iter().any(|p| p.set.is_some())
            }
            _ => false,
        }
    }

    /// Sets `Value`.
    pub fn set_value(&self, rs: &mut Runspace, value: Value) -> Result<()> {
        if self.owner.is_null() {
            let mut found = self.found.lock();
            if let Found::Value(slot, _) = &mut *found {
                *slot = value;
                return Ok(());
            }
            drop(found);
            return Err(Error::new(
                "System.Management.Automation.SetValueException",
                format!("Set accessor for property \"{}\" is unavailable.", self.name),
            ));
        }
        let found = self.found();
        rs.set_found(&self.owner, &self.name, found, value)
    }
}

/// The payload of a view: `psobject`, `psbase`, `psadapted`, `psextended`.
pub struct View {
    /// The value that is viewed.
    pub target: Value,
    /// How.
    pub kind: ViewKind,
}

/// Which members a view shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ViewKind {
    /// The PSObject itself.
    Object,
    /// Those of the .NET object.
    Base,
    /// Those that the type gives.
    Adapted,
    /// Those that were added.
    Extended,
}

impl ViewKind {
    /// The view's name.
    pub fn name(self) -> &'static str {
        match self {
            ViewKind::Object => "psobject",
            ViewKind::Base => "psbase",
            ViewKind::Adapted => "psadapted",
            ViewKind::Extended => "psextended",
        }
    }
}

impl Payload for View {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.target);
    }
}

impl View {
    /// A view of a value.
    pub fn object(target: Value, kind: ViewKind) -> Value {
        Value::Object(Obj::new(known().psobject.clone(), View { target, kind }))
    }
}
