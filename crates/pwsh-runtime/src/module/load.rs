//! Loading modules: their code run in a scope of its own.

use super::{Import, Manifest, MemberPatterns, Module, ModuleKind, ModuleVersion, built_in};
use crate::binder::Given;
use crate::command::{CommandRef, ScriptBlock};
use crate::eval::Callee;
use crate::facade::ModuleSpecification;
use crate::runspace::Runspace;
use crate::scope::{ScopeId, ScopeKind, Scopes};
use pwsh_value::{Category, Context, Error, Obj, PsString, Result, Value};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a module is loaded from.
pub enum ModuleSource {
    /// A file: `.psm1`, `.psd1` or `.ps1`.
    File(PathBuf),
    /// A script block.
    Block(Obj),
}

/// Which module is wanted, by name and version.
#[derive(Clone, Default)]
pub struct Wanted {
    /// The name, or a path.
    pub name: PsString,
    /// The oldest version that will do.
    pub minimum: Option<ModuleVersion>,
    /// The newest version that will do.
    pub maximum: Option<ModuleVersion>,
    /// The only version that will do.
    pub required: Option<ModuleVersion>,
    /// The identifier that it must have, empty for any.
    pub guid: PsString,
}

impl Wanted {
    /// A module of any version.
    pub fn named(name: PsString) -> Wanted {
        Wanted { name, ..Wanted::default() }
    }

    /// Whether a manifest's version and identifier will do.
    pub fn accepts(&self, manifest: &Manifest) -> bool {
        let version = manifest.version;
        self.minimum.is_none_or(|minimum| version >= minimum)
            && self.maximum.is_none_or(|maximum| version <= maximum)
            && self.required.is_none_or(|required| version == required)
            && (self.guid.is_empty() || self.guid.eq_ignore_case(&manifest.guid))
    }
}

impl Runspace {
    /// Makes a module of a script block and runs that in the module's scope; what it puts out is given beside.
    ///
    /// # Errors
    /// What the block throws.
    pub fn make_module(
        &mut self,
        name: PsString,
        block: &Obj,
        given: Vec<Given>,
    ) -> Result<(Arc<Module>, Vec<Value>)> {
        let path = uuid::Uuid::new_v4().to_string();
        let scope = self.module_scope();
        let module = Module::new(name, path.into(), ModuleKind::Script, Some(scope), Manifest::default());
        self.modules.add_scoped(module.clone());
        let Some(script) = block.get::<ScriptBlock>() else { return Ok((module, Vec::new())) };
        let code = script.payload().block.clone();
        let callee = Callee::of_block(&ScriptBlock { block: code, home: Some(scope) }, true);
        let output = self.run_in_module(&callee, given)?;
        self.settle_exports(&module, &MemberPatterns::default())?;
        Ok((module, output))
    }

    /// Loads the module of a file, its nested and required modules with it, without importing it anywhere.
    ///
    /// # Errors
    /// A file that is missing, does not parse or is of a kind that cannot be loaded; what its code throws.
    pub fn load_module_file(&mut self, path: &Path, given: Vec<Given>) -> Result<Arc<Module>> {
        let name: PsString = path.file_stem().unwrap_or_default().to_string_lossy().into();
        match extension(path).as_str() {
            "psd1" => {
                let manifest = Manifest::read(self, path)?;
                self.load_manifest(path, name, manifest, given)
            }
            "psm1" | "ps1" => {
                let callee = self.script_callee(path, true)?;
                let scope = self.module_scope();
                let shown = path.to_string_lossy().into_owned();
                let kind = ModuleKind::Script;
                let module = Module::new(name, shown.into(), kind, Some(scope), Manifest::default());
                self.modules.add_scoped(module.clone());
                self.run_in_module(&Callee { home: Some(scope), ..callee }, given)?;
                self.settle_exports(&module, &MemberPatterns::default())?;
                Ok(module)
            }
            _ => Err(not_loadable(path)),
        }
    }

