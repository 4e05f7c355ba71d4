//! The objects that Get-Item gives for the items of the session's own drives.

use super::drive::Provider;
use super::item_path::ItemPath;
use crate::command::{CommandInfo, CommandRef};
use crate::facade::PsVariable;
use crate::runspace::Runspace;
use crate::scope::{Found, VariableCell};
use pwsh_value::ty::known;
use pwsh_value::{Context, Name, Result, Value};
use std::sync::Arc;

impl Runspace {
    /// A variable of the environment as a `DictionaryEntry`, a variable as a `PSVariable`, a function or alias as its
    /// `CommandInfo`. `None`: there is no such item.
    ///
    /// # Errors
    /// What making the entry throws.
    pub fn session_object(&mut self, item: &ItemPath) -> Result<Option<Value>> {
        Ok(match item.provider {
            Provider::Environment => match self.session_item(item) {
                Some(value) => {
                    let ty = known().dictionary_entry.clone();
                    Some(self.construct(&ty, vec![item.path.as_str().into(), value])?)
                }
                None => None,
            },
            Provider::Variable => Name::find(&item.path).and_then(|name| self.variable_object(name)),
            Provider::Function => {
                let function = Name::find(&item.path).and_then(|name| self.function(name));
                function.map(|function| CommandInfo::value(&CommandRef::Function(function)))
            }
            Provider::Alias => {
                self.alias(&item.path.as_str().into()).map(|alias| CommandInfo::Alias(alias).object())
            }
            Provider::FileSystem => None,
        })
    }

    fn variable_object(&mut self, name: Name) -> Option<Value> {
        if !self.variable_exists(name) {
            return None;
        }
        Some(match self.find_variable(name) {
            Some(Found::Slot(scope, _)) => PsVariable::local_object(self.variable_cell(scope, name)),
            Some(Found::Table(scope, _)) => PsVariable::object(self.variable_cell(scope, name)),
            None => {
                let value = self.lookup(name);
                PsVariable::object(Arc::new(VariableCell::new(name, value)))
            }
        })
    }
}
