//! What a name means on a value.

use crate::Runspace;
use crate::class::{self, Class};
use crate::type_data::{CodeMethod, CodeProperty, Entry, TypeMember};
use pwsh_value::payload::{Dictionary, EnumNumber, PropertyBag};
use pwsh_value::{Member, Obj, PsString, Type, Value};
use std::sync::Arc;

/// A member that was found.
#[derive(Clone)]
pub(crate) enum Found {
    /// A value of its own: a note, a key, a note of type data.
    Value(Value, Place),
    /// AliasProperty.
    Alias {
        /// The member it stands for.
        target: PsString,
        /// The name of the type that its value is converted to.
        convert: Option<PsString>,
    },
    /// ScriptProperty.
    Script {
        /// The getter or null.
        get: Value,
        /// The setter or null.
        set: Value,
    },
    /// ScriptMethod.
    ScriptMethod(Value),
    /// CodeProperty.
    Code(CodeProperty),
    /// CodeMethod.
    CodeMethod(CodeMethod),
    /// PropertySet.
    PropertySet(Vec<PsString>),
    /// MemberSet.
    MemberSet(Vec<(PsString, Member)>),
    /// A property of the .NET type.
    Property(Type),
    /// A property with parameters of the .NET type.
    Indexed(Type),
    /// Methods of the .NET type.
    Methods(Type),
    /// A property of a script's class: where it lies in the instance.
    Field(Arc<Class>, usize),
    /// Methods of a script's class, and what its .NET base adds to them.
    ClassMethods(Type),
}

/// Where a value of its own lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// Among the notes of a PSCustomObject.
    Bag,
    /// Among the members attached to the object.
    Attached,
    /// In a dictionary.
    Key,
    /// In what the object's type makes of its content, as XML's elements.
    Content,
    /// In type data, or nowhere: it cannot be set.
    Fixed,
}

impl From<Member> for Found {
    fn from(member: Member) -> Found {
        match member {
            Member::Note(value) => Found::Value(value, Place::Attached),
            Member::Alias { target, convert } => Found::Alias { target, convert },
            Member::ScriptProperty { get, set } => Found::Script { get, set },
            Member::ScriptMethod(block) => Found::ScriptMethod(block),
            Member::PropertySet(names) => Found::PropertySet(names),
            Member::MemberSet(members) => Found::MemberSet(members),
        }
    }
}

impl From<&TypeMember> for Found {
    fn from(member: &TypeMember) -> Found {
        match member {
            TypeMember::Extended(Member::Note(value)) => Found::Value(value.clone(), Place::Fixed),
            TypeMember::Extended(member) => member.clone().into(),
            TypeMember::Code(code) => Found::Code(*code),
            TypeMember::CodeMethod(code) => Found::CodeMethod(*code),
        }
    }
}

/// Whether it can be read as a property.
pub(crate) fn is_property(found: &Found) -> bool {
    matches!(
        found,
        Found::Value(..)
            | Found::Alias { .. }
            | Found::Script { .. }
            | Found::Code(_)
            | Found::Property(_)
            | Found::Field(..)
    )
}

impl Runspace {
    /// The member of that name, and its name as it was declared; `None` if the value has none.
    pub(crate) fn find_member(&mut self, target: &Value, name: &PsString) -> Option<(PsString, Found)> {
        if let Some(obj) = target.cell() {
            if let Some(found) = own_member(obj, name) {
                return Some(found);
            }
            if let Some(found) = self.extended_member(target, obj, name) {
                return Some(found);
            }
        } else if let Some(found) = self.extended_of_type(target.ty()?, name) {
            return Some(found);
        }
        self.content_member(target, name)
            .or_else(|| declared_member(target.ty()?, name))
            .or_else(|| enum_number(target, name))
    }

    /// The property that the object's type makes of its content.
    fn content_member(&mut self, target: &Value, name: &PsString) -> Option<(PsString, Found)> {
        let properties = self.content_properties(target);
        properties
            .into_iter()
            .find_map(|(n, value)| n.eq_ignore_case(name).then_some((n, Found::Value(value, Place::Content))))
    }

    /// The properties that the object's type makes of its content; what fails makes none.
    pub(crate) fn content_properties(&mut self, target: &Value) -> Vec<(PsString, Value)> {
        let hook = target.as_object().and_then(|obj| obj.ty().hook(|hooks| hooks.adapted));
        hook.and_then(|hook| hook(self, target).ok()).unwrap_or_default()
    }

