//! Members with their definitions, as Get-Member shows them.

use super::find::{Found, Place, own_member};
use super::get::type_name_of;
use super::info::{MemberInfo, MemberKind};
use super::properties::PropertyView;
use crate::Runspace;
use crate::class;
use crate::command::ScriptBlock;
use pwsh_value::ty::{self, known};
use pwsh_value::{Member, PsString, Result, Type, Value, convert};

/// A member as Get-Member shows it.
pub struct MemberDefinition {
    /// The name.
    pub name: PsString,
    /// The kind.
    pub kind: MemberKind,
    /// `Definition`.
    pub definition: PsString,
    /// Whether it is a hidden one of a script's class.
    pub hidden: bool,
}

impl Runspace {
    /// The members of a value, in the order in which they are found; Get-Member sorts them.
    pub fn members(&mut self, target: &Value, view: PropertyView) -> Result<Vec<MemberDefinition>> {
        let mut list = Vec::new();
        for member in self.all_members(target, view) {
            list.push(MemberDefinition {
                kind: member.found.kind(),
                definition: self.definition(target, &member.name, &member.found)?,
                hidden: member.hidden,
                name: member.name,
            });
        }
        if let (Some(ty), true) = (target.ty(), view != PropertyView::Extended) {
            list.extend(ty.events().map(|event| MemberDefinition {
                name: event.name().into(),
                kind: MemberKind::Event,
                definition: event.signature.into(),
                hidden: false,
            }));
        }
        Ok(list)
    }

    /// The static members of a type (`Get-Member -Static`).
    pub fn static_members(&mut self, ty: &Type) -> Vec<MemberDefinition> {
        let mut list = Vec::new();
        let mut add = |name: PsString, kind, definition: PsString| {
            list.push(MemberDefinition { name, kind, definition, hidden: false });
        };
        if let Some((_, values)) = ty.enum_values() {
            for (name, _) in values {
                let definition = format!("static {} {name} {{get;}}", ty::display_name(ty)).into();
                add(name, MemberKind::Property, definition);
            }
        }
        for class in ty.hierarchy().filter_map(class::of) {
            for (name, definition) in class.static_field_definitions() {
                add(name, MemberKind::Property, definition);
            }
            for name in class.static_method_names() {
                let definition = join(&class.definitions(&name, true));
                add(name, MemberKind::Method, definition);
            }
        }
        let constructors = class::constructor_definitions(ty);
        if !constructors.is_empty() {
            add("new".into(), MemberKind::Method, join(&constructors));
        }
        for (name, is_static, properties) in ty.members().all_properties() {
            if let (true, Some(first)) = (is_static, properties.first()) {
                add(name.clone(), MemberKind::Property, first.get.signature.text.into());
            }
        }
        for (name, is_static, methods) in ty.members().all_methods() {
            if is_static {
                let texts: Vec<PsString> = methods.iter().map(|m| m.signature.text.into()).collect();
                add(name.clone(), MemberKind::Method, join(&texts));
            }
        }
        list
    }

    /// `ToString()` of a PSMemberInfo, Get-Member's `Definition`.
    pub(crate) fn definition(&mut self, target: &Value, name: &PsString, found: &Found) -> Result<PsString> {
        Ok(match found {
            Found::Value(value, _) => {
                let text = self.note_text(value)?;
                format!("{} {name}={text}", note_type(value)).into()
            }
            Found::Alias { target, convert } => match convert {
                Some(ty) => format!("{name} = ({ty}){target}").into(),
                None => format!("{name} = {target}").into(),
            },
            Found::Script { get, set } => {
                let mut text = format!("System.Object {name} {{");
                if !get.is_null() {
                    text.push_str(&format!("get={};", block_text(get)));
                }
                if !set.is_null() {
                    text.push_str(&format!("set={};", block_text(set)));
                }
                text.push('}');
                text.into()
            }
            Found::ScriptMethod(_) => format!("System.Object {name}();").into(),
            Found::Code(code) => format!("{name}{{get={};}}", code.definition).into(),
            Found::CodeMethod(code) => code.definition.into(),
            Found::PropertySet(names) => {
                let names: Vec<String> = names.iter().map(ToString::to_string).collect();
                format!("{name} {{{}}}", names.join(", ")).into()
            }
            Found::MemberSet(members) => member_set_text(name, members),
            Found::Property(ty) => {
                let property = ty.members().property(&name.to_str(), false);
                property.map_or_else(PsString::empty, |property| property.get.signature.text.into())
            }
            Found::Field(class, at) => class.field_definition(*at),
            Found::Indexed(ty) => {
                let texts: Vec<PsString> = ty
                    .members()
                    .indexers(&name.to_str(), false)
                    .iter()
                    .map(|p| p.get.signature.text.into())
                    .collect();
                join(&texts)
            }
            Found::Methods(ty) => {
                let texts: Vec<PsString> = ty
                    .members()
                    .methods(&name.to_str(), false)
                    .iter()
                    .map(|m| m.signature.text.into())
                    .collect();
                join(&texts)
            }
            Found::ClassMethods(_) => {
                join(&target.ty().map(|ty| class::method_definitions(ty, name)).unwrap_or_default())
            }
        })
    }

    /// `ToString()` of a member that script holds as an object.
    pub fn member_text(&mut self, info: &MemberInfo) -> Result<PsString> {
        let found = match info.found() {
            Found::Value(..) => Found::Value(info.value(self)?, Place::Attached),
            found => found,
        };
        self.definition(info.owner(), info.name(), &found)
    }

    /// `TypeNameOfValue` of a member that script holds as an object.
    pub fn member_value_type(&mut self, info: &MemberInfo) -> Result<PsString> {
        Ok(match info.found() {
            Found::Property(ty) => match ty.members().property(&info.name().to_str(), false) {
                Some(property) => property.get.result.name().clone(),
                None => PsString::empty(),
            },
            Found::Field(class, at) => class.fields[at].ty.name().clone(),
            Found::Script { .. } => known().object.name().clone(),
            _ => type_name_of(&info.value(self)?),
        })
    }

    /// Whether the object itself has a member of that name.
    pub(crate) fn has_own_member(&mut self, target: &Value, name: &PsString) -> bool {
        target.cell().is_some_and(|obj| own_member(obj, name).is_some())
    }

    /// The value of a note in its definition: the text of what is simple, else its type's name.
    fn note_text(&mut self, value: &Value) -> Result<PsString> {
        if value.is_null() {
            return Ok("null".into());
        }
        convert::to_text(self, value)
    }
}

/// The type of a note's value as its definition shows it.
fn note_type(value: &Value) -> PsString {
    match value.ty() {
        None => "object".into(),
        Some(ty) if *ty == known().pscustomobject => type_name_of(value),
        Some(ty) => ty::display_name(ty),
    }
}

fn block_text(block: &Value) -> String {
    match block.as_object().and_then(|obj| obj.get::<ScriptBlock>()) {
        Some(block) => block.payload().block.text().into_owned(),
        None => String::new(),
    }
}

fn member_set_text(name: &PsString, members: &[(PsString, Member)]) -> PsString {
    let names: Vec<String> = members.iter().map(|(name, _)| name.to_string()).collect();
    format!("{name} {{{}}}", names.join(", ")).into()
}

fn join(texts: &[PsString]) -> PsString {
    texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ").into()
}
