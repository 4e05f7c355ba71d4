//! The items of the session's own drives: environment, variables, functions, aliases.

use super::drive::Provider;
use super::item_path::ItemPath;
use crate::command::{Alias, ScriptBlock};
use crate::runspace::Runspace;
use crate::scope::{Found, Slot};
use pwsh_value::{Category, Error, Name, PsString, Result, Value, convert};

impl Runspace {
    /// The names of all items of a drive of the session, in no order; none for the file system.
    pub fn session_names(&mut self, provider: Provider) -> Vec<String> {
        match provider {
            Provider::Environment => {
                let environment = self.session.process().environment();
                environment.into_iter().map(|(name, _)| name.to_string_lossy().into_owned()).collect()
            }
            Provider::Variable => self.names_in_scopes(|rs, scope| {
                let variables = rs.scopes.variables(scope);
                variables
                    .into_iter()
                    .filter(|(_, slot)| !matches!(slot, Slot::Unset))
                    .map(|(name, _)| name)
                    .collect()
            }),
            Provider::Function => {
                self.names_in_scopes(|rs, scope| rs.scopes.get(scope).functions.keys().copied().collect())
            }
            Provider::Alias => {
                let mut names =
                    self.names_in_scopes(|rs, scope| rs.scopes.get(scope).aliases.keys().copied().collect());
                for alias in self.session.shared.commands.aliases() {
                    let name = alias.name;
                    let known = Name::find(name).is_some_and(|name| self.removed_aliases.contains(&name));
                    if !known && !names.iter().any(|n| n.eq_ignore_ascii_case(name)) {
                        names.push(name.into());
                    }
                }
                names
            }
            Provider::FileSystem => Vec::new(),
        }
    }

    fn names_in_scopes(&self, of: impl Fn(&Runspace, u32) -> Vec<Name>) -> Vec<String> {
        let mut names: Vec<Name> =
            self.scopes.chain(self.cur.scope).flat_map(|scope| of(self, scope)).collect();
        names.sort_unstable();
        names.dedup();
        // Names that no script can write are the engine's own.
        names
            .into_iter()
            .map(|name| name.text().to_string())
            .filter(|name| !name.starts_with('\u{1}'))
            .collect()
    }

    /// The value of an item of the session: a text, a variable's value, a function's block, the name that an
    /// alias stands for. `None`: there is no such item.
    pub fn session_item(&mut self, item: &ItemPath) -> Option<Value> {
        match item.provider {
            Provider::Environment => {
                let value = self.session.process().env(&item.path)?;
                Some(value.to_string_lossy().into_owned().into())
            }
            Provider::Variable => {
                let name = Name::find(&item.path)?;
                self.variable_exists(name).then(|| self.lookup(name))
            }
            Provider::Function => {
                let function = Name::find(&item.path).and_then(|name| self.function(name))?;
                Some(Value::Object(function.body.clone()))
            }
            Provider::Alias => Some(Value::String(self.alias(&item.path.as_str().into())?.definition)),
            Provider::FileSystem => None,
        }
    }

    /// Sets an item of the session, making it if need be. A null takes it away.
    ///
    /// # Errors
    /// What a variable of that name refuses; a value that is no text nor block where one is needed.
    pub fn set_session_item(&mut self, item: &ItemPath, value: Value) -> Result<()> {
        match item.provider {
            Provider::Environment => {
                let text = if value.is_null() { None } else { Some(convert::to_text(self, &value)?) };
                self.session.process().set_env(&item.path, text.as_ref().map(PsString::to_str).as_deref());
                Ok(())
            }
            Provider::Variable => {
                let name = Name::intern(&item.path);
                let scope = self.cur.scope;
                self.store(scope, name, value)
            }
            Provider::Function if value.is_null() => self.remove_session_item(item, true),
            Provider::Function => {
                let body = match value.as_object() {
                    Some(body) if body.get::<ScriptBlock>().is_some() => body.clone(),
                    _ => {
                        let text = convert::to_text(self, &value)?;
                        ScriptBlock::object(self.parse(&text.to_str())?)
                    }
                };
                self.define_function(&item.path.as_str().into(), body);
                Ok(())
            }
            Provider::Alias if value.is_null() => self.remove_session_item(item, false),
            Provider::Alias => {
                let definition = convert::to_text(self, &value)?;
                if let Some(alias) = self.alias(&item.path.as_str().into())
                    && (alias.options.constant || alias.options.read_only)
                {
                    return Err(alias_not_writable(&item.path));
                }
                let alias = Alias::new(item.path.as_str().into(), definition);
                let scope = self.cur.scope;
                self.scopes.get_mut(scope).aliases.insert(Name::intern(&item.path), alias);
                self.command_generation += 1;
                Ok(())
            }
            Provider::FileSystem => Err(not_supported()),
        }
    }

