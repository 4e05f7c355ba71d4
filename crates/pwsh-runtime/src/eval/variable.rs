//! Reading and storing variables.

use crate::code::Variable;
use crate::command::Validation;
use crate::runspace::Runspace;
use crate::scope::{Constraint, Found, ScopeId, Scopes, Slot, VariableCell};
use pwsh_syntax::ast::VariableScope;
use pwsh_value::{Category, Error, Name, Result, Value, convert};
use std::sync::Arc;

impl Runspace {
    /// The value of a slot of the running scope; a variable that is not set there is looked for further out.
    #[inline]
    pub(super) fn local(&mut self, slot: u32) -> Result<Value> {
        match self.scopes.local(self.cur.scope, slot) {
            Slot::Value(value) => Ok(value.clone()),
            Slot::Cell(cell) => Ok(cell.value()),
            Slot::Unset => self.read_by_name(self.slot_name(slot)),
        }
    }

    /// The value of the nearest variable of that name; without one null, an error in strict mode.
    fn read_by_name(&mut self, name: Name) -> Result<Value> {
        if let Some(found) = self.scopes.find(self.cur.scope, name) {
            return Ok(self.scopes.slot(found).value());
        }
        match self.automatic(name) {
            Some(value) => Ok(value),
            None => self.unset(name),
        }
    }

    /// What reading a variable gives that is not there.
    fn unset(&mut self, name: Name) -> Result<Value> {
        if !self.is_strict(1) {
            return Ok(Value::Null);
        }
        let text =
            format!("The variable '${}' cannot be retrieved because it has not been set.", name.text());
        Err(Error::runtime("VariableIsUndefined", text)
            .category(Category::InvalidOperation)
            .target(name.text()))
    }

    /// The name of a slot of the running scope.
    pub(super) fn slot_name(&self, slot: u32) -> Name {
        self.scopes.get(self.cur.scope).names()[slot as usize]
    }

    /// The value of the nearest variable of that name, null if there is none.
    pub fn lookup(&mut self, name: Name) -> Value {
        match self.scopes.find(self.cur.scope, name) {
            Some(found) => self.scopes.slot(found).value(),
            None => self.automatic(name).unwrap_or(Value::Null),
        }
    }

    /// Whether a variable of that name can be read.
    pub fn variable_exists(&mut self, name: Name) -> bool {
        self.scopes.find(self.cur.scope, name).is_some() || self.automatic(name).is_some()
    }

    /// Reads a variable as source names it.
    pub(super) fn read_variable(&mut self, variable: &Variable) -> Result<Value> {
        if let Some(path) = &variable.path {
            return self.read_drive_item(path);
        }
        match variable.scope {
            VariableScope::Global | VariableScope::Script | VariableScope::Local | VariableScope::Private => {
                let scope = self.scope_named(variable.scope);
                Ok(match self.scopes.find_in(scope, variable.name) {
                    Some(found) => self.scopes.slot(found).value(),
                    None => {
                        let automatic = match variable.scope {
                            VariableScope::Local => self.automatic(variable.name),
                            _ => None,
                        };
                        match automatic {
                            Some(value) => value,
                            None => self.unset(variable.name)?,
                        }
                    }
                })
            }
            _ => self.read_by_name(variable.name),
        }
    }

    /// The scope that a prefix names here.
    pub(crate) fn scope_named(&self, scope: VariableScope) -> ScopeId {
        match scope {
            VariableScope::Global => Scopes::GLOBAL,
            VariableScope::Script => self.scopes.script_scope(self.cur.scope),
            _ => self.cur.scope,
        }
    }

    /// Stores a value in a variable as source names it.
    pub(super) fn store_variable(&mut self, variable: &Variable, value: Value) -> Result<()> {
        if let Some(path) = &variable.path {
            return self.write_drive_item(path, value);
        }
        let scope = self.scope_named(variable.scope);
        self.store(scope, variable.name, value)
    }

    /// Stores a value in the variable of that name in a scope, by its constraints and options.
    pub fn store(&mut self, scope: ScopeId, name: Name, value: Value) -> Result<()> {
        if let Some(cell) = self.all_scope_cell(scope, name) {
            return self.store_in_cell(&cell, value);
        }
        if let Slot::Cell(cell) = self.scopes.place_in(scope, name) {
            let cell = cell.clone();
            return self.store_in_cell(&cell, value);
        }
        let old = std::mem::replace(self.scopes.place_in(scope, name), Slot::Value(value));
        drop(old);
        Ok(())
    }

    /// The variable further out that no inner scope may shadow: the session's own are global.
    fn all_scope_cell(&self, scope: ScopeId, name: Name) -> Option<Arc<VariableCell>> {
        let found = match self.scopes.has_all_scope {
            true => self.scopes.find(scope, name),
            false => self.scopes.find_in(Scopes::GLOBAL, name),
        };
        match self.scopes.slot(found?) {
            Slot::Cell(cell) if cell.options().all_scope => Some(cell.clone()),
            _ => None,
        }
    }

    /// Sets a variable in a scope past constraints and options.
    pub fn set_in(&mut self, scope: ScopeId, name: Name, value: Value) {
        let slot = self.scopes.place_in(scope, name);
        let old = match slot {
            Slot::Cell(cell) => {
                cell.replace(value);
                return;
            }
            slot => std::mem::replace(slot, Slot::Value(value)),
        };
        drop(old);
    }

