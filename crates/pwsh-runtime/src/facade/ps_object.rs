//! `System.Management.Automation.PSObject`: what `$x.psobject` shows of a value.

use super::ps_member_info_collection::MemberCollection;
use super::runspace;
use crate::member::{PropertyView, View, ViewKind};
use pwsh_value::payload::{Dictionary, PropertyBag};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property};
use pwsh_value::{Context, Obj, PsString, Result, Value};

pub(super) static PS_OBJECT: FacadeType = FacadeType {
    interfaces: &["System.IFormattable", "System.IComparable"],
    members: &[
        constructor("new()", new),
        constructor("new(System.Object obj)", new),
        property(
            "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSMemberInfo] Members {get;}",
            members,
        ),
        property(
            "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSPropertyInfo] Properties {get;}",
            properties,
        ),
        property(
            "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSMethodInfo] Methods {get;}",
            methods,
        ),
        property("System.Object ImmediateBaseObject {get;}", base_object),
        property("System.Object BaseObject {get;}", base_object),
        property("System.Collections.ObjectModel.Collection[string] TypeNames {get;}", type_names),
        method("static psobject AsPSObject(System.Object obj)", as_object),
        method("psobject Copy()", copy),
    ],
    hooks: Hooks { to_string: Some(text), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.PSObject")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(match call.args.first() {
        Some(value) => value.clone(),
        None => Value::Object(Obj::custom(PropertyBag::default())),
    })
}

fn as_object(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.args[0].clone().wrap())
}

/// The value that is viewed; an object of this type that is no view is its own.
fn target(call: &Call<'_>) -> Value {
    match call.this.as_object().and_then(|obj| obj.get::<View>()) {
        Some(view) => view.payload().target.clone(),
        None => call.this.clone(),
    }
}

fn members(call: &mut Call<'_>) -> Result<Value> {
    Ok(MemberCollection::Members.object(target(call)))
}

fn properties(call: &mut Call<'_>) -> Result<Value> {
    Ok(MemberCollection::Properties.object(target(call)))
}

fn methods(call: &mut Call<'_>) -> Result<Value> {
    Ok(MemberCollection::Methods.object(target(call)))
}

fn base_object(call: &mut Call<'_>) -> Result<Value> {
    Ok(target(call).unwrapped().clone())
}

fn type_names(call: &mut Call<'_>) -> Result<Value> {
    let target = target(call);
    runspace(call.cx).get_member(&target, &"pstypenames".into())
}

/// A copy of the notes and attached members; a dictionary's entries are copied, other objects are shared.
fn copy(call: &mut Call<'_>) -> Result<Value> {
    let target = target(call);
    let Some(obj) = target.cell() else { return Ok(target) };
    let copy = if let Some(bag) = obj.get::<PropertyBag>() {
        Obj::new(obj.ty().clone(), bag.all().into_iter().collect::<PropertyBag>())
    } else if let Some(table) = obj.get::<Dictionary>() {
        let copy = Obj::new(obj.ty().clone(), Dictionary::new(table.keys_mode()));
        for (key, value) in table.entries() {
            if let Some(new) = copy.get::<Dictionary>() {
                new.set(call.cx, key, value)?;
            }
        }
        copy
    } else if matches!(target, Value::Wrapped(_)) {
        return Ok(copied_members(obj, target.unwrapped().clone().wrap()));
    } else {
        return Ok(target);
    };
    Ok(copied_members(obj, Value::Object(copy)))
}

fn copied_members(from: &Obj, to: Value) -> Value {
    if let (Some(members), Some(obj)) = (from.attached(), to.cell()) {
        for (name, member) in members.all() {
            obj.attached_or_new().set(obj, name, member);
        }
        if let Some(names) = members.type_names() {
            obj.attached_or_new().set_type_names(names);
        }
    }
    to
}

/// The text of a view: the value's own, or the names of the members that it shows.
fn text(cx: &mut dyn Context, this: &Value) -> Result<PsString> {
    let Some(view) = this.as_object().and_then(|obj| obj.get::<View>()) else { return Ok(PsString::empty()) };
    let (target, kind) = (view.payload().target.clone(), view.payload().kind);
    let shown = match kind {
        ViewKind::Object => return cx.to_text(&target),
        ViewKind::Extended => PropertyView::Extended,
        ViewKind::Base | ViewKind::Adapted => PropertyView::Adapted,
    };
    let members = runspace(cx).members(&target, shown)?;
    let names: Vec<String> = members.iter().map(|member| member.name.to_string()).collect();
    Ok(format!("{} {{{}}}", kind.name(), names.join(", ")).into())
}

pub(super) static PS_MEMBER_SET: FacadeType = FacadeType {
    base: "System.Management.Automation.PSMemberInfo",
    ..FacadeType::class("System.Management.Automation.PSMemberSet")
};
