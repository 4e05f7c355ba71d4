//! Setting a property.

use super::error;
use super::find::{Found, Place};
use super::index_get::is_sorted;
use crate::Runspace;
use pwsh_value::payload::{Dictionary, PropertyBag};
use pwsh_value::ty::{Call, known};
use pwsh_value::{Member, PsString, Result, Type, Value, convert, stack};

impl Runspace {
    /// `$target.name = value`.
    ///
    /// # Errors
    /// Where there is no such property, it cannot be set, the value does not convert, or the setter throws.
    pub fn set_member(&mut self, target: &Value, name: &PsString, value: Value) -> Result<()> {
        if target.is_null() {
            return Err(error::not_found_to_set(name));
        }
        if let Some((declared, found)) = self.find_member(target, name) {
            return self.set_found(target, &declared, found, value);
        }
        let Some(obj) = target.cell() else { return Err(error::cannot_set(name)) };
        if is_sorted(obj) {
            return self.write_indexer(target, &Value::String(name.clone()), value);
        }
        if let Some(table) = obj.get::<Dictionary>() {
            let key = self.dictionary_key(obj.ty(), &Value::String(name.clone()))?;
            let value = self.dictionary_value(obj.ty(), value)?;
            return table.set(self, key, value).map(drop);
        }
        if obj.get::<PropertyBag>().is_some() && obj.ty().defined().is_none() {
            return Err(error::cannot_set_custom(name));
        }
        Err(error::cannot_set(name))
    }

    /// Stores in a member that was found.
    pub(crate) fn set_found(
        &mut self,
        target: &Value,
        name: &PsString,
        found: Found,
        value: Value,
    ) -> Result<()> {
        match found {
            Found::Value(_, Place::Bag) => {
                if let Some(bag) = target.cell().and_then(|obj| obj.get::<PropertyBag>()) {
                    bag.set(name.clone(), as_note(value));
                }
                Ok(())
            }
            Found::Value(_, Place::Attached) => {
                if let Some(obj) = target.cell() {
                    obj.attached_or_new().set(obj, name.clone(), Member::Note(as_note(value)));
                }
                Ok(())
            }
            Found::Value(_, Place::Content) => {
                let hook = target.ty().and_then(|ty| ty.hook(|hooks| hooks.set_adapted));
                match hook {
                    Some(hook) if hook(self, target, name, &value)? => Ok(()),
                    _ => Err(error::cannot_set(name)),
                }
            }
            Found::Value(_, Place::Key) => {
                let Some(obj) = target.cell() else { return Ok(()) };
                let Some(table) = obj.get::<Dictionary>() else { return Ok(()) };
                let value = self.dictionary_value(obj.ty(), value)?;
                table.set(self, Value::String(name.clone()), value).map(drop)
            }
            Found::Alias { target: other, .. } => {
                stack::check()?;
                self.set_member(target, &other, value)
            }
            Found::Script { set, .. } if !set.is_null() => self
                .call_with_this(&set, target, vec![value])
                .map(drop)
                .map_err(|cause| error::set_failed(name, cause)),
            Found::Property(ty) => self.set_property_of(target, &ty, name, &value),
            Found::Field(class, at) => {
                class.store(self, target, at, value).map_err(|cause| error::set_failed(name, cause))
            }
            _ => Err(error::read_only(name)),
        }
    }

    fn set_property_of(&mut self, target: &Value, ty: &Type, name: &PsString, value: &Value) -> Result<()> {
        let Some(property) = ty.members().property(&name.to_str(), false) else {
            return Err(error::cannot_set(name));
        };
        let Some(set) = property.set else { return Err(error::read_only(name)) };
        let result = convert::to(self, value, &property.get.result).and_then(|value| {
            let args = [value];
            set(&mut Call { cx: self, ty, this: target.unwrapped(), args: &args, type_args: &[] })
        });
        result.map(drop).map_err(|cause| error::set_failed(name, cause))
    }

    /// A key in the form in which a dictionary of type `ty` holds it.
    pub(super) fn dictionary_key(&mut self, ty: &Type, key: &Value) -> Result<Value> {
        match dictionary_argument(ty, 0) {
            Some(key_type) => convert::to(self, key, &key_type).map_err(error::of_statement),
            None => Ok(key.unwrapped().clone()),
        }
    }

    /// A value in the form in which a dictionary of type `ty` holds it.
    pub(super) fn dictionary_value(&mut self, ty: &Type, value: Value) -> Result<Value> {
        match dictionary_argument(ty, 1) {
            Some(value_type) if value_type != known().object => {
                convert::to(self, &value, &value_type).map_err(error::of_statement)
            }
            _ => Ok(as_note(value)),
        }
    }
}

/// What is stored is never AutomationNull.
pub(super) fn as_note(value: Value) -> Value {
    if value.is_null() { Value::Null } else { value }
}

/// A type argument of the generic dictionary that `ty` is or derives from.
fn dictionary_argument(ty: &Type, index: usize) -> Option<Type> {
    ty.hierarchy().find(|ty| ty.arguments().len() == 2)?.arguments().get(index).cloned()
}
