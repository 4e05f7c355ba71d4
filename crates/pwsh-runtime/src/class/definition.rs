//! The members of a class.

use super::instance::Instance;
use super::method::Method;
use super::statics::Statics;
use crate::Runspace;
use crate::code::{Block, Expr};
use crate::command::Validation;
use pwsh_value::ty::{display_name, known};
use pwsh_value::{PsString, Result, Type, Value, convert};
use std::sync::Arc;

/// A class.
pub struct Class {
    /// The name.
    pub name: PsString,
    /// The base class or .NET type.
    pub base: Type,
    /// The properties of an instance, those of base classes first.
    pub fields: Vec<Arc<Field>>,
    /// The first of the class's own properties among `fields`.
    pub(super) first_own: usize,
    pub(super) statics: Statics,
    pub(super) methods: Vec<Arc<Method>>,
    pub(super) constructors: Vec<Arc<Method>>,
    pub(super) static_constructor: Option<Arc<Method>>,
    /// The code that the definition stands in, for errors' positions.
    pub(super) block: Arc<Block>,
}

/// A property of a class.
pub struct Field {
    /// The name.
    pub name: PsString,
    /// The type; `System.Object` where none is written.
    pub ty: Type,
    /// Whether listings leave it out.
    pub hidden: bool,
    /// The initial value.
    pub(super) default: Option<Expr>,
    /// The attributes that check values.
    pub(super) validations: Vec<Validation>,
}

impl Class {
    /// The position of an instance's property.
    pub fn field(&self, name: &PsString) -> Option<usize> {
        self.fields.iter().rposition(|field| field.name.eq_ignore_case(name))
    }

    /// The positions of the properties in the order in which .NET lists them: the most derived class's first.
    pub fn display_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (self.first_own..self.fields.len()).collect();
        let mut base = super::of(&self.base);
        while let Some(class) = base {
            order.extend(class.first_own..class.fields.len());
            base = super::of(&class.base);
        }
        order
    }

    /// The method of that name of the class or a base class, with its declared spelling.
    pub fn method_name(&self, name: &PsString) -> Option<PsString> {
        let own = self.methods.iter().find(|m| !m.is_static && m.name.eq_ignore_case(name));
        match own {
            Some(method) => Some(method.name.clone()),
            None => super::of(&self.base)?.method_name(name),
        }
    }

    /// The names of the class's own methods, each with whether it is hidden.
    pub fn own_method_names(&self) -> Vec<(PsString, bool)> {
        self.methods.iter().filter(|m| !m.is_static).map(|m| (m.name.clone(), m.hidden)).collect()
    }

    /// Whether the class itself declares a static method of that name.
    pub fn has_static_method(&self, name: &PsString) -> bool {
        self.methods.iter().any(|m| m.is_static && m.name.eq_ignore_case(name))
    }

    /// The names of the class's own static methods.
    pub fn static_method_names(&self) -> Vec<PsString> {
        let mut names: Vec<PsString> = Vec::new();
        for method in self.methods.iter().filter(|m| m.is_static && !m.hidden) {
            if !names.contains(&method.name) {
                names.push(method.name.clone());
            }
        }
        names
    }

    /// The texts of the class's own methods of that name.
    pub fn definitions(&self, name: &PsString, is_static: bool) -> Vec<PsString> {
        let named = self.methods.iter().filter(|m| m.is_static == is_static && m.name.eq_ignore_case(name));
        named.map(|m| m.definition()).collect()
    }

    /// `int Count {get;set;}`.
    pub fn field_definition(&self, at: usize) -> PsString {
        let field = &self.fields[at];
        let hidden = if field.hidden { "hidden " } else { "" };
        format!("{hidden}{} {} {{get;set;}}", display_name(&field.ty), field.name).into()
    }

    /// The value of a property.
    pub fn read(&self, target: &Value, at: usize) -> Value {
        match target.as_object().and_then(|obj| obj.get::<Instance>()) {
            Some(instance) => instance.get(at),
            None => Value::Null,
        }
    }

    /// Sets a property: the value is converted to its type and must pass its attributes.
    pub fn store(&self, rs: &mut Runspace, target: &Value, at: usize, value: Value) -> Result<()> {
        let value = self.fields[at].accept(rs, value)?;
        if let Some(instance) = target.as_object().and_then(|obj| obj.get::<Instance>()) {
            Instance::set(instance, at, value);
        }
        Ok(())
    }
}

impl Field {
    /// The value in the form in which the property holds it.
    pub(super) fn accept(&self, rs: &mut Runspace, value: Value) -> Result<Value> {
        let value = if value.is_null() { Value::Null } else { value };
        let value = if self.ty == known().object { value } else { convert::to(rs, &value, &self.ty)? };
        for validation in &self.validations {
            crate::binder::check(rs, validation, &value)?;
        }
        Ok(value)
    }
}