    /// The member that type data gives the object.
    fn extended_member(&mut self, target: &Value, obj: &Obj, name: &PsString) -> Option<(PsString, Found)> {
        match obj.attached().and_then(|members| members.type_names()) {
            None => self.extended_of_type(target.ty()?, name),
            Some(names) => {
                let entry = self.types.of_names(&names);
                entry.member(name).map(|(name, member)| (name.clone(), member.into()))
            }
        }
    }

    fn extended_of_type(&mut self, ty: &Type, name: &PsString) -> Option<(PsString, Found)> {
        let entry = self.types.of_type(ty);
        entry.member(name).map(|(name, member)| (name.clone(), member.into()))
    }

    /// What type data says of a value.
    pub fn type_data(&mut self, target: &Value) -> Arc<Entry> {
        let names = target.cell().and_then(|obj| obj.attached()).and_then(|members| members.type_names());
        match (names, target.ty()) {
            (Some(names), _) => Arc::new(self.types.of_names(&names)),
            (None, Some(ty)) => self.types.of_type(ty),
            (None, None) => Arc::default(),
        }
    }
}

/// Attached members, notes and keys.
pub(super) fn own_member(obj: &Obj, name: &PsString) -> Option<(PsString, Found)> {
    if let Some((name, member)) = obj.attached().and_then(|members| members.get(name)) {
        return Some((name, member.into()));
    }
    if let Some(bag) = obj.get::<PropertyBag>() {
        return bag.find(name).map(|(name, value)| (name, Found::Value(value, Place::Bag)));
    }
    let table = obj.get::<Dictionary>()?;
    table.get_str(name).map(|value| (name.clone(), Found::Value(value, Place::Key)))
}

/// What the class or .NET type declares.
pub(super) fn declared_member(ty: &Type, name: &PsString) -> Option<(PsString, Found)> {
    if let Some(class) = class::of(ty) {
        if let Some(at) = class.field(name) {
            return Some((class.fields[at].name.clone(), Found::Field(class, at)));
        }
        if let Some(method) = class.method_name(name) {
            return Some((method, Found::ClassMethods(ty.clone())));
        }
    }
    let members = ty.members();
    let text = name.to_str();
    if let Some(property) = members.property(&text, false) {
        return Some((property.get.signature.name.into(), Found::Property(ty.clone())));
    }
    if let Some(indexer) = members.indexers(&text, false).first() {
        return Some((indexer.get.signature.name.into(), Found::Indexed(ty.clone())));
    }
    let method = members.methods(&text, false).first()?;
    Some((method.signature.name.into(), Found::Methods(ty.clone())))
}

/// The methods of that name that the class or .NET type declares.
pub(super) fn declared_method(ty: &Type, name: &PsString) -> Option<(PsString, Found)> {
    if let Some(method) = class::of(ty).and_then(|class| class.method_name(name)) {
        return Some((method, Found::ClassMethods(ty.clone())));
    }
    let members = ty.members();
    let text = name.to_str();
    if let Some(method) = members.methods(&text, false).first() {
        return Some((method.signature.name.into(), Found::Methods(ty.clone())));
    }
    let indexer = members.indexers(&text, false).iter().find(|p| !p.get.parameters.is_empty())?;
    Some((indexer.get.signature.name.into(), Found::Indexed(ty.clone())))
}

/// The field that every enum value has.
fn enum_number(target: &Value, name: &PsString) -> Option<(PsString, Found)> {
    if !name.is("value__") {
        return None;
    }
    let obj = target.as_object()?;
    let number = obj.get::<EnumNumber>()?.payload().0;
    let underlying = obj.ty().enum_underlying()?;
    let value = match &*underlying.short_name().to_str() {
        "Byte" => Value::UInt8(number as u8),
        "SByte" => Value::Int8(number as i8),
        "Int16" => Value::Int16(number as i16),
        "UInt16" => Value::UInt16(number as u16),
        "UInt32" => Value::UInt32(number as u32),
        "Int64" => Value::Int64(number),
        "UInt64" => Value::UInt64(number as u64),
        _ => Value::Int32(number as i32),
    };
    Some(("value__".into(), Found::Value(value, Place::Fixed)))
}
