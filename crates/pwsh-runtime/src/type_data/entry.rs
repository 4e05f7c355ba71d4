//! One type's extended members and standard members.

use crate::Runspace;
use pwsh_value::{Member, PsString, Result, Value};

/// What is filed under one type name.
#[derive(Clone)]
pub struct Entry {
    /// The type name.
    pub name: PsString,
    /// The members, in order.
    pub members: Vec<(PsString, TypeMember)>,
    /// How objects of the type are shown and serialized.
    pub standard: Standard,
}

/// A member that a type's objects have besides their own.
#[derive(Clone)]
pub enum TypeMember {
    /// One that could as well be attached to an object.
    Extended(Member),
    /// CodeProperty: a static method of .NET, here a function.
    Code(CodeProperty),
    /// CodeMethod.
    CodeMethod(CodeMethod),
}

/// A property that a function computes.
#[derive(Clone, Copy)]
pub struct CodeProperty {
    /// The static method's signature, as its text shows it.
    pub definition: &'static str,
    /// Gives the value for an object.
    pub get: fn(&mut Runspace, &Value) -> Result<Value>,
}

/// A method that a function carries out.
#[derive(Clone, Copy)]
pub struct CodeMethod {
    /// The static method's signature.
    pub definition: &'static str,
    /// Runs it for an object with arguments.
    pub run: fn(&mut Runspace, &Value, &[Value]) -> Result<Value>,
}

/// `PSStandardMembers`; what is empty or `None` is looked for in the base types.
#[derive(Clone, Default, Debug)]
pub struct Standard {
    /// `DefaultDisplayPropertySet`.
    pub display: Vec<PsString>,
    /// `DefaultDisplayProperty`.
    pub display_property: Option<PsString>,
    /// `DefaultKeyPropertySet`.
    pub keys: Vec<PsString>,
    /// `SerializationMethod`.
    pub serialization: Option<Serialization>,
    /// `PropertySerializationSet`.
    pub serialized: Vec<PsString>,
    /// `InheritPropertySerializationSet`.
    pub inherit_serialized: Option<bool>,
    /// `SerializationDepth`.
    pub depth: Option<i32>,
    /// `StringSerializationSource`: the property whose text stands for the object.
    pub string_source: Option<PsString>,
    /// `TargetTypeForDeserialization`, by name.
    pub target: Option<PsString>,
}

/// `SerializationMethod`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Serialization {
    /// All public properties.
    AllPublicProperties,
    /// The ones that are named.
    SpecificProperties,
    /// Its text alone.
    String,
}

impl Standard {
    /// Takes from `base` what is not said here.
    pub fn fill_from(&mut self, base: &Standard) {
        let take = |mine: &mut Vec<PsString>, theirs: &Vec<PsString>| {
            if mine.is_empty() {
                mine.clone_from(theirs);
            }
        };
        take(&mut self.display, &base.display);
        take(&mut self.keys, &base.keys);
        take(&mut self.serialized, &base.serialized);
        self.display_property = self.display_property.take().or_else(|| base.display_property.clone());
        self.serialization = self.serialization.or(base.serialization);
        self.inherit_serialized = self.inherit_serialized.or(base.inherit_serialized);
        self.depth = self.depth.or(base.depth);
        self.string_source = self.string_source.take().or_else(|| base.string_source.clone());
        self.target = self.target.take().or_else(|| base.target.clone());
    }
}

impl Default for Entry {
    fn default() -> Self {
        Entry { name: PsString::empty(), members: Vec::new(), standard: Standard::default() }
    }
}

impl Entry {
    /// The member of that name.
    pub fn member(&self, name: &PsString) -> Option<&(PsString, TypeMember)> {
        self.members.iter().find(|(n, _)| n.eq_ignore_case(name))
    }

    /// Adds a member, or replaces the one of that name.
    pub fn set(&mut self, name: PsString, member: TypeMember) {
        match self.members.iter_mut().find(|(n, _)| n.eq_ignore_case(&name)) {
            Some(slot) => slot.1 = member,
            None => self.members.push((name, member)),
        }
    }
}
