//! `Import-Alias`.

use super::alias_table::{define, put, scope_of};
use crate::csv::Reader;
use crate::file_argument::file_named;
use pwsh_runtime::command::{Alias, Cmdlet, Io, Switch};
use pwsh_runtime::scope::VariableOptions;
use pwsh_value::payload::EnumNumber;
use pwsh_value::{Category, Context, Error, PsString, Result};

/// Makes the aliases that a file holds.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Import-Alias",
    module = "Microsoft.PowerShell.Utility",
    aliases("ipal"),
    default_set = "ByPath",
    should_process,
    output("System.Management.Automation.AliasInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097125"
)]
pub struct ImportAlias {
    #[parameter(set = "ByPath", position = 0, mandatory, pipeline, pipeline_by_name)]
    path: PsString,
    #[parameter(set = "ByLiteralPath", mandatory, pipeline_by_name, alias("PSPath", "LP"))]
    literal_path: PsString,
    #[parameter]
    #[validate(not_null_or_empty)]
    scope: PsString,
    #[parameter]
    pass_thru: Switch,
    #[parameter]
    force: Switch,
}

impl Cmdlet for ImportAlias {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = io.set().is("ByLiteralPath");
        let path = if literal { &self.literal_path } else { &self.path };
        let file = file_named(io, path, literal)?;
        let shown = file.to_string_lossy().into_owned();
        let text = std::fs::read(&file).map_err(|error| {
            Error::new("System.IO.FileNotFoundException", format!("Cannot open file '{shown}': {error}."))
                .id("FileOpenFailure")
                .category(Category::OpenError)
                .target(shown.as_str())
        })?;
        let text = String::from_utf8_lossy(&text).into_owned();
        let scope = scope_of(io, &self.scope)?;
        for (at, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let alias = read(io, line, &shown, at + 1)?;
            let target = format!("Name: {} Value: {}", alias.name, alias.definition);
            if !io.should_process(&target, "Import Alias")? {
                continue;
            }
            if !self.force.0 && io.rs.alias(&alias.name).is_some() {
                let text = format!(
                    "The alias is not allowed, because an alias with the name '{}' already exists.",
                    alias.name
                );
                io.write_error(
                    Error::new("System.Management.Automation.SessionStateException", text)
                        .id("AliasAlreadyExists")
                        .category(Category::ResourceExists)
                        .target(alias.name.clone()),
                )?;
                continue;
            }
            match define(io, scope, alias.clone(), self.force.0) {
                Ok(()) if self.pass_thru.0 => put(io, alias)?,
                Ok(()) => {}
                Err(error) if error.thrown().is_some() => io.write_error(error)?,
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

fn read(io: &mut Io<'_>, line: &str, file: &str, number: usize) -> Result<Alias> {
    let fields = Reader::new(line, ',').record();
    let [name, definition, description, options] = &fields[..] else {
        let text = format!(
            "Cannot import an alias because line number {number} in the file '{file}' is not a valid comma-separated value (CSV) for an alias. Change the line to contain four values that are separated by commas. If the line is a comment, then change the first character to be a number sign (#). If the line is not a comment, then add the missing values."
        );
        return Err(Error::new("System.IO.FileFormatException", text)
            .id("ImportAliasFileFormatError")
            .category(Category::ReadError)
            .target(file));
    };
    let ty = pwsh_value::ty::named("System.Management.Automation.ScopedItemOptions");
    let options = io.rs.convert(&options.as_str().into(), &ty)?;
    let bits = options.as_object().and_then(|obj| obj.get::<EnumNumber>()).map_or(0, |number| number.0);
    let mut alias = Alias::new(name.as_str().into(), definition.as_str().into());
    alias.description = description.as_str().into();
    alias.options = VariableOptions::of_bits(bits);
    Ok(alias)
}
