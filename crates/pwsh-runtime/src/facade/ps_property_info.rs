//! `System.Management.Automation.PSPropertyInfo` and the kinds of properties.

use super::ps_member_info::info;
use super::runspace;
use crate::member::MemberInfo;
use pwsh_value::ty::{Call, FacadeType, Kind, constructor, method, property};
use pwsh_value::{Member, Obj, PsString, Result, Value};

const BASE: &str = "System.Management.Automation.PSPropertyInfo";

pub(super) static PS_PROPERTY_INFO: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Management.Automation.PSMemberInfo",
    members: &[
        property("bool IsSettable {get;}", is_settable),
        property("bool IsGettable {get;}", is_gettable),
    ],
    ..FacadeType::class(BASE)
};

pub(super) static PS_PROPERTY: FacadeType =
    FacadeType { base: BASE, ..FacadeType::class("System.Management.Automation.PSProperty") };

pub(super) static PS_CODE_PROPERTY: FacadeType =
    FacadeType { base: BASE, ..FacadeType::class("System.Management.Automation.PSCodeProperty") };

pub(super) static PS_NOTE_PROPERTY: FacadeType = FacadeType {
    base: BASE,
    members: &[constructor("new(string name, System.Object value)", new_note)],
    ..FacadeType::class("System.Management.Automation.PSNoteProperty")
};

pub(super) static PS_ALIAS_PROPERTY: FacadeType = FacadeType {
    base: BASE,
    members: &[
        constructor("new(string name, string referencedMemberName)", new_alias),
        constructor("new(string name, string referencedMemberName, type conversionType)", new_alias),
        property("string ReferencedMemberName {get;}", referenced_member_name),
        property("type ConversionType {get;}", conversion_type),
    ],
    ..FacadeType::class("System.Management.Automation.PSAliasProperty")
};

pub(super) static PS_SCRIPT_PROPERTY: FacadeType = FacadeType {
    base: BASE,
    members: &[
        constructor("new(string name, scriptblock getterScript)", new_script),
        constructor("new(string name, scriptblock getterScript, scriptblock setterScript)", new_script),
        property("scriptblock GetterScript {get;}", getter_script),
        property("scriptblock SetterScript {get;}", setter_script),
    ],
    ..FacadeType::class("System.Management.Automation.PSScriptProperty")
};

pub(super) static PS_PROPERTY_SET: FacadeType = FacadeType {
    base: "System.Management.Automation.PSMemberInfo",
    members: &[
        constructor(
            "new(string name, System.Collections.Generic.IEnumerable[string] referencedPropertyNames)",
            new_set,
        ),
        property(
            "System.Collections.ObjectModel.Collection[string] ReferencedPropertyNames {get;}",
            referenced_property_names,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.PSPropertySet")
};

pub(super) static PS_PARAMETERIZED_PROPERTY: FacadeType = FacadeType {
    base: "System.Management.Automation.PSMethodInfo",
    members: &[
        property("bool IsGettable {get;}", |_| Ok(true.into())),
        property("bool IsSettable {get;}", is_settable),
        method("void InvokeSet(System.Object valueToSet, Params System.Object[] arguments)", invoke_set),
    ],
    ..FacadeType::class("System.Management.Automation.PSParameterizedProperty")
};

fn is_settable(call: &mut Call<'_>) -> Result<Value> {
    Ok(info(call).is_settable().into())
}

fn is_gettable(call: &mut Call<'_>) -> Result<Value> {
    let gettable = !matches!(info(call).member(), Some(Member::ScriptProperty { get: Value::Null, .. }));
    Ok(gettable.into())
}

fn new_note(call: &mut Call<'_>) -> Result<Value> {
    Ok(MemberInfo::detached(call.str(0), Member::Note(call.args[1].clone())))
}

fn new_alias(call: &mut Call<'_>) -> Result<Value> {
    let convert = call.args.get(2).filter(|ty| !ty.is_null()).map(|ty| call.cx.to_text(ty)).transpose()?;
    Ok(MemberInfo::detached(call.str(0), Member::Alias { target: call.str(1), convert }))
}

fn referenced_member_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(match info(call).member() {
        Some(Member::Alias { target, .. }) => Value::String(target),
        _ => Value::Null,
    })
}

fn conversion_type(call: &mut Call<'_>) -> Result<Value> {
    let Some(Member::Alias { convert: Some(name), .. }) = info(call).member() else { return Ok(Value::Null) };
    Ok(call.cx.find_type(&name.to_str()).map_or(Value::Null, Value::from))
}

fn new_script(call: &mut Call<'_>) -> Result<Value> {
    let set = call.args.get(2).cloned().unwrap_or_default();
    Ok(MemberInfo::detached(call.str(0), Member::ScriptProperty { get: call.args[1].clone(), set }))
}

fn getter_script(call: &mut Call<'_>) -> Result<Value> {
    Ok(match info(call).member() {
        Some(Member::ScriptProperty { get, .. }) => get,
        _ => Value::Null,
    })
}

fn setter_script(call: &mut Call<'_>) -> Result<Value> {
    Ok(match info(call).member() {
        Some(Member::ScriptProperty { set, .. }) => set,
        _ => Value::Null,
    })
}

fn new_set(call: &mut Call<'_>) -> Result<Value> {
    let mut names: Vec<PsString> = Vec::new();
    for name in call.cx.enumerate(&call.args[1])?.unwrap_or_default() {
        names.push(call.cx.to_text(&name)?);
    }
    Ok(MemberInfo::detached(call.str(0), Member::PropertySet(names)))
}

fn referenced_property_names(call: &mut Call<'_>) -> Result<Value> {
    Ok(match info(call).member() {
        Some(Member::PropertySet(names)) => Value::Object(Obj::strings(names)),
        _ => Value::Null,
    })
}

fn invoke_set(call: &mut Call<'_>) -> Result<Value> {
    let info = info(call).payload();
    let index = call.args[1].clone();
    runspace(call.cx).index_set(info.owner(), &index, call.args[0].clone())?;
    Ok(Value::Void)
}
