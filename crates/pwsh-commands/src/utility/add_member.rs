//! `Add-Member`.

use crate::object_errors::write_error_about_object;
use pwsh_runtime::command::{Cmdlet, HashtableArg, Io, ScriptBlock, Switch};
use pwsh_runtime::member::{MemberKind, PropertyView};
use pwsh_value::payload::{Dictionary, EnumNumber, PropertyBag};
use pwsh_value::{Category, Context, Error, Member, Obj, PsString, Result, Value, convert};

/// Attaches members to an object.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Add-Member",
    module = "Microsoft.PowerShell.Utility",
    default_set = "TypeNameSet",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097109"
)]
pub struct AddMember {
    #[parameter(ty = "System.Management.Automation.PSObject", mandatory, pipeline)]
    input_object: Value,
    #[parameter(
        ty = "System.Management.Automation.PSMemberTypes",
        mandatory,
        position = 0,
        alias("Type"),
        set = "MemberSet"
    )]
    member_type: Value,
    #[parameter(mandatory, position = 1, set = "MemberSet")]
    name: PsString,
    #[parameter(position = 2, set = "MemberSet")]
    value: Value,
    #[parameter(position = 3, set = "MemberSet")]
    second_value: Value,
    #[parameter(mandatory, set = "TypeNameSet")]
    #[parameter(set = "MemberSet")]
    #[parameter(set = "NotePropertySingleMemberSet")]
    #[parameter(set = "NotePropertyMultiMemberSet")]
    #[validate(not_null_or_empty)]
    type_name: PsString,
    #[parameter(set = "MemberSet")]
    #[parameter(set = "NotePropertySingleMemberSet")]
    #[parameter(set = "NotePropertyMultiMemberSet")]
    force: Switch,
    #[parameter]
    pass_thru: Switch,
    #[parameter(mandatory, position = 0, set = "NotePropertySingleMemberSet")]
    #[validate(leaves(is_member_type), not_null_or_empty)]
    note_property_name: PsString,
    #[parameter(mandatory, position = 1, set = "NotePropertySingleMemberSet")]
    #[validate(allow_null)]
    note_property_value: Value,
    #[parameter(mandatory, position = 0, set = "NotePropertyMultiMemberSet")]
    #[validate(not_null_or_empty)]
    note_property_members: Option<HashtableArg>,
}

/// Whether any member was attached to an object.
fn has_members(cell: &Obj) -> bool {
    cell.attached().is_some_and(|members| !members.all().is_empty())
}

/// Whether a text is the name of a kind of member, which then stands first among the arguments, and no note's name.
fn is_member_type(value: &Value) -> bool {
    const KINDS: [&str; 8] = [
        "NoteProperty",
        "AliasProperty",
        "ScriptProperty",
        "CodeProperty",
        "ScriptMethod",
        "CodeMethod",
        "PropertySet",
        "MemberSet",
    ];
    value.as_string().is_some_and(|text| KINDS.iter().any(|kind| text.is(kind)))
}

impl Cmdlet for AddMember {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        // A number or string needs a wrapper to carry members: a new object, which -PassThru gives.
        let target = self.input_object.clone().wrap();
        let added = if io.set().is("NotePropertyMultiMemberSet") {
            self.add_all(io, &target)?
        } else if io.set().is("NotePropertySingleMemberSet") {
            let note = Member::Note(self.note_property_value.clone());
            self.add(io, &target, self.note_property_name.clone(), note)?
        } else if io.set().is("MemberSet") {
            let member = self.member(io)?;
            self.add(io, &target, self.name.clone(), member)?
        } else {
            true
        };
        if !self.type_name.is_empty()
            && let Some(cell) = target.cell()
        {
            let mut names = io.rs.type_names(&target);
            names.retain(|name| !name.eq_ignore_case(&self.type_name));
            names.insert(0, self.type_name.clone());
            cell.attached_or_new().set_type_names(names);
        }
        if added && self.pass_thru.0 { io.write(target) } else { Ok(()) }
    }
}

