//! Modules: code with a scope of its own, of which others see what it exports.
//!
//! A module is made of a script block (New-Module), a script file (`.psm1`), or a manifest (`.psd1`) that names
//! either; the program's own modules ([`built_in`]) are there without files. `load` runs a module's code in its
//! scope, `exports` says what of it others see and puts that into their scopes, [`ModuleTable`] keeps what a
//! runspace has loaded, [`discovery`] finds modules by name and commands by module.

pub mod built_in;
pub mod discovery;
mod exports;
mod load;
mod manifest;
mod table;
mod version;

pub use exports::{Exports, Import, MemberPatterns};
pub use load::{ModuleSource, Wanted};
pub use manifest::Manifest;
pub use table::ModuleTable;
pub use version::ModuleVersion;

use crate::scope::ScopeId;
use parking_lot::Mutex;
use pwsh_value::{PsString, Value};
use std::sync::Arc;

/// `ModuleType`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ModuleKind {
    /// A script or script block.
    Script = 0,
    /// Compiled code: the program's own.
    Binary = 1,
    /// A manifest without a script of its own.
    Manifest = 2,
}

/// A module.
pub struct Module {
    /// Its name.
    pub name: PsString,
    /// Its file; of a module made of a block an identifier.
    pub path: PsString,
    /// The folder of its file.
    pub base: PsString,
    /// What it is made of.
    pub kind: ModuleKind,
    /// The scope of its code; `None`: it has none, or it is not loaded.
    pub scope: Option<ScopeId>,
    /// What its manifest says.
    pub manifest: Manifest,
    state: Mutex<ModuleState>,
}

/// What changes of a module while it is loaded.
#[derive(Default)]
pub struct ModuleState {
    /// What others see.
    pub exports: Exports,
    /// Whether Export-ModuleMember said what that is.
    pub declared: bool,
    /// The modules that it imported for itself.
    pub nested: Vec<Arc<Module>>,
    /// The block that runs before it is removed.
    pub on_remove: Value,
    /// `PrivateData`, the manifest's or what script put there.
    pub private_data: Value,
    /// `Description`
    pub description: PsString,
    /// `AccessMode` as a number: 0 read and write, 1 read-only, 2 constant.
    pub access_mode: i64,
    /// The prefix that it was imported with.
    pub prefix: PsString,
}

impl Module {
    /// A module that has exported nothing yet.
    pub fn new(
        name: PsString,
        path: PsString,
        kind: ModuleKind,
        scope: Option<ScopeId>,
        manifest: Manifest,
    ) -> Arc<Module> {
        let base = path.to_str().rsplit_once('/').map_or_else(PsString::empty, |(folder, _)| folder.into());
        let state = ModuleState {
            private_data: manifest.private_data.clone(),
            description: manifest.text("Description"),
            ..ModuleState::default()
        };
        Arc::new(Module { name, path, base, kind, scope, manifest, state: Mutex::new(state) })
    }

    /// Works on what changes; the function must not call script.
    pub fn with<R>(&self, work: impl FnOnce(&mut ModuleState) -> R) -> R {
        work(&mut self.state.lock())
    }

    /// What others see.
    pub fn exports(&self) -> Exports {
        self.state.lock().exports.clone()
    }
}
