//! All commands of a runspace that a pattern names.

use super::function::{Alias, Function};
use super::info::{CommandInfo, CommandTypes};
use super::resolve::{CommandRef, as_command, bare_name, is_executable};
use crate::runspace::Runspace;
use crate::scope::Scopes;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Name, PsString, Result};
use std::collections::HashSet;
use std::sync::Arc;

impl Runspace {
    /// The functions that can be called here, the nearest of each name, in no order.
    pub fn functions(&self) -> Vec<Arc<Function>> {
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        for scope in self.scopes.chain(self.cur.scope) {
            for (name, function) in &self.scopes.get(scope).functions {
                if seen.insert(*name) {
                    found.push(function.clone());
                }
            }
        }
        found
    }

    /// The aliases that hold here, the nearest of each name, in no order.
    pub fn aliases(&self) -> Vec<Alias> {
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        for scope in self.scopes.chain(self.cur.scope) {
            for (name, alias) in &self.scopes.get(scope).aliases {
                if seen.insert(*name) {
                    found.push(alias.clone());
                }
            }
        }
        for alias in self.session.shared.commands.aliases() {
            let name = Name::intern(alias.name);
            if !self.removed_aliases.contains(&name) && seen.insert(name) {
                found.push(alias.into());
            }
        }
        found
    }

    /// Whether the program brings an alias of that name that was not removed here.
    pub fn is_built_in_alias(&self, name: &PsString) -> bool {
        let Some(name) = Name::find(&name.to_str()) else { return false };
        !self.removed_aliases.contains(&name) && self.session.shared.commands.alias(name).is_some()
    }

    /// The commands of these kinds whose names match, in no order; of programs and scripts the first in the
    /// session's PATH.
    pub fn commands_matching(&self, pattern: &Wildcard, kinds: CommandTypes) -> Vec<CommandInfo> {
        let mut found = Vec::new();
        if kinds.includes(CommandTypes::ALIAS) {
            let aliases = self.aliases().into_iter().filter(|alias| pattern.matches(&alias.name));
            found.extend(aliases.map(CommandInfo::Alias));
        }
        let functions = CommandTypes::FUNCTION.with(CommandTypes::FILTER);
        if kinds.includes(functions) {
            let named = self.functions().into_iter().filter(|function| pattern.matches(&function.name));
            found.extend(named.map(|function| CommandInfo::Command(CommandRef::Function(function))));
        }
        if kinds.includes(CommandTypes::CMDLET) {
            let cmdlets = self.session.shared.commands.cmdlets();
            let named = cmdlets.filter(|cmdlet| pattern.matches(&cmdlet.name.into()));
            found.extend(named.map(|cmdlet| CommandInfo::Command(CommandRef::Cmdlet(cmdlet))));
        }
        if kinds.includes(CommandTypes::APPLICATION.with(CommandTypes::EXTERNAL_SCRIPT)) {
            found.extend(self.programs_matching(pattern).into_iter().map(CommandInfo::Command));
        }
        found.retain(|info| kinds.includes(info.command_type()) && self.policy.shows(info));
        found
    }

    /// The commands of these kinds that a name without wildcards means, the one that runs first in front; the name
    /// may have a module before it, or be a path.
    ///
    /// # Errors
    /// What looking for files throws.
    pub fn commands_named(&mut self, name: &PsString, kinds: CommandTypes) -> Result<Vec<CommandInfo>> {
        let mut found = Vec::new();
        found.extend(self.alias(name).map(CommandInfo::Alias));
        let text = name.to_str();
        if bare_name(&text).len() < text.len() {
            found.extend(self.find_command(name)?.map(CommandInfo::Command));
        } else if let Some(interned) = Name::find(&text) {
            let function = self.function(interned).map(CommandRef::Function);
            found.extend(function.map(CommandInfo::Command));
            if let Some(cmdlet) = self.session.shared.commands.cmdlet(interned) {
                self.note_module_of(cmdlet);
                found.push(CommandInfo::Command(CommandRef::Cmdlet(cmdlet)));
            }
        }
        if kinds.includes(CommandTypes::APPLICATION.with(CommandTypes::EXTERNAL_SCRIPT)) {
            found.extend(self.files_named(&text, usize::MAX).into_iter().map(CommandInfo::Command));
        }
        if found.is_empty() && self.autoload(&text)? {
            found.extend(self.find_command(name)?.map(CommandInfo::Command));
        }
        found.retain(|info| kinds.includes(info.command_type()) && self.policy.shows(info));
        Ok(found)
    }

    fn programs_matching(&self, pattern: &Wildcard) -> Vec<CommandRef> {
        let Some(path) = self.session.process().env("PATH") else { return Vec::new() };
        let mut found = Vec::new();
        for folder in std::env::split_paths(&path) {
            let Ok(entries) = std::fs::read_dir(folder) else { continue };
            for entry in entries.flatten() {
                let name: PsString = entry.file_name().to_string_lossy().into();
                let full = entry.path();
                let is_script = full.extension().is_some_and(|e| e.eq_ignore_ascii_case("ps1"));
                if pattern.matches(&name) && full.is_file() && (is_script || is_executable(&full)) {
                    found.push(as_command(full));
                }
            }
        }
        found
    }

    /// The scope of the session's outermost names: of the module whose code runs, else the global one.
    pub fn top_scope(&self) -> u32 {
        self.home_of_current().unwrap_or(Scopes::GLOBAL)
    }
}