    fn load_manifest(
        &mut self,
        path: &Path,
        name: PsString,
        manifest: Manifest,
        given: Vec<Given>,
    ) -> Result<Arc<Module>> {
        let folder = path.parent().unwrap_or(Path::new("/")).to_owned();
        for required in manifest.required().to_vec() {
            let wanted = ModuleSpecification::wanted(self, &required)?;
            if self.modules.named(&wanted.name).is_none_or(|module| !wanted.accepts(&module.manifest)) {
                let module = self.load_wanted(&wanted, Some(&folder), Vec::new())?;
                self.modules.add(module.clone());
                self.import_members(&module, &Import::default(), Scopes::GLOBAL)?;
            }
        }
        for script in manifest.texts("ScriptsToProcess").unwrap_or_default().to_vec() {
            let callee = self.script_callee(&folder.join(&*script.to_str()), true)?;
            let call = self.block_invocation(self.cur.streams);
            self.call_alone(&callee, Vec::new(), call)?;
        }
        for (key, command) in
            [("TypesToProcess", "Update-TypeData"), ("FormatsToProcess", "Update-FormatData")]
        {
            for file in manifest.texts(key).unwrap_or_default().to_vec() {
                let file = folder.join(&*file.to_str()).to_string_lossy().into_owned();
                self.invoke_command(command, &[("PrependPath", file.into())])?;
            }
        }
        let root = manifest.root_module();
        let root = (!root.is_empty()).then(|| folder.join(with_extension(&folder, &root.to_str())));
        let kind = if root.is_some() { ModuleKind::Script } else { ModuleKind::Manifest };
        let scope = self.module_scope();
        let exported = manifest.exported();
        let nested = manifest.nested().to_vec();
        let shown = root.as_deref().unwrap_or(path).to_string_lossy().into_owned();
        let module = Module::new(name, shown.into(), kind, Some(scope), manifest);
        self.modules.add_scoped(module.clone());
        for nested in nested {
            let wanted = ModuleSpecification::wanted(self, &nested)?;
            let nested = self.load_wanted(&wanted, Some(&folder), Vec::new())?;
            self.import_members(&nested, &Import::default(), scope)?;
            module.with(|state| {
                state.exports.extend(nested.exports());
                state.nested.push(nested);
            });
        }
        if let Some(root) = root {
            match extension(&root).as_str() {
                "psm1" | "ps1" => {
                    let callee = self.script_callee(&root, true)?;
                    self.run_in_module(&Callee { home: Some(scope), ..callee }, given)?;
                }
                _ => return Err(not_loadable(&root)),
            }
        }
        self.settle_exports(&module, &exported)?;
        Ok(module)
    }

    /// Loads the module that is wanted, be it the program's own, a file (relative to `folder`), or one in the folders
    /// of `PSModulePath`.
    ///
    /// # Errors
    /// `Modules_ModuleNotFound`, `Modules_ModuleWithVersionNotFound`; as [`load_module_file`](Self::load_module_file).
    pub fn load_wanted(
        &mut self,
        wanted: &Wanted,
        folder: Option<&Path>,
        given: Vec<Given>,
    ) -> Result<Arc<Module>> {
        if let Some(own) = built_in::named(&wanted.name.to_str()) {
            let module = self.load_built_in(own);
            if wanted.accepts(&module.manifest) {
                return Ok(module);
            }
        }
        match self.find_module_file(wanted, folder)? {
            Some(path) => {
                let module = self.load_module_file(&path, given)?;
                if wanted.accepts(&module.manifest) { Ok(module) } else { Err(module_not_found(wanted)) }
            }
            None => Err(module_not_found(wanted)),
        }
    }

    /// Runs a block of a module with arguments, in a scope of its own below the module's.
    ///
    /// # Errors
    /// What the block throws.
    pub fn run_bound(&mut self, home: ScopeId, block: &Obj, given: Vec<Given>) -> Result<Vec<Value>> {
        let Some(script) = block.get::<ScriptBlock>() else { return Ok(Vec::new()) };
        let bound = ScriptBlock { block: script.payload().block.clone(), home: Some(home) };
        self.capture_items(|rs| {
            let call = rs.block_invocation(rs.cur.streams);
            rs.call_alone(&Callee::of_block(&bound, false), given, call)
        })
    }

    /// Takes a module away: its block for that runs first, then its members go from the scopes that have them.
    ///
    /// # Errors
    /// What the block throws.
    pub fn unload_module(&mut self, module: &Arc<Module>) -> Result<()> {
        let on_remove = module.with(|state| state.on_remove.clone());
        if let (Some(block), Some(scope)) = (on_remove.as_object(), module.scope) {
            self.run_bound(scope, block, Vec::new())?;
        }
        self.remove_members(module);
        self.modules.remove(module);
        Ok(())
    }

    fn module_scope(&mut self) -> ScopeId {
        let scope = self.scopes.push(Some(Scopes::GLOBAL), ScopeKind::Script, Arc::default());
        self.scopes.get_mut(scope).is_module = true;
        scope
    }

