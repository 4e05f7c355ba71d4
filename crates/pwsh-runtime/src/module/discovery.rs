//! Finding modules in the folders of `PSModulePath`, and the module that brings a command.

use super::load::extension;
use super::{Import, Manifest, Module, ModuleKind, ModuleVersion, Wanted, built_in};
use crate::command::{Function, ScriptBlock};
use crate::runspace::Runspace;
use crate::scope::Scopes;
use crate::source_text;
use pwsh_syntax::Source;
use pwsh_syntax::ast::{ScriptBlockAst, Statement};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Name, PsString, Result, Value};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// The commands that a module's files declare, by the files' time of change.
pub(crate) type ModuleIndex = std::collections::HashMap<PathBuf, (SystemTime, Arc<[PsString]>)>;

impl Runspace {
    /// The folders of `PSModulePath`.
    pub fn module_folders(&self) -> Vec<PathBuf> {
        let path = self.session.process().env("PSModulePath").unwrap_or_default();
        std::env::split_paths(&path).filter(|folder| folder.is_absolute()).collect()
    }

    /// The file of the module that is wanted: a path (relative to `folder`, else to the location), or a name.
    ///
    /// # Errors
    /// A path of no file system.
    pub(super) fn find_module_file(
        &mut self,
        wanted: &Wanted,
        folder: Option<&Path>,
    ) -> Result<Option<PathBuf>> {
        let name = wanted.name.to_str();
        if let Some(folder) = folder
            && let Some(found) = file_at(&folder.join(&*name), wanted)
        {
            return Ok(Some(found));
        }
        if name.contains(['/', '\\']) || name.starts_with('~') {
            let path = self.file_path(&name)?;
            return Ok(file_at(&path, wanted));
        }
        let folders = self.module_folders();
        Ok(folders.into_iter().find_map(|folder| file_at(&folder.join(&*name), wanted)))
    }

    /// The files of the modules in the folders of `PSModulePath`, the newest version of each.
    fn module_files(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = Vec::new();
        for folder in self.module_folders() {
            let Ok(entries) = std::fs::read_dir(folder) else { continue };
            let mut found: Vec<PathBuf> = entries
                .flatten()
                .filter_map(|entry| {
                    let name = entry.file_name().to_string_lossy().into_owned();
                    file_at(&entry.path(), &Wanted::named(name.into()))
                })
                .collect();
            found.sort();
            files.extend(found);
        }
        files
    }

    /// The modules that could be imported: the program's own and those in the folders of `PSModulePath`.
    ///
    /// # Errors
    /// What reading a manifest ends with besides a manifest that is none.
    pub fn available_modules(&mut self) -> Result<Vec<Arc<Module>>> {
        let home = self.home_folder();
        let shared = self.session.shared.clone();
        let mut modules = Vec::new();
        for file in self.module_files() {
            let name: PsString = file.file_stem().unwrap_or_default().to_string_lossy().into();
            if built_in::named(&name.to_str()).is_none()
                && let Some(module) = self.described_module(&file, name)?
            {
                modules.push(module);
            }
        }
        modules.extend(built_in::MODULES.iter().map(|module| module.module(&shared, &home)));
        Ok(modules)
    }

    /// A module as its files describe it, without running any of its code. `None`: its manifest is none.
    ///
    /// # Errors
    /// A stop.
    pub fn described_module(&mut self, file: &Path, name: PsString) -> Result<Option<Arc<Module>>> {
        let (kind, manifest) = match extension(file).as_str() {
            "psd1" => match Manifest::read(self, file) {
                Ok(manifest) if manifest.root_module().is_empty() => (ModuleKind::Manifest, manifest),
                Ok(manifest) => (ModuleKind::Script, manifest),
                Err(error) if error.thrown().is_some() => return Ok(None),
                Err(error) => return Err(error),
            },
            _ => (ModuleKind::Script, Manifest::default()),
        };
        let module = Module::new(name.clone(), file.to_string_lossy().into(), kind, None, manifest);
        let empty = self.parse_own("")?;
        let functions = self
            .declared_commands(file)?
            .iter()
            .map(|function| {
                let body = ScriptBlock::object(empty.clone());
                Arc::new(Function { name: function.clone(), body, module: name.clone() })
            })
            .collect();
        module.with(|state| state.exports.functions = functions);
        Ok(Some(module))
    }