    /// Removes an item of the session that is there; with `force` also a read-only one.
    ///
    /// # Errors
    /// VariableNotRemovable and AliasNotRemovable for what is constant or read-only, VariableNotRemovableRare for a
    /// variable in a slot of a block.
    pub fn remove_session_item(&mut self, item: &ItemPath, force: bool) -> Result<()> {
        let name = Name::intern(&item.path);
        let scopes: Vec<u32> = self.scopes.chain(self.cur.scope).collect();
        match item.provider {
            Provider::Environment => self.session.process().set_env(&item.path, None),
            Provider::Variable => {
                if let Some(found) = self.find_variable(name) {
                    if let Slot::Cell(cell) = self.scopes.slot(found)
                        && (cell.options().constant || cell.options().read_only && !force)
                    {
                        return Err(not_removable(&item.path));
                    }
                    if matches!(found, Found::Slot(..)) {
                        return Err(in_a_slot(&item.path));
                    }
                    self.scopes.remove(found);
                }
            }
            Provider::Function => {
                let holds = |rs: &Runspace, scope: u32| rs.scopes.get(scope).functions.contains_key(&name);
                if let Some(scope) = scopes.into_iter().find(|scope| holds(self, *scope)) {
                    self.scopes.get_mut(scope).functions.remove(&name);
                }
                self.command_generation += 1;
            }
            Provider::Alias => {
                if let Some(alias) = self.alias(&item.path.as_str().into())
                    && (alias.options.constant || alias.options.read_only && !force)
                {
                    return Err(alias_not_removable(&item.path));
                }
                let holds = |rs: &Runspace, scope: u32| rs.scopes.get(scope).aliases.contains_key(&name);
                match scopes.into_iter().find(|scope| holds(self, *scope)) {
                    Some(scope) => drop(self.scopes.get_mut(scope).aliases.remove(&name)),
                    None => drop(self.removed_aliases.insert(name)),
                }
                self.command_generation += 1;
            }
            Provider::FileSystem => return Err(not_supported()),
        }
        Ok(())
    }
}

fn not_removable(name: &str) -> Error {
    let text = format!(
        "Cannot remove variable {name} because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option."
    );
    forbidden(text, "VariableNotRemovable", name)
}

fn in_a_slot(name: &str) -> Error {
    let text = format!(
        "Cannot remove variable {name} because the variable has been optimized and is not removable. Try using the Remove-Variable cmdlet (without any aliases), or dot-sourcing the command that you are using to remove the variable."
    );
    forbidden(text, "VariableNotRemovableRare", name)
}

fn alias_not_removable(name: &str) -> Error {
    let text = format!("Alias was not removed because alias {name} is constant or read-only.");
    forbidden(text, "AliasNotRemovable", name)
}

fn alias_not_writable(name: &str) -> Error {
    let text = format!(
        "Alias is not writeable because alias {name} is read-only or constant and cannot be written to."
    );
    forbidden(text, "AliasNotWritable", name)
}

fn forbidden(text: String, id: &str, name: &str) -> Error {
    Error::new("System.Management.Automation.SessionStateUnauthorizedAccessException", text)
        .id(id)
        .category(Category::WriteError)
        .target(name)
}

fn not_supported() -> Error {
    let text = "Provider operation stopped because the provider does not support this operation.";
    Error::new("System.Management.Automation.PSNotSupportedException", text)
        .id("NotSupported")
        .category(Category::NotImplemented)
}
