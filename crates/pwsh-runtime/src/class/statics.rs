//! Static properties: their values belong to the definition, which one session made.

use super::definition::{Class, Field};
use super::method::Method;
use crate::Runspace;
use parking_lot::Mutex;
use pwsh_value::ty::display_name;
use pwsh_value::{PsString, Result, Value};
use std::sync::Arc;

/// The static properties of a class.
pub(super) struct Statics {
    fields: Vec<Arc<Field>>,
    values: Mutex<Vec<Value>>,
    started: Mutex<bool>,
}

impl Statics {
    pub(super) fn new(fields: Vec<Arc<Field>>) -> Statics {
        Statics { fields, values: Mutex::default(), started: Mutex::new(false) }
    }
}

impl Class {
    /// The position of a static property of the class itself.
    pub fn static_field(&self, name: &PsString) -> Option<usize> {
        self.statics.fields.iter().position(|field| field.name.eq_ignore_case(name))
    }

    /// Names and texts of the static properties.
    pub fn static_field_definitions(&self) -> Vec<(PsString, PsString)> {
        let shown = self.statics.fields.iter().filter(|field| !field.hidden);
        shown
            .map(|field| {
                let text = format!("static {} {} {{get;set;}}", display_name(&field.ty), field.name);
                (field.name.clone(), text.into())
            })
            .collect()
    }

    /// Gives the static properties their initial values and runs the static constructor, on the first call.
    pub fn initialize_statics(self: &Arc<Self>, rs: &mut Runspace) -> Result<()> {
        if std::mem::replace(&mut *self.statics.started.lock(), true) {
            return Ok(());
        }
        for field in &self.statics.fields {
            let value = rs.default_value(&field.ty)?;
            self.statics.values.lock().push(value);
        }
        for (at, field) in self.statics.fields.iter().enumerate() {
            if let Some(default) = &field.default {
                let value = rs.eval_initializer(self, default, None)?;
                let value = field.accept(rs, value).map_err(crate::member::as_statement_error)?;
                self.put_static(at, value);
            }
        }
        match self.static_constructor.clone() {
            Some(constructor) => Method::run(&constructor, rs, self, None, Vec::new()).map(drop),
            None => Ok(()),
        }
    }

    /// The value of a static property.
    pub fn read_static(&self, at: usize) -> Value {
        self.statics.values.lock().get(at).cloned().unwrap_or_default()
    }

    /// Sets a static property: the value is converted to its type and must pass its attributes.
    pub fn store_static(&self, rs: &mut Runspace, at: usize, value: Value) -> Result<()> {
        let value = self.statics.fields[at].accept(rs, value)?;
        self.put_static(at, value);
        Ok(())
    }

    fn put_static(&self, at: usize, value: Value) {
        let mut values = self.statics.values.lock();
        let old = values.get_mut(at).map(|slot| std::mem::replace(slot, value));
        drop(values);
        drop(old);
    }
}
