//! All properties of a value, in the order in which PowerShell lists them.

use super::find::{self, Found, Place};
use super::info::{MemberInfo, MemberKind};
use crate::Runspace;
use crate::class;
use pwsh_value::payload::PropertyBag;
use pwsh_value::{PsString, Result, Type, Value};

/// Which properties are listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PropertyView {
    /// All.
    All,
    /// Extended and adapted ones: Get-Member's choice.
    Shown,
    /// Those that were added to the object or by type data.
    Extended,
    /// Those that the type declares, or in their place those that it makes of its content (the elements of XML).
    Adapted,
}

/// A property of a value.
pub struct PropertyInfo {
    /// Its name as it was declared.
    pub name: PsString,
    /// Whether it is a hidden one of a script's class.
    pub hidden: bool,
    pub(crate) found: Found,
}

impl PropertyInfo {
    /// Which kind of property.
    pub fn kind(&self) -> MemberKind {
        self.found.kind()
    }

    /// Whether it was attached to this very object and not given by type data or its type.
    pub fn is_instance(&self) -> bool {
        matches!(self.found, Found::Value(_, Place::Bag | Place::Attached))
    }

    /// The value that it has for `target`, whose properties were asked for. A getter that throws gives null.
    pub fn value(&self, rs: &mut Runspace, target: &Value) -> Result<Value> {
        rs.read_found(target, &self.name, self.found.clone())
    }

    /// The same value.
    ///
    /// # Errors
    /// What the getter throws.
    pub fn value_or_throw(&self, rs: &mut Runspace, target: &Value) -> Result<Value> {
        rs.read_found_or_throw(target, &self.name, self.found.clone())
    }

    /// The object that stands for it: a PSPropertyInfo.
    pub fn object(&self, target: &Value) -> Value {
        MemberInfo::object(target.clone(), self.name.clone(), self.found.clone())
    }
}

impl Runspace {
    /// The properties of a value: those attached to it, those of type data, those of its type. Keys of a
    /// dictionary are none.
    pub fn properties(&mut self, target: &Value, view: PropertyView) -> Result<Vec<PropertyInfo>> {
        let all = self.all_members(target, view);
        Ok(all.into_iter().filter(|property| find::is_property(&property.found)).collect())
    }

    /// The methods of a value, in the same order.
    pub fn methods(&mut self, target: &Value, view: PropertyView) -> Vec<PropertyInfo> {
        let all = self.all_members(target, view);
        all.into_iter().filter(|m| !find::is_property(&m.found) && is_callable(&m.found)).collect()
    }

    /// All members; a name is listed once, as what a look-up by it finds.
    pub(crate) fn all_members(&mut self, target: &Value, view: PropertyView) -> Vec<PropertyInfo> {
        let mut list = MemberList::default();
        if view != PropertyView::Adapted {
            for (name, found) in attached(target) {
                list.add(name, found);
            }
            let entry = self.type_data(target);
            for (name, member) in &entry.members {
                list.add(name.clone(), member.into());
            }
        }
        if view != PropertyView::Extended
            && let Some(ty) = target.ty()
        {
            for (name, value) in self.content_properties(target) {
                list.add(name, Found::Value(value, Place::Content));
            }
            if view == PropertyView::All || ty.hook(|hooks| hooks.adapted).is_none() {
                declared_properties(ty, &mut list);
            }
            declared_methods(ty, &mut list);
        }
        list.0
    }
}

#[derive(Default)]
struct MemberList(Vec<PropertyInfo>);

impl MemberList {
    fn add(&mut self, name: PsString, found: Found) {
        self.add_hidden(name, found, false);
    }

    fn add_hidden(&mut self, name: PsString, found: Found, hidden: bool) {
        if !self.0.iter().any(|property| property.name.eq_ignore_case(&name)) {
            self.0.push(PropertyInfo { name, hidden, found });
        }
    }
}

fn is_callable(found: &Found) -> bool {
    matches!(
        found,
        Found::ScriptMethod(_)
            | Found::CodeMethod(_)
            | Found::Methods(_)
            | Found::ClassMethods(_)
            | Found::Indexed(_)
    )
}

/// The members of the object itself.
fn attached(target: &Value) -> Vec<(PsString, Found)> {
    let Some(obj) = target.cell() else { return Vec::new() };
    let mut members = Vec::new();
    if let Some(bag) = obj.get::<PropertyBag>() {
        members.extend(bag.all().into_iter().map(|(name, value)| (name, Found::Value(value, Place::Bag))));
    }
    if let Some(own) = obj.attached() {
        members.extend(own.all().into_iter().map(|(name, member)| (name, member.into())));
    }
    members
}

/// The properties that the class or .NET type declares.
fn declared_properties(ty: &Type, list: &mut MemberList) {
    if let Some(class) = class::of(ty) {
        for at in class.display_order() {
            let field = &class.fields[at];
            list.add_hidden(field.name.clone(), Found::Field(class.clone(), at), field.hidden);
        }
    }
    for (_, is_static, properties) in ty.members().all_properties() {
        if let (false, Some(first)) = (is_static, properties.first()) {
            let indexed = !properties.iter().any(|property| property.get.parameters.is_empty());
            let found = if indexed { Found::Indexed(ty.clone()) } else { Found::Property(ty.clone()) };
            list.add(first.get.signature.name.into(), found);
        }
    }
}

/// The methods that the class or .NET type declares.
fn declared_methods(ty: &Type, list: &mut MemberList) {
    for level in ty.hierarchy() {
        for (name, hidden) in class::of(level).map(|class| class.own_method_names()).unwrap_or_default() {
            list.add_hidden(name, Found::ClassMethods(ty.clone()), hidden);
        }
    }
    for (_, is_static, methods) in ty.members().all_methods() {
        if let (false, Some(first)) = (is_static, methods.first()) {
            list.add(first.signature.name.into(), Found::Methods(ty.clone()));
        }
    }
}
