//! What a module lets others see, and how it comes into their scopes.

use super::Module;
use crate::command::{Alias, CmdletDeclaration, Function};
use crate::runspace::Runspace;
use crate::scope::{ScopeId, Scopes, Slot, VariableCell};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Name, PsString, Result};
use std::sync::Arc;

/// The members of a module that others see.
#[derive(Clone, Default)]
pub struct Exports {
    /// Functions and filters.
    pub functions: Vec<Arc<Function>>,
    /// Cmdlets.
    pub cmdlets: Vec<&'static CmdletDeclaration>,
    /// Aliases.
    pub aliases: Vec<Alias>,
    /// Variables, shared with the module.
    pub variables: Vec<Arc<VariableCell>>,
}

/// Which members are meant, by patterns of each kind; `None`: nothing was said of that kind.
#[derive(Clone, Default)]
pub struct MemberPatterns {
    /// Of functions.
    pub functions: Option<Vec<PsString>>,
    /// Of cmdlets.
    pub cmdlets: Option<Vec<PsString>>,
    /// Of aliases.
    pub aliases: Option<Vec<PsString>>,
    /// Of variables.
    pub variables: Option<Vec<PsString>>,
}

/// How a module is imported.
#[derive(Clone, Default)]
pub struct Import {
    /// What of it; with nothing said all, else only what is said.
    pub patterns: MemberPatterns,
    /// What stands before the nouns of its commands.
    pub prefix: PsString,
    /// Whether what is there already stays.
    pub no_clobber: bool,
}

impl MemberPatterns {
    /// Whether nothing was said of any kind.
    pub fn is_empty(&self) -> bool {
        self.functions.is_none()
            && self.cmdlets.is_none()
            && self.aliases.is_none()
            && self.variables.is_none()
    }
}

