//! The program's own modules. Their cmdlets are always there; a module counts as loaded once one of them was asked
//! for, as PowerShell loads it then.

use super::{Exports, Manifest, Module, ModuleKind, ModuleVersion};
use crate::runspace::Runspace;
use crate::session::Shared;
use pwsh_value::{Name, PsString};
use std::sync::Arc;

/// A module of the program.
#[derive(Debug)]
pub struct BuiltInModule {
    /// Its name, which its cmdlets bear.
    pub name: &'static str,
    /// Its identifier.
    pub guid: &'static str,
}

/// The module that is no module: what a session has without loading anything.
pub const CORE: &str = "Microsoft.PowerShell.Core";

/// The version of all of them.
pub const VERSION: &str = "7.0.0.0";

/// The modules.
pub static MODULES: [BuiltInModule; 4] = [
    BuiltInModule { name: "Microsoft.PowerShell.Host", guid: "56d66100-99a0-4ffc-a12d-eee9a6718aef" },
    BuiltInModule { name: "Microsoft.PowerShell.Management", guid: "eefcb906-b326-4e99-9f54-8b4bb6ef3c6d" },
    BuiltInModule { name: "Microsoft.PowerShell.Security", guid: "a94c8c7e-9810-47c0-b8af-65089c13a35a" },
    BuiltInModule { name: "Microsoft.PowerShell.Utility", guid: "1da87e53-152b-403e-98dc-74d7b4d63d59" },
];

/// The module of that name, case ignored.
pub fn named(name: &str) -> Option<&'static BuiltInModule> {
    MODULES.iter().find(|module| module.name.eq_ignore_ascii_case(name))
}

impl BuiltInModule {
    /// The module as an object of the runspace's table.
    pub fn module(&self, shared: &Shared, home: &str) -> Arc<Module> {
        let path = format!("{home}/Modules/{0}/{0}.psd1", self.name);
        let version = ModuleVersion::parse(VERSION).unwrap_or(ModuleVersion::NONE);
        let mut manifest = Manifest::of_version(version);
        manifest.guid = self.guid.into();
        for (key, text) in [
            ("Author", "PowerShell"),
            ("CompanyName", "Microsoft Corporation"),
            ("Copyright", "Copyright (c) Microsoft Corporation."),
            ("HelpInfoUri", "https://aka.ms/powershell75-help"),
            ("PowerShellVersion", "3.0"),
        ] {
            manifest.set_text(key, text);
        }
        manifest.set_texts("CompatiblePSEditions", &["Core"]);
        let module = Module::new(self.name.into(), path.into(), ModuleKind::Manifest, None, manifest);
        let mut cmdlets: Vec<_> =
            shared.commands.cmdlets().filter(|cmdlet| cmdlet.module == self.name).collect();
        cmdlets.sort_by_key(|cmdlet| cmdlet.name);
        module.with(|state| state.exports = Exports { cmdlets, ..Exports::default() });
        module
    }
}

impl Runspace {
    /// Notes that a module of the program is loaded now, if it was not.
    pub fn load_built_in(&mut self, module: &'static BuiltInModule) -> Arc<Module> {
        if let Some(loaded) = self.modules.named(&module.name.into()) {
            return loaded;
        }
        let made = module.module(&self.session.shared.clone(), &self.home_folder());
        self.modules.add(made.clone());
        made
    }

    /// `$PSHOME`.
    pub(crate) fn home_folder(&mut self) -> String {
        match self.lookup(Name::intern("PSHOME")) {
            pwsh_value::Value::String(folder) => folder.to_str().into_owned(),
            _ => String::new(),
        }
    }

    /// Whether the cmdlets of the module of that name count as loaded.
    pub fn is_loaded(&self, module: &PsString) -> bool {
        module.is_empty() || module.is(CORE) || self.modules.named(module).is_some()
    }
}
