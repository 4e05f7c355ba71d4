//! Reading a property.

use super::error;
use super::find::{self, Found};
use super::info::{MemberInfo, View, ViewKind};
use super::properties::PropertyView;
use crate::Runspace;
use pwsh_value::payload::{Array, PropertyBag};
use pwsh_value::ty::{Call, known};
use pwsh_value::{Context, Error, PsString, Result, Type, Value, stack};

impl Runspace {
    /// `$target.name`. What is missing is null, an error in strict mode; a getter that throws gives null.
    pub fn get_member(&mut self, target: &Value, name: &PsString) -> Result<Value> {
        if let Some(value) = self.find_value(target, name)? {
            return Ok(value);
        }
        let custom = target.as_object().is_some_and(|obj| obj.get::<PropertyBag>().is_some());
        let counts = name.is("Count") || name.is("Length");
        if counts && (custom || !self.is_strict(2)) {
            return Ok(Value::Int32(i32::from(!target.is_null())));
        }
        if self.is_strict(2) {
            return Err(error::no_property_strict(name));
        }
        Ok(Value::Null)
    }

    /// The value of the property or the method of that name; `None` if there is no such member, neither on the
    /// value nor on the items of a collection.
    pub fn find_value(&mut self, target: &Value, name: &PsString) -> Result<Option<Value>> {
        if target.is_null() {
            return Ok(None);
        }
        if let Some(view) = target.as_object().and_then(|obj| obj.get::<View>())
            && view.kind != ViewKind::Object
        {
            return self.find_in_view(view.payload(), name);
        }
        // The plainest member by far.
        if let Some(array) = target.as_object().and_then(|obj| obj.get::<Array>())
            && (name.is("Count") || name.is("Length"))
            && array.owner().attached().is_none_or(|members| members.get(name).is_none())
        {
            return Ok(Some(Value::Int32(array.len() as i32)));
        }
        if let Some((name, found)) = self.find_member(target, name) {
            return self.read_found(target, &name, found).map(Some);
        }
        if let Some(view) = self.view(target, name) {
            return Ok(Some(view));
        }
        self.read_of_items(target, name)
    }

    /// The value of a member that a view shows.
    fn find_in_view(&mut self, view: &View, name: &PsString) -> Result<Option<Value>> {
        let found = match view.kind {
            ViewKind::Extended => self
                .all_members(&view.target, PropertyView::Extended)
                .into_iter()
                .find_map(|m| m.name.eq_ignore_case(name).then_some((m.name, m.found))),
            _ => view.target.ty().and_then(|ty| find::declared_member(ty, name)),
        };
        match found {
            Some((name, found)) => self.read_found(&view.target, &name, found).map(Some),
            None => Ok(None),
        }
    }

    /// The value of a member that was found; null where its getter throws.
    pub(crate) fn read_found(&mut self, target: &Value, name: &PsString, found: Found) -> Result<Value> {
        let runs_a_getter = matches!(found, Found::Script { .. } | Found::Code(_) | Found::Property(_));
        let value = self.read_found_or_throw(target, name, found);
        if runs_a_getter { null_for_exception(value) } else { value }
    }

    /// The value of a member that was found.
    ///
    /// # Errors
    /// What its getter throws.
    pub(crate) fn read_found_or_throw(
        &mut self,
        target: &Value,
        name: &PsString,
        found: Found,
    ) -> Result<Value> {
        match found {
            Found::Value(value, _) => Ok(value),
            Found::Alias { target: other, convert } => {
                self.read_alias(target, name, &other, convert.as_ref())
            }
            Found::Script { get, .. } if get.is_null() => Ok(Value::Null),
            Found::Script { get, .. } => self.call_with_this(&get, target, Vec::new()),
            Found::Code(code) => (code.get)(self, target),
            Found::Property(ty) => self.read_property(target, &ty, name),
            Found::Field(class, at) => Ok(class.read(target, at)),
            found => Ok(MemberInfo::object(target.clone(), name.clone(), found)),
        }
    }