    /// The functions that a module's files say it exports, kept until they change.
    fn declared_commands(&mut self, file: &Path) -> Result<Arc<[PsString]>> {
        let changed = file.metadata().and_then(|m| m.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
        let shared = self.session.shared.clone();
        if let Some((when, known)) = shared.module_index.lock().get(file)
            && *when == changed
        {
            return Ok(known.clone());
        }
        let commands: Arc<[PsString]> = self.read_declared(file)?.into();
        shared.module_index.lock().insert(file.to_owned(), (changed, commands.clone()));
        Ok(commands)
    }

    fn read_declared(&mut self, file: &Path) -> Result<Vec<PsString>> {
        if extension(file) != "psd1" {
            return Ok(functions_in(file));
        }
        let manifest = match Manifest::read(self, file) {
            Ok(manifest) => manifest,
            Err(error) if error.thrown().is_some() => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let patterns = manifest.texts("FunctionsToExport").map_or_else(|| vec!["*".into()], <[_]>::to_vec);
        if !patterns.iter().any(has_wildcards) {
            return Ok(patterns);
        }
        let root = manifest.root_module();
        let folder = file.parent().unwrap_or(Path::new("/"));
        let mut declared =
            if root.is_empty() { Vec::new() } else { functions_in(&folder.join(&*root.to_str())) };
        let mut kept = Vec::new();
        for pattern in patterns {
            let pattern = Wildcard::new(&pattern, Case::Ignore)?;
            kept.extend(declared.iter().filter(|name| pattern.matches(name)).cloned());
            declared.retain(|name| !pattern.matches(name));
        }
        Ok(kept)
    }

    /// Imports the module that brings a command of this name, if one does; PowerShell does the same for a name that
    /// means nothing yet.
    ///
    /// # Errors
    /// What loading the module throws.
    pub(crate) fn autoload(&mut self, name: &str) -> Result<bool> {
        if self.modules.autoloading || name.is_empty() || name.contains(['/', '*', '?']) {
            return Ok(false);
        }
        let preference = self.lookup(Name::intern("PSModuleAutoLoadingPreference"));
        if let Value::String(preference) = preference
            && preference.is("None")
        {
            return Ok(false);
        }
        self.modules.autoloading = true;
        let found = self.import_for(name);
        self.modules.autoloading = false;
        found
    }

    fn import_for(&mut self, name: &str) -> Result<bool> {
        let (module, bare) = name.rsplit_once('\\').unwrap_or(("", name));
        let wanted: PsString = bare.into();
        for file in self.module_files() {
            let stem: PsString = file.file_stem().unwrap_or_default().to_string_lossy().into();
            let other = !module.is_empty() && !stem.eq_ignore_case(&module.into());
            if other || built_in::named(&stem.to_str()).is_some() || self.modules.named(&stem).is_some() {
                continue;
            }
            if self.declared_commands(&file)?.iter().any(|name| name.eq_ignore_case(&wanted)) {
                let module = self.load_module_file(&file, Vec::new())?;
                self.modules.add(module.clone());
                self.import_members(&module, &Import::default(), Scopes::GLOBAL)?;
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// The module file at a path: the file itself, the path with an extension, or the file in the folder of that name, of
/// the newest version that will do.
fn file_at(path: &Path, wanted: &Wanted) -> Option<PathBuf> {
    if path.is_file() {
        return matches!(extension(path).as_str(), "psm1" | "psd1" | "ps1").then(|| path.to_owned());
    }
    let named = |folder: &Path, stem: &str| {
        let files = ["psd1", "psm1"].map(|extension| folder.join(format!("{stem}.{extension}")));
        files.into_iter().find(|file| file.is_file())
    };
    let stem = path.file_name()?.to_string_lossy().into_owned();
    if let Some(beside) = path.parent().and_then(|folder| named(folder, &stem)) {
        return Some(beside);
    }
    if !path.is_dir() {
        return None;
    }
    let mut versions: Vec<(ModuleVersion, PathBuf)> = std::fs::read_dir(path)
        .ok()?
        .flatten()
        .filter_map(|entry| {
            let version = ModuleVersion::parse(&entry.file_name().to_string_lossy())?;
            Some((version, named(&entry.path(), &stem)?))
        })
        .filter(|(version, _)| wanted.accepts(&Manifest::of_version(*version)))
        .collect();
    versions.sort();
    versions.pop().map(|(_, file)| file).or_else(|| named(path, &stem))
}

/// The functions that a script file defines at its outermost level.
fn functions_in(file: &Path) -> Vec<PsString> {
    let Ok(text) = source_text::read(file) else { return Vec::new() };
    let parsed = pwsh_syntax::parse_input(&Source::new(&*text, None));
    let script: &ScriptBlockAst = &parsed.script_block;
    let blocks = [&script.begin_block, &script.process_block, &script.end_block];
    let statements = blocks.into_iter().flatten().flat_map(|block| &block.statements);
    statements
        .filter_map(|statement| match statement {
            Statement::FunctionDefinition(function) => Some(PsString::from(&*function.name)),
            _ => None,
        })
        .collect()
}