impl AddMember {
    fn add_all(&self, io: &mut Io<'_>, target: &Value) -> Result<bool> {
        let Some(table) = self.note_property_members.as_ref().and_then(|t| t.0.get::<Dictionary>()) else {
            return Ok(true);
        };
        let mut all = true;
        for (key, value) in table.entries() {
            let name = convert::to_text(io.rs, &key)?;
            all &= self.add(io, target, name, Member::Note(value))?;
        }
        Ok(all)
    }

    fn add(&self, io: &mut Io<'_>, target: &Value, name: PsString, member: Member) -> Result<bool> {
        let Some(cell) = target.cell() else { return Ok(true) };
        let own = io.rs.properties(target, PropertyView::Extended)?;
        let own = own.iter().any(|p| p.is_instance() && p.name.eq_ignore_case(&name));
        let attached = cell.attached().is_some_and(|members| members.get(&name).is_some());
        if (own || attached) && !self.force.0 {
            let text = format!(
                "Cannot add a member with the name \"{name}\" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command."
            );
            let error = Error::new("System.InvalidOperationException", text)
                .id("MemberAlreadyExists")
                .category(Category::InvalidOperation)
                .target(target.clone());
            write_error_about_object(io, error)?;
            return Ok(false);
        }
        match (cell.get::<PropertyBag>(), member) {
            // Behind members of other kinds, notes are kept with them, so that the order stays that of adding.
            (Some(bag), Member::Note(value)) if bag.get(&name).is_some() || !has_members(cell) => {
                cell.attached().map(|members| members.remove(&name));
                bag.set(name, value);
            }
            (bag, member) => {
                bag.map(|bag| bag.remove(&name));
                cell.attached_or_new().set(cell, name, member);
            }
        }
        Ok(true)
    }

    fn member(&self, io: &mut Io<'_>) -> Result<Member> {
        let kind = self.member_type.as_object().and_then(|o| o.get::<EnumNumber>()).map_or(0, |n| n.0);
        let is = |wanted: MemberKind| kind == wanted as i64;
        let block = |value: &Value| value.as_object().is_some_and(|o| o.get::<ScriptBlock>().is_some());
        if is(MemberKind::NoteProperty) {
            return Ok(Member::Note(self.value.clone()));
        }
        if is(MemberKind::ScriptProperty) {
            if self.value.is_null() && self.second_value.is_null() {
                return Err(refused(
                    "To create a ScriptProperty, both the value parameters should not be null.",
                    "Value1AndValue2AreNotBothNull",
                ));
            }
            for value in [&self.value, &self.second_value] {
                if !value.is_null() && !block(value) {
                    return Err(refused(
                        "The Value1 and Value2 parameters for a ScriptProperty member should be a script block.",
                        "ConversionError",
                    ));
                }
            }
            return Ok(Member::ScriptProperty { get: self.value.clone(), set: self.second_value.clone() });
        }
        if is(MemberKind::ScriptMethod) && block(&self.value) {
            return Ok(Member::ScriptMethod(self.value.clone()));
        }
        if is(MemberKind::AliasProperty) {
            let target = convert::to_text(io.rs, &self.value)?;
            let convert = match self.second_value.is_null() {
                true => None,
                false => Some(convert::to_text(io.rs, &self.second_value)?),
            };
            return Ok(Member::Alias { target, convert });
        }
        if is(MemberKind::PropertySet) {
            let names = io.rs.enumerate(&self.value)?.unwrap_or_else(|| vec![self.value.clone()]);
            let names = names.iter().map(|name| convert::to_text(io.rs, name)).collect::<Result<_>>()?;
            return Ok(Member::PropertySet(names));
        }
        if is(MemberKind::MemberSet) {
            return Ok(Member::MemberSet(Vec::new()));
        }
        Err(refused(
            "Cannot add a member with type \"Property\". Specify a different type for the MemberTypes parameter.",
            "CannotAddMemberType",
        ))
    }
}

fn refused(text: &str, id: &str) -> Error {
    Error::new("System.InvalidOperationException", text).id(id).category(Category::InvalidOperation)
}