    fn read_alias(
        &mut self,
        target: &Value,
        name: &PsString,
        other: &PsString,
        convert: Option<&PsString>,
    ) -> Result<Value> {
        stack::check()?;
        let Some(value) = self.find_value(target, other)? else { return Err(error::bad_alias(name, other)) };
        match convert.and_then(|ty| self.find_type(&ty.to_str())) {
            Some(ty) => pwsh_value::convert::to(self, &value, &ty),
            None => Ok(value),
        }
    }

    /// Runs the getter of a property of a .NET type.
    fn read_property(&mut self, target: &Value, ty: &Type, name: &PsString) -> Result<Value> {
        let Some(property) = ty.members().property(&name.to_str(), false) else { return Ok(Value::Null) };
        let this = target.unwrapped();
        (property.get.run)(&mut Call { cx: self, ty, this, args: &[], type_args: &[] })
    }

    /// The views that every object has.
    fn view(&mut self, target: &Value, name: &PsString) -> Option<Value> {
        let kind = if name.is("psobject") {
            ViewKind::Object
        } else if name.is("psbase") {
            ViewKind::Base
        } else if name.is("psadapted") {
            ViewKind::Adapted
        } else if name.is("psextended") {
            ViewKind::Extended
        } else if name.is("pstypenames") {
            return Some(self.type_names_object(target));
        } else {
            return None;
        };
        Some(View::object(target.clone(), kind))
    }

    /// The property of each item of a collection.
    fn read_of_items(&mut self, target: &Value, name: &PsString) -> Result<Option<Value>> {
        let Some(items) = self.enumerable(target)? else { return Ok(None) };
        stack::check()?;
        let mut values = Vec::new();
        for item in &items {
            self.read_of_item(item, name, &mut values)?;
        }
        Ok(match values.len() {
            0 => None,
            1 => values.pop(),
            _ => Some(Value::Object(pwsh_value::Obj::array(values))),
        })
    }

    fn read_of_item(&mut self, item: &Value, name: &PsString, values: &mut Vec<Value>) -> Result<()> {
        match self.find_member(item, name) {
            Some((name, found)) if find::is_property(&found) => {
                let value = self.read_found(item, &name, found)?;
                self.flatten(value, values)?;
            }
            Some(_) => {}
            None if self.view_of_item(item, name, values) => {}
            None => match self.enumerable(item)? {
                Some(inner) => {
                    stack::check()?;
                    for item in &inner {
                        self.read_of_item(item, name, values)?;
                    }
                }
                None => {
                    let custom = item.as_object().is_some_and(|obj| obj.get::<PropertyBag>().is_some());
                    if custom && self.is_strict(2) {
                        return Err(error::no_property_strict(name));
                    }
                    if name.is("Count") || name.is("Length") {
                        values.push(Value::Int32(1));
                    } else if custom {
                        values.push(Value::Null);
                    }
                }
            },
        }
        Ok(())
    }

    fn view_of_item(&mut self, item: &Value, name: &PsString, values: &mut Vec<Value>) -> bool {
        match self.view(item, name) {
            Some(view) if !item.is_null() => {
                values.push(view);
                true
            }
            _ => false,
        }
    }

    /// A list that is the value of an item's property gives its elements.
    fn flatten(&mut self, value: Value, values: &mut Vec<Value>) -> Result<()> {
        match self.enumerable(&value)? {
            Some(items) => values.extend(items),
            None => values.push(value),
        }
        Ok(())
    }

    /// Whether strict mode is at least of that version here.
    pub fn is_strict(&self, version: u8) -> bool {
        self.scopes.chain(self.cur.scope).find_map(|scope| self.scopes.get(scope).strict).unwrap_or(0)
            >= version
    }
}

/// PowerShell takes a getter that throws for one without a value.
fn null_for_exception(value: Result<Value>) -> Result<Value, Error> {
    match value {
        Ok(Value::Void) => Ok(Value::Null),
        Err(cause) if error::is_exception(&cause) => Ok(Value::Null),
        other => other,
    }
}

/// The name of the type of values that a property holds, as Get-Member shows it.
pub(super) fn type_name_of(value: &Value) -> PsString {
    value.ty().map_or_else(|| known().object.name().clone(), |ty| ty.name().clone())
}