fn matches(patterns: &[PsString], name: &PsString) -> Result<bool> {
    for pattern in patterns {
        if Wildcard::new(pattern, Case::Ignore)?.matches(name) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn chosen<T: Clone>(
    all: &[T],
    patterns: Option<&[PsString]>,
    name: impl Fn(&T) -> PsString,
) -> Result<Vec<T>> {
    let mut chosen = Vec::new();
    for item in all {
        let wanted = match patterns {
            Some(patterns) => matches(patterns, &name(item))?,
            None => true,
        };
        if wanted {
            chosen.push(item.clone());
        }
    }
    Ok(chosen)
}

impl Exports {
    /// Those that the patterns name; a kind of which they say nothing is `kept` whole or left out.
    ///
    /// # Errors
    /// A pattern that is none.
    pub fn filtered(&self, patterns: &MemberPatterns, kept: bool) -> Result<Exports> {
        let of = |patterns: &Option<Vec<PsString>>| match patterns {
            Some(patterns) => Some(patterns.clone()),
            None if kept => None,
            None => Some(Vec::new()),
        };
        Ok(Exports {
            functions: chosen(&self.functions, of(&patterns.functions).as_deref(), |f| f.name.clone())?,
            cmdlets: chosen(&self.cmdlets, of(&patterns.cmdlets).as_deref(), |c| c.name.into())?,
            aliases: chosen(&self.aliases, of(&patterns.aliases).as_deref(), |a| a.name.clone())?,
            variables: chosen(&self.variables, of(&patterns.variables).as_deref(), |v| v.name.text())?,
        })
    }

    /// Adds what is not there yet.
    pub fn extend(&mut self, more: Exports) {
        for function in more.functions {
            self.functions.retain(|known| !known.name.eq_ignore_case(&function.name));
            self.functions.push(function);
        }
        for cmdlet in more.cmdlets {
            if !self.cmdlets.iter().any(|known| known.name == cmdlet.name) {
                self.cmdlets.push(cmdlet);
            }
        }
        for alias in more.aliases {
            self.aliases.retain(|known| !known.name.eq_ignore_case(&alias.name));
            self.aliases.push(alias);
        }
        for variable in more.variables {
            self.variables.retain(|known| known.name != variable.name);
            self.variables.push(variable);
        }
    }
}

/// A command's name with a prefix before its noun.
fn prefixed(name: &PsString, prefix: &PsString) -> PsString {
    if prefix.is_empty() {
        return name.clone();
    }
    let text = name.to_str();
    match text.split_once('-') {
        Some((verb, noun)) => format!("{verb}-{prefix}{noun}").into(),
        None => format!("{prefix}{text}").into(),
    }
}

impl Runspace {
    /// All members in a module's scope, in the order of their names: what it may export.
    pub(super) fn members_of_scope(&mut self, scope: ScopeId) -> Exports {
        let held = self.scopes.get(scope);
        let mut functions: Vec<_> = held.functions.values().cloned().collect();
        functions.sort_by_key(|function| function.code().ast.extent.start);
        let mut aliases: Vec<_> = held.aliases.values().cloned().collect();
        aliases.sort_by_key(|alias| alias.name.to_str().to_lowercase());
        let names: Vec<Name> = self.scopes.variables(scope).into_iter().map(|(name, _)| name).collect();
        let variables = names.into_iter().map(|name| self.variable_cell(scope, name)).collect();
        Exports { functions, cmdlets: Vec::new(), aliases, variables }
    }

    /// Puts what a module exports into a scope.
    ///
    /// # Errors
    /// A pattern that is none.
    pub fn import_members(
        &mut self,
        module: &Arc<Module>,
        import: &Import,
        into: ScopeId,
    ) -> Result<Exports> {
        let all = module.exports();
        let members = match import.patterns.is_empty() {
            true => all,
            false => all.filtered(&import.patterns, false)?,
        };
        let mut imported = members.clone();
        imported.functions.clear();
        imported.aliases.clear();
        for function in members.functions {
            let name = prefixed(&function.name, &import.prefix);
            let key = Name::intern(&name.to_str());
            if import.no_clobber && self.function(key).is_some() {
                continue;
            }
            let function = Function { name, body: function.body.clone(), module: module.name.clone() };
            let function = Arc::new(function);
            self.scopes.get_mut(into).functions.insert(key, function.clone());
            imported.functions.push(function);
        }
        for alias in members.aliases {
            let name = prefixed(&alias.name, &import.prefix);
            if import.no_clobber && self.alias(&name).is_some() {
                continue;
            }
            let key = Name::intern(&name.to_str());
            let alias = Alias { name, module: module.name.clone(), ..alias };
            self.scopes.get_mut(into).aliases.insert(key, alias.clone());
            imported.aliases.push(alias);
        }
        for variable in members.variables {
            if import.no_clobber && self.scopes.find_in(into, variable.name).is_some() {
                continue;
            }
            let name = variable.name;
            *self.scopes.place_in(into, name) = Slot::Cell(variable);
        }
        self.command_generation += 1;
        Ok(imported)
    }

    /// Takes what came from a module out of the scopes that import from modules.
    pub(super) fn remove_members(&mut self, module: &Arc<Module>) {
        let mut scopes: Vec<ScopeId> = self.modules.all().iter().filter_map(|other| other.scope).collect();
        scopes.extend(self.scopes.chain(self.cur.scope));
        scopes.push(Scopes::GLOBAL);
        scopes.retain(|scope| Some(*scope) != module.scope);
        let exports = module.exports();
        for scope in scopes {
            let held = self.scopes.get_mut(scope);
            held.functions
                .retain(|_, function| !exports.functions.iter().any(|f| f.body.same(&function.body)));
            held.aliases.retain(|_, alias| alias.module != module.name || alias.module.is_empty());
            for variable in &exports.variables {
                if let Some(found) = self.scopes.find_in(scope, variable.name)
                    && let Slot::Cell(cell) = self.scopes.slot(found)
                    && Arc::ptr_eq(cell, variable)
                {
                    self.scopes.remove(found);
                }
            }
        }
        self.command_generation += 1;
    }
}
