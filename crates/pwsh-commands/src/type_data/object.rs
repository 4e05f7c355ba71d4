//! `System.Management.Automation.Runspaces.TypeData` and the objects of its members.

use crate::types::Fields;
use pwsh_runtime::facade::fields::get;
use pwsh_runtime::type_data::{Entry, Serialization, TypeMember};
use pwsh_value::payload::{Dictionary, Keys};
use pwsh_value::ty::{Call, FacadeType, close_generic, known, named, property};
use pwsh_value::{Member, Obj, Payload, PsString, Result, Value};
use std::sync::Arc;

const NAMESPACE: &str = "System.Management.Automation.Runspaces";

/// What is filed under a type name.
pub static TYPE_DATA: FacadeType = FacadeType {
    members: &[
        property("string TypeName {get;}", |call| Ok(entry(call).name.clone().into())),
        property(
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.Runspaces.TypeMemberData] Members {get;}",
            members,
        ),
        property("type TypeConverter {get;}", |_| Ok(Value::Null)),
        property("type TypeAdapter {get;}", |_| Ok(Value::Null)),
        property("bool IsOverride {get;}", |_| Ok(false.into())),
        property("string SerializationMethod {get;}", serialization_method),
        property("type TargetTypeForDeserialization {get;}", |call| {
            Ok(entry(call)
                .standard
                .target
                .as_ref()
                .map(|name| Value::from(named(&name.to_str())))
                .unwrap_or_default())
        }),
        property("uint SerializationDepth {get;}", |call| {
            Ok(Value::UInt32(
                entry(call).standard.depth.and_then(|depth| u32::try_from(depth).ok()).unwrap_or(0),
            ))
        }),
        property("string DefaultDisplayProperty {get;}", |call| {
            Ok(entry(call).standard.display_property.clone().into())
        }),
        property("bool InheritPropertySerializationSet {get;}", |call| {
            Ok(entry(call).standard.inherit_serialized.unwrap_or(false).into())
        }),
        property("string StringSerializationSource {get;}", |call| {
            Ok(entry(call).standard.string_source.clone().into())
        }),
        property(
            "System.Management.Automation.Runspaces.PropertySetData DefaultDisplayPropertySet {get;}",
            |call| Ok(property_set(&entry(call).standard.display)),
        ),
        property(
            "System.Management.Automation.Runspaces.PropertySetData DefaultKeyPropertySet {get;}",
            |call| Ok(property_set(&entry(call).standard.keys)),
        ),
        property(
            "System.Management.Automation.Runspaces.PropertySetData PropertySerializationSet {get;}",
            |call| Ok(property_set(&entry(call).standard.serialized)),
        ),
    ],
    ..FacadeType::class("System.Management.Automation.Runspaces.TypeData")
};

/// The base of the members.
pub static TYPE_MEMBER_DATA: FacadeType = FacadeType {
    members: &[property("string Name {get;}", get::<0>)],
    ..FacadeType::class("System.Management.Automation.Runspaces.TypeMemberData")
};

const fn member_type(name: &'static str, members: &'static [pwsh_value::ty::Entry]) -> FacadeType {
    FacadeType {
        base: "System.Management.Automation.Runspaces.TypeMemberData",
        members,
        ..FacadeType::class(name)
    }
}

/// A note property.
pub static NOTE: FacadeType = member_type(
    "System.Management.Automation.Runspaces.NotePropertyData",
    &[property("System.Object Value {get;}", get::<1>)],
);
/// An alias property.
pub static ALIAS: FacadeType = member_type(
    "System.Management.Automation.Runspaces.AliasPropertyData",
    &[property("string ReferencedMemberName {get;}", get::<1>), property("type MemberType {get;}", get::<2>)],
);
/// A script property.
pub static SCRIPT_PROPERTY: FacadeType = member_type(
    "System.Management.Automation.Runspaces.ScriptPropertyData",
    &[
        property("scriptblock GetScriptBlock {get;}", get::<1>),
        property("scriptblock SetScriptBlock {get;}", get::<2>),
    ],
);
/// A property computed by code of .NET.
pub static CODE_PROPERTY: FacadeType =
    member_type("System.Management.Automation.Runspaces.CodePropertyData", &[]);
