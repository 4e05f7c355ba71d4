//! Module manifests (`.psd1`).

use super::{MemberPatterns, ModuleVersion};
use crate::code::Block;
use crate::data_file;
use crate::runspace::Runspace;
use crate::source_text;
use pwsh_syntax::Source;
use pwsh_value::payload::Dictionary;
use pwsh_value::{Category, Context, Error, PsString, Result, Value, convert};
use std::path::Path;

/// What a manifest says. A module without one has an empty manifest.
#[derive(Clone)]
pub struct Manifest {
    /// `ModuleVersion`
    pub version: ModuleVersion,
    /// `GUID`, empty for none.
    pub guid: PsString,
    /// `PrivateData`
    pub private_data: Value,
    texts: Vec<(PsString, Vec<PsString>)>,
    required: Vec<Value>,
    nested: Vec<Value>,
}

impl Default for Manifest {
    fn default() -> Self {
        Manifest {
            version: ModuleVersion::NONE,
            guid: PsString::empty(),
            private_data: Value::Null,
            texts: Vec::new(),
            required: Vec::new(),
            nested: Vec::new(),
        }
    }
}

/// The keys of which a manifest keeps the texts.
const TEXT_KEYS: [&str; 27] = [
    "RootModule",
    "ModuleToProcess",
    "Author",
    "CompanyName",
    "Copyright",
    "Description",
    "PowerShellVersion",
    "PowerShellHostName",
    "PowerShellHostVersion",
    "DotNetFrameworkVersion",
    "CLRVersion",
    "ProcessorArchitecture",
    "RequiredAssemblies",
    "ScriptsToProcess",
    "TypesToProcess",
    "FormatsToProcess",
    "FunctionsToExport",
    "CmdletsToExport",
    "VariablesToExport",
    "AliasesToExport",
    "DscResourcesToExport",
    "FileList",
    "HelpInfoUri",
    "DefaultCommandPrefix",
    "CompatiblePSEditions",
    "ModuleList",
    "ExternalModuleDependencies",
];

impl Manifest {
    /// A manifest that says nothing but a version.
    pub fn of_version(version: ModuleVersion) -> Manifest {
        Manifest { version, ..Manifest::default() }
    }

    /// Reads a manifest file.
    ///
    /// # Errors
    /// `Modules_InvalidManifest` and its kin, for text that is no hash table of plain values or that lacks what a
    /// manifest must have; what the system says of the file.
    pub fn read(rs: &mut Runspace, path: &Path) -> Result<Manifest> {
        let table = rs.manifest_table(path)?;
        let mut manifest = Manifest::default();
        let Some(handle) = table.as_object().and_then(|obj| obj.get::<Dictionary>()) else {
            return Ok(manifest);
        };
        let entry = |key: &str| handle.get_str(&key.into()).unwrap_or_default();
        let version = entry("ModuleVersion");
        let text = convert::to_text(rs, &version)?;
        manifest.version = match ModuleVersion::parse(&text.to_str()) {
            Some(version) => version,
            None => {
                let text = format!(
                    "The module manifest '{}' could not be processed because it is not a valid PowerShell module manifest file: the member 'ModuleVersion' is not valid.",
                    path.display()
                );
                return Err(Error::new("System.ArgumentException", text)
                    .id("Modules_InvalidManifestMember")
                    .category(Category::InvalidData)
                    .target(path.to_string_lossy().into_owned()));
            }
        };
        manifest.guid = convert::to_text(rs, &entry("GUID"))?;
        manifest.private_data = entry("PrivateData");
        for key in TEXT_KEYS {
            let value = entry(key);
            if value.is_null() {
                continue;
            }
            let items = rs.enumerate(&value)?.unwrap_or_else(|| vec![value]);
            let texts = items.iter().map(|item| convert::to_text(rs, item)).collect::<Result<Vec<_>>>()?;
            manifest.texts.push((key.into(), texts));
        }
        let list = |rs: &mut Runspace, key: &str| -> Result<Vec<Value>> {
            let value = entry(key);
            if value.is_null() {
                return Ok(Vec::new());
            }
            Ok(rs.enumerate(&value)?.unwrap_or_else(|| vec![value]))
        };
        manifest.required = list(rs, "RequiredModules")?;
        manifest.nested = list(rs, "NestedModules")?;
        Ok(manifest)
    }

    /// The texts under a key; `None`: it is not there.
    pub fn texts(&self, key: &str) -> Option<&[PsString]> {
        self.texts.iter().find(|(name, _)| name.is(key)).map(|(_, texts)| &texts[..])
    }

    /// The first text under a key, empty for none.
    pub fn text(&self, key: &str) -> PsString {
        self.texts(key).and_then(|texts| texts.first().cloned()).unwrap_or_else(PsString::empty)
    }

    /// Sets the text of a key.
    pub fn set_text(&mut self, key: &str, text: &str) {
        self.set_texts(key, &[text]);
    }

    /// Sets the texts of a key.
    pub fn set_texts(&mut self, key: &str, texts: &[&str]) {
        self.texts.retain(|(name, _)| !name.is(key));
        self.texts.push((key.into(), texts.iter().map(|&text| text.into()).collect()));
    }

    /// The module that the manifest is of: `RootModule`, or `ModuleToProcess` as older ones call it.
    pub fn root_module(&self) -> PsString {
        let root = self.text("RootModule");
        if root.is_empty() { self.text("ModuleToProcess") } else { root }
    }

    /// `RequiredModules`: names or specifications.
    pub fn required(&self) -> &[Value] {
        &self.required
    }

    /// `NestedModules`: names, paths or specifications.
    pub fn nested(&self) -> &[Value] {
        &self.nested
    }

    /// What the manifest lets out; of a kind that it does not name, everything.
    pub fn exported(&self) -> MemberPatterns {
        let of = |key: &str| self.texts(key).map(<[PsString]>::to_vec);
        MemberPatterns {
            functions: of("FunctionsToExport"),
            cmdlets: of("CmdletsToExport"),
            aliases: of("AliasesToExport"),
            variables: of("VariablesToExport"),
        }
    }
}

impl Runspace {
    /// The hash table of a manifest or session configuration, evaluated where `$PSScriptRoot` is the file's folder.
    ///
    /// # Errors
    /// `Modules_InvalidManifest` for text that is no hash table of plain values; what the system says of the file.
    pub fn manifest_table(&mut self, path: &Path) -> Result<Value> {
        let shown = path.to_string_lossy().into_owned();
        let text = source_text::read(path).map_err(|error| {
            Error::new("System.IO.FileNotFoundException", format!("{shown}: {error}"))
                .id("Modules_ModuleNotFound")
                .category(Category::ResourceUnavailable)
                .target(shown.as_str())
        })?;
        let parsed = pwsh_syntax::parse_input(&Source::new(&*text, Some(shown.as_str().into())));
        if !parsed.errors.is_empty() {
            return Err(crate::eval::parse_error(&parsed));
        }
        if !data_file::is_manifest(&parsed.script_block) {
            let text = format!(
                "The module manifest '{shown}' could not be processed because it is not a valid PowerShell module manifest file. Remove the elements that are not permitted: the file must hold one hash table of plain values."
            );
            return Err(Error::new("System.Management.Automation.RuntimeException", text)
                .id("Modules_InvalidManifest")
                .category(Category::ResourceUnavailable)
                .target(shown));
        }
        let block = Block::new(parsed.script_block, false);
        self.capture(|rs| {
            let streams = rs.cur.streams;
            rs.run_block(block, true, Vec::new(), streams)
        })
    }
}
