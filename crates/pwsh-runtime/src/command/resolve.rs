//! From a command's name to the command: aliases, then functions, then cmdlets, then programs and scripts.

use super::cmdlet::CmdletDeclaration;
use super::function::{Alias, Function};
use super::info::CommandInfo;
use crate::Runspace;
use crate::module::built_in;
use crate::scope::Scopes;
use pwsh_value::payload::Exception;
use pwsh_value::{Category, Error, Name, PsString, Result, Value};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A command that was found.
#[derive(Clone)]
pub enum CommandRef {
    /// A cmdlet.
    Cmdlet(&'static CmdletDeclaration),
    /// A function or filter.
    Function(Arc<Function>),
    /// A script file.
    Script(Arc<Path>),
    /// A native program.
    Native(Arc<Path>),
    /// A script block: what runs has no command's name.
    Block,
}

/// Aliases are followed at most this often, so that two that name each other end.
const ALIAS_DEPTH: usize = 32;

impl CommandRef {
    /// The command's name, a program's file name.
    pub fn name(&self) -> PsString {
        match self {
            CommandRef::Cmdlet(declaration) => declaration.name.into(),
            CommandRef::Function(function) => function.name.clone(),
            CommandRef::Script(path) | CommandRef::Native(path) => {
                path.file_name().unwrap_or_default().to_string_lossy().into()
            }
            CommandRef::Block => PsString::empty(),
        }
    }
}

impl Runspace {
    /// The command that `name` means here.
    ///
    /// # Errors
    /// `CommandNotFoundException`, for the name that an alias leads to.
    pub fn resolve_command(&mut self, name: &PsString) -> Result<CommandRef> {
        match self.find_command(name)? {
            Some(found) => Ok(found),
            None => Err(command_not_found(&self.behind_aliases(name))),
        }
    }

    /// The name that a name leads to by aliases that the running code may use.
    fn behind_aliases(&self, name: &PsString) -> PsString {
        let mut name = name.clone();
        for _ in 0..ALIAS_DEPTH {
            match self.alias(&name) {
                Some(alias) if self.may_call(&CommandInfo::Alias(alias.clone())) => name = alias.definition,
                _ => break,
            }
        }
        name
    }

    /// The command that `name` means here, `None` if there is none, or none that the running code may call. A module
    /// that brings it is imported.
    pub fn find_command(&mut self, name: &PsString) -> Result<Option<CommandRef>> {
        let name = self.behind_aliases(name);
        let text = name.to_str();
        let found = self.known_command(&text).or_else(|| self.find_file(&text));
        if let Some(found) = found {
            return Ok(self.may_call(&CommandInfo::Command(found.clone())).then_some(found));
        }
        if !(self.policy.hides_commands() && self.is_bound_by_policy()) && self.autoload(&text)? {
            return Ok(self.known_command(&text));
        }
        Ok(None)
    }

    /// The function or cmdlet that a name means, which may have a module's before it.
    fn known_command(&mut self, text: &str) -> Option<CommandRef> {
        let bare = bare_name(text);
        let interned = Name::find(bare)?;
        if bare.len() < text.len() {
            let module: PsString = text[..text.len() - bare.len() - 1].into();
            return self.command_of_module(&module, interned);
        }
        if let Some(function) = self.function(interned) {
            return Some(CommandRef::Function(function));
        }
        let cmdlet = self.session.shared.commands.cmdlet(interned)?;
        self.note_module_of(cmdlet);
        Some(CommandRef::Cmdlet(cmdlet))
    }

    fn command_of_module(&mut self, module: &PsString, name: Name) -> Option<CommandRef> {
        if let Some(cmdlet) = self.session.shared.commands.cmdlet(name)
            && module.is(cmdlet.module)
        {
            self.note_module_of(cmdlet);
            return Some(CommandRef::Cmdlet(cmdlet));
        }
        let wanted = name.text();
        let exported = self.modules.named(module)?.exports().functions;
        exported.into_iter().find(|f| f.name.eq_ignore_case(&wanted)).map(CommandRef::Function)
    }

    /// The module of a cmdlet counts as loaded once the cmdlet was asked for.
    pub(super) fn note_module_of(&mut self, cmdlet: &CmdletDeclaration) {
        if self.last_module != cmdlet.module {
            self.last_module = cmdlet.module;
            if let Some(module) = built_in::named(cmdlet.module) {
                self.load_built_in(module);
            }
        }
    }