/// A script method.
pub static SCRIPT_METHOD: FacadeType = member_type(
    "System.Management.Automation.Runspaces.ScriptMethodData",
    &[property("scriptblock Script {get;}", get::<1>)],
);
/// A method of .NET.
pub static CODE_METHOD: FacadeType =
    member_type("System.Management.Automation.Runspaces.CodeMethodData", &[]);
/// A set of properties.
pub static PROPERTY_SET: FacadeType = member_type(
    "System.Management.Automation.Runspaces.PropertySetData",
    &[property("System.Collections.ObjectModel.Collection[string] ReferencedProperties {get;}", get::<1>)],
);
/// A set of members.
pub static MEMBER_SET: FacadeType = member_type("System.Management.Automation.Runspaces.MemberSetData", &[]);

/// The payload of a TypeData.
struct Shared(Arc<Entry>);

impl Payload for Shared {}

/// The object of an entry.
pub fn type_data_object(entry: Arc<Entry>) -> Value {
    Obj::new(named("System.Management.Automation.Runspaces.TypeData"), Shared(entry)).into()
}

/// The entry of such an object.
pub fn entry_of(value: &Value) -> Option<Arc<Entry>> {
    value.as_object()?.get::<Shared>().map(|shared| shared.0.clone())
}

fn entry<'a>(call: &Call<'a>) -> &'a Entry {
    &call.this::<Shared>().payload().0
}

fn members(call: &mut Call<'_>) -> Result<Value> {
    let definition = named("System.Collections.Generic.Dictionary`2");
    let ty = close_generic(
        &definition,
        vec![known().string.clone(), named(&format!("{NAMESPACE}.TypeMemberData"))],
    );
    let object = Obj::new(ty, Dictionary::new(Keys::IgnoreCase));
    if let Some(table) = object.get::<Dictionary>() {
        for (name, member) in &entry(call).members {
            table.set_str(name.clone(), member_object(name, member));
        }
    }
    Ok(object.into())
}

fn member_object(name: &PsString, member: &TypeMember) -> Value {
    let (kind, mut fields) = match member {
        TypeMember::Code(_) => ("CodePropertyData", Vec::new()),
        TypeMember::CodeMethod(_) => ("CodeMethodData", Vec::new()),
        TypeMember::Extended(Member::Note(value)) => ("NotePropertyData", vec![value.clone()]),
        TypeMember::Extended(Member::Alias { target, convert }) => {
            let ty = convert.as_ref().map(|name| Value::from(named(&name.to_str()))).unwrap_or_default();
            ("AliasPropertyData", vec![target.clone().into(), ty])
        }
        TypeMember::Extended(Member::ScriptProperty { get, set }) => {
            ("ScriptPropertyData", vec![get.clone(), set.clone()])
        }
        TypeMember::Extended(Member::ScriptMethod(block)) => ("ScriptMethodData", vec![block.clone()]),
        TypeMember::Extended(Member::PropertySet(names)) => {
            ("PropertySetData", vec![Obj::strings(names.clone()).into()])
        }
        TypeMember::Extended(Member::MemberSet(_)) => ("MemberSetData", Vec::new()),
    };
    fields.insert(0, name.clone().into());
    Fields::object(&format!("{NAMESPACE}.{kind}"), fields)
}

fn property_set(names: &[PsString]) -> Value {
    if names.is_empty() {
        return Value::Null;
    }
    Fields::object(
        &format!("{NAMESPACE}.PropertySetData"),
        vec![Value::Null, Obj::strings(names.to_vec()).into()],
    )
}

fn serialization_method(call: &mut Call<'_>) -> Result<Value> {
    Ok(match entry(call).standard.serialization {
        None => Value::Null,
        Some(Serialization::AllPublicProperties) => "AllPublicProperties".into(),
        Some(Serialization::SpecificProperties) => "SpecificProperties".into(),
        Some(Serialization::String) => "String".into(),
    })
}
