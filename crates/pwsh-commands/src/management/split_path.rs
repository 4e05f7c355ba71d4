//! `Split-Path`.

use super::credential::refuse_credential;
use super::named_items::existing;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::path_text::{leaf, parent, qualified};
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Gives a part of a path.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Split-Path",
    module = "Microsoft.PowerShell.Management",
    default_set = "ParentSet",
    output("System.String", "System.Boolean"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097149"
)]
pub struct SplitPath {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "ParentSet")]
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "LeafSet")]
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "LeafBaseSet")]
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "ExtensionSet")]
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "QualifierSet")]
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "NoQualifierSet")]
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "IsAbsoluteSet")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPathSet")]
    literal_path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, set = "QualifierSet")]
    qualifier: Switch,
    #[parameter(mandatory, pipeline_by_name, set = "NoQualifierSet")]
    no_qualifier: Switch,
    #[parameter(pipeline_by_name, set = "ParentSet")]
    parent: Switch,
    #[parameter(mandatory, pipeline_by_name, set = "LeafSet")]
    leaf: Switch,
    #[parameter(mandatory, pipeline_by_name, set = "LeafBaseSet")]
    leaf_base: Switch,
    #[parameter(mandatory, pipeline_by_name, set = "ExtensionSet")]
    extension: Switch,
    #[parameter(mandatory, set = "IsAbsoluteSet")]
    is_absolute: Switch,
    #[parameter]
    resolve: Switch,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for SplitPath {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPathSet");
        let paths = if literal { &self.literal_path } else { &self.path };
        let paths: Vec<PsString> = match self.resolve.0 {
            true => existing(io, paths, literal, false)?.iter().map(|item| item.shown()).collect(),
            false => paths.clone(),
        };
        for path in paths {
            match self.part(&path.to_str()) {
                Ok(part) => io.write(part)?,
                Err(error) => io.write_error(error)?,
            }
        }
        Ok(())
    }
}

impl SplitPath {
    fn part(&self, path: &str) -> Result<Value> {
        let (qualifier, rest) = qualified(path);
        Ok(match () {
            () if self.is_absolute.0 => (!qualifier.is_empty() || path.starts_with(['/', '\\'])).into(),
            () if self.qualifier.0 && qualifier.is_empty() => {
                let text =
                    format!("Cannot parse path because path '{path}' does not have a qualifier specified.");
                return Err(Error::new("System.FormatException", text)
                    .id("ParsePathFormatError")
                    .category(Category::InvalidArgument)
                    .target(path));
            }
            () if self.qualifier.0 => qualifier.into(),
            () if self.no_qualifier.0 => rest.into(),
            () if self.leaf.0 => leaf(path).into(),
            () if self.leaf_base.0 => {
                let leaf = leaf(path);
                leaf.rsplit_once('.').map_or(&*leaf, |(base, _)| base).into()
            }
            () if self.extension.0 => {
                leaf(path).rsplit_once('.').map_or(String::new(), |(_, end)| format!(".{end}")).into()
            }
            () => parent(path).into(),
        })
    }
}
