//! `Get-Member`.

use crate::types::Fields;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::member::{MemberDefinition, MemberKind, PropertyView};
use pwsh_value::ops::Case;
use pwsh_value::payload::{EnumNumber, TypeObject};
use pwsh_value::ty::named;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Category, Error, PsString, Result, Value};

/// `PSMemberTypes`: `All`.
const ALL: i64 = 16383;

/// Lists the members of objects, once for each type.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Member",
    module = "Microsoft.PowerShell.Utility",
    aliases("gm"),
    output("Microsoft.PowerShell.Commands.MemberDefinition"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096704"
)]
pub struct GetMember {
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    #[parameter(position = 0)]
    #[validate(not_null_or_empty)]
    name: Vec<PsString>,
    #[parameter(ty = "System.Management.Automation.PSMemberTypes", alias("Type"))]
    member_type: Value,
    #[parameter(ty = "System.Management.Automation.PSMemberViewTypes")]
    view: Value,
    #[parameter(name = "Static")]
    statics: Switch,
    #[parameter]
    force: Switch,
    seen: Vec<PsString>,
    got_input: bool,
}

impl Cmdlet for GetMember {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let input = self.input_object.clone();
        if input.is_null() {
            return Ok(());
        }
        self.got_input = true;
        let static_of = match input.as_object().and_then(|o| o.get::<TypeObject>()) {
            Some(ty) if self.statics.0 => Some(ty.payload().0.clone()),
            _ => input.ty().cloned(),
        };
        let type_name = match &static_of {
            Some(ty) if self.statics.0 => ty.name().clone(),
            _ => io.rs.type_names(&input).into_iter().next().unwrap_or_else(PsString::empty),
        };
        if self.seen.contains(&type_name) {
            return Ok(());
        }
        self.seen.push(type_name.clone());
        let mut members = match static_of {
            Some(ty) if self.statics.0 => io.rs.static_members(&ty),
            _ => io.rs.members(&input, self.property_view())?,
        };
        let patterns =
            self.name.iter().map(|name| Wildcard::new(name, Case::Ignore)).collect::<Result<Vec<_>>>()?;
        let number = |value: &Value| value.as_object().and_then(|o| o.get::<EnumNumber>()).map(|n| n.0);
        let wanted = number(&self.member_type).unwrap_or(ALL);
        if self.force.0 && !self.statics.0 {
            members.extend(intrinsic(&members));
        }
        members.retain(|member| {
            (self.force.0 || !member.hidden && !is_accessor(&member.name)) && wanted & member.kind as i64 != 0
        });
        members.sort_by_cached_key(|member| (member.kind.name(), member.name.to_str().to_lowercase()));
        if patterns.is_empty() {
            return members.into_iter().try_for_each(|member| io.write(definition(&type_name, member)));
        }
        // Pattern after pattern, a member once.
        for pattern in patterns {
            for member in members.extract_if(.., |member| pattern.matches(&member.name)) {
                io.write(definition(&type_name, member))?;
            }
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.got_input {
            return Ok(());
        }
        io.write_error(
            Error::new(
                "System.InvalidOperationException",
                "You must specify an object for the Get-Member cmdlet.",
            )
            .id("NoObjectInGetMember")
            .category(Category::CloseError),
        )
    }
}

impl GetMember {
    fn property_view(&self) -> PropertyView {
        match self.view.as_object().and_then(|o| o.get::<EnumNumber>()).map(|n| n.0) {
            Some(1) => PropertyView::Extended,
            Some(2) => PropertyView::Adapted,
            None | Some(3) => PropertyView::Shown,
            _ => PropertyView::All,
        }
    }
}

/// Methods behind properties, events and operators are shown with -Force only.
fn is_accessor(name: &PsString) -> bool {
    let name = name.to_str();
    ["get_", "set_", "add_", "remove_", "op_"].iter().any(|prefix| name.starts_with(prefix))
}

/// What every object has and -Force shows: its views and the methods behind its properties.
fn intrinsic(members: &[MemberDefinition]) -> Vec<MemberDefinition> {
    let made = |name: String, kind, definition: String| MemberDefinition {
        name: name.into(),
        kind,
        definition: definition.into(),
        hidden: true,
    };
    let names = members.iter().map(|member| member.name.to_string()).collect::<Vec<_>>().join(", ");
    let of_object = "Members, Properties, Methods, ImmediateBaseObject, BaseObject, TypeNames, get_Members, get_Properties, get_Methods, get_ImmediateBaseObject, get_BaseObject, get_TypeNames, ToString, Copy, CompareTo, Equals, GetHashCode, GetObjectData, GetType, GetMetaObject";
    let set = |name: &str, of: &str| made(name.into(), MemberKind::MemberSet, format!("{name} {{{of}}}"));
    let mut list = vec![
        set("psobject", of_object),
        set("psbase", &names),
        set("psadapted", &names),
        set("psextended", ""),
        made(
            "pstypenames".into(),
            MemberKind::CodeProperty,
            "System.Collections.ObjectModel.Collection`1[[System.String, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]] pstypenames{get=PSTypeNames;}".into(),
        ),
    ];
    for member in members.iter().filter(|member| member.kind == MemberKind::Property) {
        let text = member.definition.to_string();
        let Some((ty, _)) = text.split_once(' ') else { continue };
        let name = &member.name;
        if text.contains("get;") {
            list.push(made(format!("get_{name}"), MemberKind::Method, format!("{ty} get_{name}()")));
        }
        if text.contains("set;") {
            list.push(made(format!("set_{name}"), MemberKind::Method, format!("void set_{name}({ty} )")));
        }
    }
    list
}

fn definition(type_name: &PsString, member: MemberDefinition) -> Value {
    let kind = Value::enumeration(&named("System.Management.Automation.PSMemberTypes"), member.kind as i64);
    Fields::object(
        "Microsoft.PowerShell.Commands.MemberDefinition",
        vec![type_name.clone().into(), member.name.into(), kind, member.definition.into()],
    )
}