    fn run_in_module(&mut self, callee: &Callee, given: Vec<Given>) -> Result<Vec<Value>> {
        self.capture_items(|rs| {
            let mut call = rs.block_invocation(rs.cur.streams);
            call.command = CommandRef::Block;
            rs.call_alone(callee, given, call)
        })
    }

    /// What a module exports once its code has run: what it declared, else its functions and aliases; of these what
    /// the manifest lets out.
    fn settle_exports(&mut self, module: &Arc<Module>, manifest: &MemberPatterns) -> Result<()> {
        let Some(scope) = module.scope else { return Ok(()) };
        let all = self.members_of_scope(scope);
        let declared = module.with(|state| state.declared);
        let mut exports = module.exports();
        if !declared {
            let mut own = all.clone();
            own.functions.retain(|function| function.home() == Some(scope));
            own.aliases.retain(|alias| alias.module.is_empty() || alias.module == module.name);
            // A manifest may name variables that no Export-ModuleMember did.
            if manifest.variables.as_ref().is_none_or(|names| names.iter().any(|name| name.is("*"))) {
                own.variables.clear();
            }
            exports.extend(own);
        }
        let exports = exports.filtered(manifest, true)?;
        module.with(|state| state.exports = exports);
        Ok(())
    }

    /// Adds members of the module whose code runs to what it exports; the patterns of Export-ModuleMember.
    ///
    /// # Errors
    /// `Modules_CanOnlyExecuteExportModuleMemberInsideAModule`; a pattern that is none.
    pub fn export_members(&mut self, patterns: &MemberPatterns) -> Result<()> {
        let home = self.home_of_current();
        let module = home.and_then(|home| self.modules.of_scope(home)).cloned();
        let (Some(home), Some(module)) = (home, module) else {
            let text = "The Export-ModuleMember cmdlet can only be called from inside a module.";
            return Err(Error::new("System.InvalidOperationException", text)
                .id("Modules_CanOnlyExecuteExportModuleMemberInsideAModule")
                .category(Category::PermissionDenied));
        };
        let chosen = self.members_of_scope(home).filtered(patterns, false)?;
        module.with(|state| {
            if !state.declared {
                // What nested modules gave is out unless it is named too.
                state.exports = Default::default();
            }
            state.declared = true;
            state.exports.extend(chosen);
        });
        Ok(())
    }

    /// The arguments of a module's script from a list of values.
    pub fn module_arguments(&mut self, list: &Value) -> Result<Vec<Given>> {
        let items = self.enumerate(list)?.unwrap_or_default();
        Ok(items.into_iter().map(|value| Given::Value { value, bare: false }).collect())
    }
}

pub(super) fn extension(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase()
}

/// A root module's file: its name may lack the extension.
fn with_extension(folder: &Path, name: &str) -> PathBuf {
    let written = PathBuf::from(name);
    if folder.join(&written).is_file() {
        return written;
    }
    let script = PathBuf::from(format!("{name}.psm1"));
    if folder.join(&script).is_file() { script } else { written }
}

fn not_loadable(path: &Path) -> Error {
    let shown = path.to_string_lossy().into_owned();
    let (text, id) = match path.is_file() {
        true => (
            format!("The extension of the module file '{shown}' is not a supported module type."),
            "Modules_InvalidModuleExtension",
        ),
        false => (
            format!(
                "The specified module '{shown}' was not loaded because no valid module file was found in any module directory."
            ),
            "Modules_ModuleNotFound",
        ),
    };
    Error::new("System.IO.FileNotFoundException", text)
        .id(id)
        .category(Category::ResourceUnavailable)
        .target(shown)
}

/// The error for a module that is not to be found.
pub(super) fn module_not_found(wanted: &Wanted) -> Error {
    let name = &wanted.name;
    let version = wanted.required.or(wanted.minimum).or(wanted.maximum);
    let (text, id) = match version {
        Some(version) => (
            format!(
                "The specified module '{name}' with version '{version}' was not loaded because no valid module file was found in any module directory."
            ),
            "Modules_ModuleWithVersionNotFound",
        ),
        None => (
            format!(
                "The specified module '{name}' was not loaded because no valid module file was found in any module directory."
            ),
            "Modules_ModuleNotFound",
        ),
    };
    Error::new("System.IO.FileNotFoundException", text)
        .id(id)
        .category(Category::ResourceUnavailable)
        .target(name.clone())
}
