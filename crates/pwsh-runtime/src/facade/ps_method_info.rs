//! `System.Management.Automation.PSMethodInfo` and the kinds of methods.

use super::ps_member_info::info;
use super::runspace;
use crate::member::MemberInfo;
use pwsh_value::payload::Array;
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, constructor, method, property};
use pwsh_value::{Member, Obj, PsString, Result, Value};

const BASE: &str = "System.Management.Automation.PSMethodInfo";

pub(super) static PS_METHOD_INFO: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Management.Automation.PSMemberInfo",
    members: &[
        property("System.Collections.ObjectModel.Collection[string] OverloadDefinitions {get;}", overloads),
        method("System.Object Invoke(Params System.Object[] arguments)", invoke),
    ],
    hooks: Hooks {
        to_string: Some(|cx, this| {
            let Some(info) = this.as_object().and_then(|obj| obj.get::<MemberInfo>()) else {
                return Ok(PsString::empty());
            };
            let texts = runspace(cx).overload_definitions(info.payload());
            Ok(texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ").into())
        }),
        ..Hooks::NONE
    },
    ..FacadeType::class(BASE)
};

pub(super) static PS_METHOD: FacadeType =
    FacadeType { base: BASE, ..FacadeType::class("System.Management.Automation.PSMethod") };

/// A method of a .NET type: the argument says how each overload can be called.
pub(super) static PS_METHOD_OF: FacadeType = FacadeType {
    base: "System.Management.Automation.PSMethod",
    generic: &["T"],
    ..FacadeType::class("System.Management.Automation.PSMethod`1")
};

pub(super) static PS_CODE_METHOD: FacadeType =
    FacadeType { base: BASE, ..FacadeType::class("System.Management.Automation.PSCodeMethod") };

pub(super) static PS_SCRIPT_METHOD: FacadeType = FacadeType {
    base: BASE,
    members: &[
        constructor("new(string name, scriptblock script)", new_script),
        property("scriptblock Script {get;}", script),
    ],
    ..FacadeType::class("System.Management.Automation.PSScriptMethod")
};

fn overloads(call: &mut Call<'_>) -> Result<Value> {
    let info = info(call).payload();
    Ok(Value::Object(Obj::strings(runspace(call.cx).overload_definitions(info))))
}

fn invoke(call: &mut Call<'_>) -> Result<Value> {
    let info = info(call).payload();
    let arguments = call.args[0].as_object().and_then(|obj| obj.get::<Array>()).map(|a| a.to_vec());
    runspace(call.cx).invoke_info(info, &arguments.unwrap_or_default())
}

fn new_script(call: &mut Call<'_>) -> Result<Value> {
    Ok(MemberInfo::detached(call.str(0), Member::ScriptMethod(call.args[1].clone())))
}

fn script(call: &mut Call<'_>) -> Result<Value> {
    Ok(match info(call).member() {
        Some(Member::ScriptMethod(block)) => block,
        _ => Value::Null,
    })
}
