//! The collections behind `psobject.Properties`, `.Methods` and `.Members`.

use super::runspace;
use crate::member::{MemberInfo, PropertyInfo, PropertyView};
use pwsh_value::ops::Case;
use pwsh_value::ty::{Call, FacadeType, Hooks, close_generic, method, named, property};
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Context, Error, Member, Obj, Payload, PsString, Result, Value};

/// Which members a collection holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum MemberCollection {
    /// All.
    Members,
    /// Those that can be read as properties.
    Properties,
    /// The others.
    Methods,
}

/// The payload of a collection: the members of one object.
struct Collection {
    target: Value,
    which: MemberCollection,
}

impl Payload for Collection {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.target);
    }
}

impl MemberCollection {
    /// The collection of an object's members.
    pub(crate) fn object(self, target: Value) -> Value {
        let item = named(match self {
            MemberCollection::Members => "System.Management.Automation.PSMemberInfo",
            MemberCollection::Properties => "System.Management.Automation.PSPropertyInfo",
            MemberCollection::Methods => "System.Management.Automation.PSMethodInfo",
        });
        let ty = close_generic(&named(INTEGRATING), vec![item]);
        Value::Object(Obj::new(ty, Collection { target, which: self }))
    }
}

const INTEGRATING: &str = "System.Management.Automation.PSMemberInfoIntegratingCollection`1";

pub(super) static PS_MEMBER_INFO_COLLECTION: FacadeType = FacadeType {
    generic: &["T"],
    interfaces: &["System.Collections.Generic.IEnumerable[T]", "System.Collections.IEnumerable"],
    members: &[
        property("T Item(string name) {get;}", item),
        method("void Add(System.Management.Automation.PSMemberInfo member)", add),
        method("void Add(System.Management.Automation.PSMemberInfo member, bool preValidated)", add),
        method("void Remove(string name)", remove),
        method("System.Management.Automation.ReadOnlyPSMemberInfoCollection[T] Match(string name)", matching),
    ],
    hooks: Hooks { enumerate: Some(enumerate), to_string: Some(text), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.PSMemberInfoCollection`1")
};

pub(super) static PS_MEMBER_INFO_INTEGRATING_COLLECTION: FacadeType = FacadeType {
    generic: &["T"],
    base: "System.Management.Automation.PSMemberInfoCollection[T]",
    ..FacadeType::class(INTEGRATING)
};

fn list(cx: &mut dyn Context, this: &Value) -> Result<Vec<(PsString, Value)>> {
    let Some(collection) = this.as_object().and_then(|obj| obj.get::<Collection>()) else {
        return Ok(Vec::new());
    };
    let (target, which) = (collection.payload().target.clone(), collection.payload().which);
    let rs = runspace(cx);
    let mut members: Vec<PropertyInfo> = Vec::new();
    if which != MemberCollection::Methods {
        members.extend(
            rs.properties(&target, PropertyView::All)?.into_iter().filter(|property| !property.hidden),
        );
    }
    if which != MemberCollection::Properties {
        members.extend(rs.methods(&target, PropertyView::All).into_iter().filter(|member| !member.hidden));
    }
    Ok(members.into_iter().map(|member| (member.name.clone(), member.object(&target))).collect())
}

fn enumerate(cx: &mut dyn Context, this: &Value) -> Result<Vec<Value>> {
    Ok(list(cx, this)?.into_iter().map(|(_, member)| member).collect())
}

fn text(cx: &mut dyn Context, this: &Value) -> Result<PsString> {
    let mut texts = Vec::new();
    for (_, member) in list(cx, this)? {
        texts.push(cx.to_text(&member)?.to_string());
    }
    Ok(texts.join(", ").into())
}

fn item(call: &mut Call<'_>) -> Result<Value> {
    let name = call.str(0);
    let members = list(call.cx, call.this)?;
    Ok(members.into_iter().find(|(n, _)| n.eq_ignore_case(&name)).map_or(Value::Null, |(_, member)| member))
}

fn matching(call: &mut Call<'_>) -> Result<Value> {
    let pattern = Wildcard::new(&call.str(0), Case::Ignore)?;
    let members = list(call.cx, call.this)?;
    let found = members.into_iter().filter(|(name, _)| pattern.matches(name)).map(|(_, member)| member);
    Ok(Value::Object(Obj::array(found.collect())))
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    let target = call.this::<Collection>().payload().target.clone();
    let Some(info) = call.payload::<MemberInfo>(0) else { return Ok(Value::Void) };
    let Some(member) = info.member() else {
        return Err(Error::new(
            "System.Management.Automation.ExtendedTypeSystemException",
            format!("Cannot add a member with type \"{}\". Specify a different type for the memberType parameter.", info.kind().name()),
        )
        .id("CannotAddMethodOrProperty"));
    };
    let Some(obj) = target.cell() else { return Ok(Value::Void) };
    let name = info.name().clone();
    if runspace(call.cx).has_own_member(&target, &name) {
        let text = format!(
            "Cannot add a member with the name \"{name}\" because a member with that name already exists."
        );
        return Err(
            Error::new("System.Management.Automation.ExtendedTypeSystemException", text).id("AlreadyPresent")
        );
    }
    match (member, obj.get::<pwsh_value::payload::PropertyBag>()) {
        (Member::Note(_), Some(bag)) => {
            let value = info.value(runspace(call.cx))?;
            bag.set(name, value);
        }
        (Member::Note(_), None) => {
            let value = info.value(runspace(call.cx))?;
            obj.attached_or_new().set(obj, name, Member::Note(value));
        }
        (member, _) => obj.attached_or_new().set(obj, name, member),
    }
    Ok(Value::Void)
}

fn remove(call: &mut Call<'_>) -> Result<Value> {
    let target = call.this::<Collection>().payload().target.clone();
    let name = call.str(0);
    let Some(obj) = target.cell() else { return Ok(Value::Void) };
    let removed = obj.get::<pwsh_value::payload::PropertyBag>().is_some_and(|bag| bag.remove(&name));
    if !removed && let Some(members) = obj.attached() {
        members.remove(&name);
    }
    Ok(Value::Void)
}
