//! `ITypeName`: the name of a type as it is written.

use super::script_extent;
use crate::facade::{collection, runspace};
use pwsh_syntax::Source;
use pwsh_syntax::ast::TypeName;
use pwsh_value::ty::{Call, Entry, FacadeType, Hooks, method, named, property};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};
use std::sync::Arc;

/// The payload of a type's name.
struct WrittenName {
    source: Arc<Source>,
    name: TypeName,
}

impl Payload for WrittenName {}

/// A type's name as an object of its class.
pub(crate) fn type_name_value(source: &Arc<Source>, name: &TypeName) -> Value {
    let ty = match name {
        TypeName::Simple(_) => language!("TypeName"),
        TypeName::Generic(_) => language!("GenericTypeName"),
        TypeName::Array(_) => language!("ArrayTypeName"),
    };
    Value::Object(Obj::new(named(ty), WrittenName { source: source.clone(), name: name.clone() }))
}

pub(super) const TYPES: &[&FacadeType] = &[&I_TYPE_NAME, &TYPE_NAME, &GENERIC_TYPE_NAME, &ARRAY_TYPE_NAME];

static I_TYPE_NAME: FacadeType = FacadeType::interface(language!("ITypeName"));

const HOOKS: Hooks = Hooks { to_string: Some(to_string), ..Hooks::NONE };

const FULL_NAME: Entry =
    property("string FullName {get;}", |call| Ok(call.this::<WrittenName>().name.full_name().into()));
const NAME: Entry = property("string Name {get;}", |call| Ok(call.this::<WrittenName>().name.name().into()));
const ASSEMBLY: Entry = property("string AssemblyName {get;}", |call| {
    let this = call.this::<WrittenName>();
    let assembly = match &this.name {
        TypeName::Simple(simple) => &simple.assembly,
        TypeName::Generic(generic) => &generic.generic_type.assembly,
        TypeName::Array(_) => &None,
    };
    Ok(assembly.as_deref().map(PsString::from).into())
});
const IS_ARRAY: Entry = property("bool IsArray {get;}", |call| {
    Ok(matches!(call.this::<WrittenName>().name, TypeName::Array(_)).into())
});
const IS_GENERIC: Entry = property("bool IsGeneric {get;}", |call| {
    Ok(matches!(call.this::<WrittenName>().name, TypeName::Generic(_)).into())
});
const EXTENT: Entry = property("System.Management.Automation.Language.IScriptExtent Extent {get;}", |call| {
    let this = call.this::<WrittenName>();
    Ok(script_extent::extent_value(&this.source, this.name.extent()))
});
const REFLECTION: Entry = method("type GetReflectionType()", |call| {
    let name = call.this::<WrittenName>().name.full_name();
    Ok(runspace(call.cx).type_by_name(&name).map_or(Value::Null, Value::from))
});
const ATTRIBUTE_REFLECTION: Entry = method("type GetReflectionAttributeType()", |call| {
    let name = call.this::<WrittenName>().name.full_name();
    let rs = runspace(call.cx);
    let found = rs.type_by_name(&name).or_else(|| rs.type_by_name(&format!("{name}Attribute")));
    Ok(found.map_or(Value::Null, Value::from))
});

static TYPE_NAME: FacadeType = FacadeType {
    interfaces: &[language!("ITypeName")],
    members: &[FULL_NAME, NAME, ASSEMBLY, IS_ARRAY, IS_GENERIC, EXTENT, REFLECTION, ATTRIBUTE_REFLECTION],
    hooks: HOOKS,
    ..FacadeType::class(language!("TypeName"))
};

static GENERIC_TYPE_NAME: FacadeType = FacadeType {
    interfaces: &[language!("ITypeName")],
    members: &[
        FULL_NAME,
        NAME,
        ASSEMBLY,
        IS_ARRAY,
        IS_GENERIC,
        property("System.Management.Automation.Language.ITypeName TypeName {get;}", |call| {
            let this = call.this::<WrittenName>();
            let TypeName::Generic(generic) = &this.name else { return Ok(Value::Null) };
            Ok(type_name_value(&this.source, &TypeName::Simple(generic.generic_type.clone())))
        }),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.ITypeName] GenericArguments {get;}",
            generic_arguments,
        ),
        EXTENT,
        REFLECTION,
        ATTRIBUTE_REFLECTION,
    ],
    hooks: HOOKS,
    ..FacadeType::class(language!("GenericTypeName"))
};

static ARRAY_TYPE_NAME: FacadeType = FacadeType {
    interfaces: &[language!("ITypeName")],
    members: &[
        FULL_NAME,
        NAME,
        ASSEMBLY,
        IS_ARRAY,
        IS_GENERIC,
        property("System.Management.Automation.Language.ITypeName ElementType {get;}", |call| {
            let this = call.this::<WrittenName>();
            let TypeName::Array(array) = &this.name else { return Ok(Value::Null) };
            Ok(type_name_value(&this.source, &array.element_type))
        }),
        property("int Rank {get;}", |call| {
            let TypeName::Array(array) = &call.this::<WrittenName>().name else { return Ok(Value::Null) };
            Ok(Value::Int32(array.rank as i32))
        }),
        EXTENT,
        REFLECTION,
        ATTRIBUTE_REFLECTION,
    ],
    hooks: HOOKS,
    ..FacadeType::class(language!("ArrayTypeName"))
};

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let name = this.cell().and_then(|obj| obj.get::<WrittenName>());
    Ok(name.map_or_else(PsString::empty, |written| written.name.full_name().into()))
}

fn generic_arguments(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<WrittenName>();
    let TypeName::Generic(generic) = &this.name else { return Ok(Value::Null) };
    let arguments =
        generic.generic_arguments.iter().map(|name| type_name_value(&this.source, name)).collect();
    Ok(collection::read_only(language!("ITypeName"), arguments))
}
