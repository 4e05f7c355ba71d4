//! `Export-Alias`.

use super::alias_table::{aliases_like, put};
use crate::enum_argument::number_of;
use crate::file_argument::file_named;
use psjob_dotnet::system::clock;
use pwsh_runtime::command::{Alias, Cmdlet, Io, Switch};
use pwsh_value::ty::FacadeType;
use pwsh_value::{Category, Context, Error, PsString, Result, Value};
use std::io::Write;

/// How aliases are written.
pub static EXPORT_ALIAS_FORMAT: FacadeType =
    FacadeType::enumeration("Microsoft.PowerShell.Commands.ExportAliasFormat", &[("Csv", 0), ("Script", 1)]);

const SCRIPT: i64 = 1;

/// Writes aliases to a file, as data or as a script.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Export-Alias",
    module = "Microsoft.PowerShell.Utility",
    aliases("epal"),
    default_set = "ByPath",
    should_process,
    output("System.Management.Automation.AliasInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096597"
)]
pub struct ExportAlias {
    #[parameter(set = "ByPath", position = 0, mandatory)]
    path: PsString,
    #[parameter(set = "ByLiteralPath", mandatory, pipeline_by_name, alias("PSPath", "LP"))]
    literal_path: PsString,
    #[parameter(position = 1, pipeline_by_name)]
    name: Vec<PsString>,
    #[parameter]
    pass_thru: Switch,
    #[parameter(ty = "Microsoft.PowerShell.Commands.ExportAliasFormat")]
    r#as: Value,
    #[parameter]
    append: Switch,
    #[parameter]
    force: Switch,
    #[parameter(alias("NoOverwrite"))]
    no_clobber: Switch,
    #[parameter]
    #[validate(not_null_or_empty)]
    description: Option<PsString>,
    #[parameter]
    #[validate(not_null_or_empty)]
    scope: PsString,
}

impl Cmdlet for ExportAlias {
    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = io.set().is("ByLiteralPath");
        let file = file_named(io, if literal { &self.literal_path } else { &self.path }, literal)?;
        let shown = file.to_string_lossy().into_owned();
        if !io.should_process(&shown, "Export Alias")? {
            return Ok(());
        }
        let names = if self.name.is_empty() { vec!["*".into()] } else { self.name.clone() };
        let mut aliases: Vec<Alias> = Vec::new();
        for name in names {
            aliases.extend(aliases_like(io, &name, &self.scope)?);
        }
        if self.no_clobber.0 && !self.append.0 && file.exists() {
            let text = format!("The file '{shown}' already exists.");
            return Err(Error::new("System.IO.IOException", text)
                .id("NoClobber")
                .category(Category::ResourceExists)
                .target(shown));
        }
        let text = self.text(io, &aliases)?;
        let opened = std::fs::OpenOptions::new()
            .create(true)
            .write(true)
            .append(self.append.0)
            .truncate(!self.append.0)
            .open(&file);
        opened.and_then(|mut opened| opened.write_all(text.as_bytes())).map_err(|error| {
            Error::new("System.IO.IOException", format!("Cannot open file '{shown}': {error}."))
                .id("FileOpenFailure")
                .category(Category::OpenError)
                .target(shown)
        })?;
        if self.pass_thru.0 {
            aliases.into_iter().try_for_each(|alias| put(io, alias))?;
        }
        Ok(())
    }
}

impl ExportAlias {
    fn text(&self, io: &mut Io<'_>, aliases: &[Alias]) -> Result<String> {
        let user = io.rs.process().env("USER").map(|user| user.to_string_lossy().into_owned());
        let now = clock::now(io.rs);
        let when = io.rs.call_method(&Value::DateTime(now), "ToString", vec!["F".into()])?;
        let mut lines = vec![
            "# Alias File".to_owned(),
            format!("# Exported by : {}", user.unwrap_or_else(|| "root".to_owned())),
            format!("# Date/Time : {}", io.rs.to_text(&when)?),
            format!("# Computer : {}", pwsh_runtime::record::computer_name()),
        ];
        if let Some(description) = &self.description {
            lines.extend(description.to_str().lines().map(|line| format!("# {line}")));
        }
        let script = number_of(&self.r#as) == SCRIPT;
        for alias in aliases {
            let options = io.rs.to_text(&Value::enumeration(
                &pwsh_value::ty::named("System.Management.Automation.ScopedItemOptions"),
                alias.options.bits(),
            ))?;
            let (name, definition) = (quoted(&alias.name), quoted(&alias.definition));
            let description = quoted(&alias.description);
            lines.push(match script {
                true => format!(
                    "set-alias -Name:{name} -Value:{definition} -Description:{description} -Option:\"{options}\""
                ),
                false => format!("{name},{definition},{description},\"{options}\""),
            });
        }
        Ok(lines.join("\n") + "\n")
    }
}

fn quoted(text: &PsString) -> String {
    format!("\"{}\"", text.to_str().replace('"', "\"\""))
}