    /// Stores a value in a variable's cell: options are heeded, constraints applied.
    pub fn store_in_cell(&mut self, cell: &VariableCell, value: Value) -> Result<()> {
        let options = cell.options();
        if options.constant || options.read_only {
            let name = cell.name.text();
            return Err(Error::new(
                "System.Management.Automation.SessionStateUnauthorizedAccessException",
                format!("Cannot overwrite variable {name} because it is read-only or constant."),
            )
            .id("VariableNotWritable")
            .category(Category::WriteError)
            .target(name));
        }
        let value = self.apply_constraints(cell, value).map_err(|refused| match refused {
            Refused::Conversion(error) => metadata_error(error),
            Refused::Check(error) => error,
        })?;
        cell.replace(value);
        Ok(())
    }

    /// The same for a variable that the running block assigns as its own: there the conversion is a plain cast.
    pub(super) fn store_in_own(&mut self, cell: &VariableCell, value: Value) -> Result<()> {
        let options = cell.options();
        if options.constant || options.read_only {
            return self.store_in_cell(cell, value);
        }
        let value = self.apply_constraints(cell, value).map_err(|refused| match refused {
            Refused::Conversion(error) | Refused::Check(error) => error,
        })?;
        cell.replace(value);
        Ok(())
    }

    /// The same where the constraints are new: what they refuse cannot take them.
    pub(super) fn store_constrained(&mut self, cell: &VariableCell, value: Value, own: bool) -> Result<()> {
        let options = cell.options();
        if options.constant || options.read_only {
            return self.store_in_cell(cell, value);
        }
        let checked = self.apply_constraints(cell, value.clone());
        let value = match checked {
            Ok(value) => value,
            Err(Refused::Conversion(error)) if own => return Err(error),
            Err(Refused::Conversion(error)) => return Err(metadata_error(error)),
            Err(Refused::Check(_)) => {
                let shown = convert::to_text(self, &value)?;
                let text = format!(
                    "The attribute cannot be added because variable {} with value {shown} would no longer be valid.",
                    cell.name.text()
                );
                return Err(refused_by_attribute(text));
            }
        };
        cell.replace(value);
        Ok(())
    }

    fn apply_constraints(&mut self, cell: &VariableCell, mut value: Value) -> Result<Value, Refused> {
        for constraint in cell.constraints() {
            value = match constraint {
                Constraint::Type(ty) => {
                    self.check_conversion(&ty).map_err(Refused::Conversion)?;
                    convert::to(self, &value, &ty).map_err(Refused::Conversion)?
                }
                Constraint::Validate(validation) => {
                    self.validate_variable(cell.name, &validation, &value).map_err(Refused::Check)?;
                    value
                }
            };
        }
        Ok(value)
    }

    /// An attribute on a variable refuses the value in its own way, whatever the attribute.
    fn validate_variable(&mut self, name: Name, validation: &Validation, value: &Value) -> Result<()> {
        if crate::binder::check(self, validation, value).is_ok() {
            return Ok(());
        }
        let shown = convert::to_text(self, value)?;
        let text = format!(
            "The variable cannot be validated because the value {shown} is not a valid value for the {} variable.",
            name.text()
        );
        Err(refused_by_attribute(text))
    }

    /// The variable itself, so that it can be held from elsewhere: `[ref]`, Get-Variable.
    pub fn variable_cell(&mut self, scope: ScopeId, name: Name) -> Arc<VariableCell> {
        let found = self.scopes.find(scope, name);
        let slot = match found {
            Some(found) => self.scopes.slot_mut(found),
            None => self.scopes.place_in(scope, name),
        };
        match slot {
            Slot::Cell(cell) => cell.clone(),
            slot => {
                let cell = Arc::new(VariableCell::new(name, slot.value()));
                *slot = Slot::Cell(cell.clone());
                cell
            }
        }
    }

    /// `$_`.
    pub(crate) fn item(&self) -> Value {
        self.scopes.chain(self.cur.scope).find_map(|s| self.scopes.get(s).item.clone()).unwrap_or(Value::Null)
    }

    /// `$_` of this very scope.
    pub(crate) fn item_here(&self) -> Option<Value> {
        self.scopes.get(self.cur.scope).item.clone()
    }

    /// Sets `$_` in the running scope and gives the former one.
    pub(crate) fn set_item(&mut self, item: Option<Value>) -> Option<Value> {
        std::mem::replace(&mut self.scopes.get_mut(self.cur.scope).item, item)
    }

    /// The value of a variable that the engine makes when it is asked for.
    fn automatic(&mut self, name: Name) -> Option<Value> {
        crate::automatic::value(self, name)
    }

    /// Where a variable of that name is found from the running scope.
    pub fn find_variable(&self, name: Name) -> Option<Found> {
        self.scopes.find(self.cur.scope, name)
    }
}

/// What a variable's types and attributes do not take.
enum Refused {
    /// The value is none of the type.
    Conversion(Error),
    /// An attribute refuses it.
    Check(Error),
}

fn refused_by_attribute(text: String) -> Error {
    Error::new("System.Management.Automation.ValidationMetadataException", text)
        .id("ValidateSetFailure")
        .category(Category::MetadataError)
}

fn metadata_error(error: Error) -> Error {
    let Some(thrown) = error.thrown() else { return error };
    let inner = thrown.exception.clone();
    let text = error.message();
    let exception = pwsh_value::payload::Exception::object(
        pwsh_value::ty::named("System.Management.Automation.ArgumentTransformationMetadataException"),
        text,
        Some(inner),
    );
    Error::throw(exception).id("RuntimeException").category(Category::MetadataError)
}
