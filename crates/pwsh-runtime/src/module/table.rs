//! What a runspace has loaded.

use super::Module;
use crate::scope::ScopeId;
use pwsh_value::PsString;
use std::sync::Arc;

/// The modules of a runspace.
#[derive(Default)]
pub struct ModuleTable {
    /// Those that Get-Module shows, in the order of their import.
    imported: Vec<Arc<Module>>,
    /// Those whose code has a scope, imported or not.
    scoped: Vec<Arc<Module>>,
    /// Whether a module is being loaded for the sake of a command, which looks for no further one.
    pub(crate) autoloading: bool,
}

impl ModuleTable {
    /// The modules that Get-Module shows, in the order of their import.
    pub fn imported(&self) -> &[Arc<Module>] {
        &self.imported
    }

    /// All modules, those nested in others too.
    pub fn all(&self) -> Vec<Arc<Module>> {
        let mut all: Vec<Arc<Module>> = Vec::new();
        let mut next: Vec<Arc<Module>> = self.imported.iter().rev().cloned().collect();
        while let Some(module) = next.pop() {
            if all.iter().any(|known| Arc::ptr_eq(known, &module)) {
                continue;
            }
            next.extend(module.with(|state| state.nested.clone()).into_iter().rev());
            all.push(module);
        }
        all
    }

    /// The imported module of that name, the last one of several.
    pub fn named(&self, name: &PsString) -> Option<Arc<Module>> {
        self.imported.iter().rev().find(|module| module.name.eq_ignore_case(name)).cloned()
    }

    /// The module whose code has this scope.
    pub fn of_scope(&self, scope: ScopeId) -> Option<&Arc<Module>> {
        self.scoped.iter().find(|module| module.scope == Some(scope))
    }

    /// Adds a module to those that Get-Module shows.
    pub fn add(&mut self, module: Arc<Module>) {
        self.remove(&module);
        self.imported.push(module);
    }

    /// Remembers whose scope a module's is.
    pub(super) fn add_scoped(&mut self, module: Arc<Module>) {
        self.scoped.push(module);
    }

    /// Takes a module from those that Get-Module shows. Its scope stays: blocks may still run in it.
    pub fn remove(&mut self, module: &Arc<Module>) {
        self.imported.retain(|known| !Arc::ptr_eq(known, module));
    }
}