    /// The nearest alias of that name.
    pub fn alias(&self, name: &PsString) -> Option<Alias> {
        let interned = Name::find(&name.to_str())?;
        if let Some(alias) =
            self.scopes.chain(self.cur.scope).find_map(|s| self.scopes.get(s).aliases.get(&interned))
        {
            return Some(alias.clone());
        }
        if self.removed_aliases.contains(&interned) {
            return None;
        }
        self.session.shared.commands.alias(interned).map(Alias::from)
    }

    /// The nearest function of that name.
    pub fn function(&self, name: Name) -> Option<Arc<Function>> {
        self.scopes.chain(self.cur.scope).find_map(|s| self.scopes.get(s).functions.get(&name)).cloned()
    }

    /// Defines a function in a scope; `global:` and its kin before the name choose another.
    pub fn define_function(&mut self, name: &PsString, body: pwsh_value::Obj) {
        let text = name.to_str();
        let (scope, bare) = match text.split_once(':') {
            Some((prefix, bare)) => match &*prefix.to_ascii_lowercase() {
                "global" => (Scopes::GLOBAL, bare),
                "script" => (self.scopes.script_scope(self.cur.scope), bare),
                _ => (self.cur.scope, bare),
            },
            None => (self.cur.scope, &*text),
        };
        let home = self.home_of_current().and_then(|home| self.modules.of_scope(home));
        let module = home.map_or_else(PsString::empty, |module| module.name.clone());
        let function = Function { name: bare.into(), body, module };
        self.scopes.get_mut(scope).functions.insert(Name::intern(bare), Arc::new(function));
        self.command_generation += 1;
    }

    /// Makes an alias in the running scope, or changes it.
    pub fn define_alias(&mut self, alias: Alias) {
        let name = Name::intern(&alias.name.to_str());
        let scope = self.cur.scope;
        self.scopes.get_mut(scope).aliases.insert(name, alias);
        self.command_generation += 1;
    }

    /// A script or program: by path, or in a folder of the session's PATH.
    fn find_file(&self, name: &str) -> Option<CommandRef> {
        self.files_named(name, 1).into_iter().next()
    }

    /// The first scripts and programs of that name, at most so many, the one that runs in front.
    pub(super) fn files_named(&self, name: &str, limit: usize) -> Vec<CommandRef> {
        if name.is_empty() {
            return Vec::new();
        }
        if name.contains('/') {
            let path = self.location_path().join(crate::path::expand_home(self.session.process(), name));
            return path.is_file().then(|| as_command(path)).into_iter().collect();
        }
        let Some(path) = self.session.process().env("PATH") else { return Vec::new() };
        let scripts = [name.to_owned(), format!("{name}.ps1")];
        let mut found = Vec::new();
        for folder in std::env::split_paths(&path) {
            for candidate in &scripts {
                let full = folder.join(candidate);
                if full.is_file() && (candidate.ends_with(".ps1") || is_executable(&full)) {
                    found.push(as_command(full));
                    if found.len() == limit {
                        return found;
                    }
                }
            }
        }
        found
    }
}

/// A command's name without the module before it.
pub(super) fn bare_name(text: &str) -> &str {
    text.rsplit_once('\\').filter(|(module, _)| !module.contains('/')).map_or(text, |(_, bare)| bare)
}

pub(super) fn as_command(path: PathBuf) -> CommandRef {
    if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("ps1")) {
        CommandRef::Script(path.into())
    } else {
        CommandRef::Native(path.into())
    }
}

pub(super) fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|m| m.permissions().mode() & 0o111 != 0)
}

/// The error that a command of that name is not there.
pub fn command_not_found(name: &PsString) -> Error {
    let text = format!(
        "The term '{name}' is not recognized as a name of a cmdlet, function, script file, or executable program.\n\
         Check the spelling of the name, or if a path was included, verify that the path is correct and try again."
    );
    let error = Error::new("System.Management.Automation.CommandNotFoundException", text);
    if let Some(exception) = error.thrown().and_then(|thrown| thrown.exception.get::<Exception>()) {
        exception.set_field("CommandName", Value::String(name.clone()));
    }
    error
        .id("CommandNotFoundException")
        .category(Category::ObjectNotFound)
        .target(Value::String(name.clone()))
}
