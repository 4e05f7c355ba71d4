//! `Get-Command`.

use crate::enum_argument::number_of;
use pwsh_runtime::command::{
    Cmdlet, CommandInfo, CommandTypes, Io, ParameterMeta, Switch, command_not_found,
};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Context, PsString, Result, Value};
use std::cmp::Ordering;

/// The commands that can be called, and what they take.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Command",
    module = "Microsoft.PowerShell.Core",
    aliases("gcm"),
    default_set = "CmdletSet",
    output(
        "System.Management.Automation.AliasInfo",
        "System.Management.Automation.ApplicationInfo",
        "System.Management.Automation.FunctionInfo",
        "System.Management.Automation.CmdletInfo",
        "System.Management.Automation.ExternalScriptInfo",
        "System.Management.Automation.FilterInfo",
        "System.String",
        "System.Management.Automation.PSObject"
    ),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096579"
)]
pub struct GetCommand {
    #[parameter(set = "AllCommandSet", position = 0, pipeline, pipeline_by_name)]
    #[validate(not_null_or_empty)]
    name: Vec<PsString>,
    #[parameter(set = "CmdletSet", pipeline_by_name)]
    verb: Vec<PsString>,
    #[parameter(set = "CmdletSet", pipeline_by_name)]
    noun: Vec<PsString>,
    #[parameter(pipeline_by_name, alias("PSSnapin"))]
    module: Vec<PsString>,
    #[parameter]
    exclude_module: Vec<PsString>,
    #[parameter(
        set = "AllCommandSet",
        pipeline_by_name,
        alias("Type"),
        ty = "System.Management.Automation.CommandTypes"
    )]
    command_type: Value,
    #[parameter(pipeline_by_name)]
    total_count: Option<i32>,
    #[parameter(pipeline_by_name)]
    syntax: Switch,
    #[parameter(position = 1, remaining, alias("Args"))]
    #[validate(allow_null, allow_empty_collection)]
    argument_list: Vec<Value>,
    #[parameter(pipeline_by_name)]
    all: Switch,
    #[parameter(pipeline_by_name)]
    list_imported: Switch,
    #[parameter]
    #[validate(not_null_or_empty)]
    parameter_name: Vec<PsString>,
    #[parameter(ty = "System.Management.Automation.PSTypeName[]")]
    #[validate(not_null_or_empty)]
    parameter_type: Value,
    found: Vec<CommandInfo>,
    searched: bool,
}

impl Cmdlet for GetCommand {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let names = match self.name.is_empty() {
            true => vec!["*".into()],
            false => self.name.clone(),
        };
        for name in names {
            io.poll()?;
            if has_wildcards(&name) {
                self.searched = true;
                self.search(io, &name)?;
            } else {
                self.look_up(io, &name)?;
            }
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let mut found = std::mem::take(&mut self.found);
        let is_all = !self.name.is_empty() || self.all.0 || self.total_count.is_some();
        if !is_all {
            // Short aliases are shown to whom asks for them.
            let asked = CommandTypes(number_of(&self.command_type)).includes(CommandTypes::ALIAS);
            found
                .retain(|info| asked || info.command_type() != CommandTypes::ALIAS || has_verb(&info.name()));
        }
        if self.searched {
            found.sort_by(by_kind_and_name);
            found.dedup_by(|a, b| same(a, b));
        }
        let count = self.total_count.map_or(usize::MAX, |count| usize::try_from(count).unwrap_or(usize::MAX));
        for info in found.into_iter().take(count) {
            self.put(io, info)?;
        }
        Ok(())
    }
}

impl GetCommand {
    fn kinds(&self, io: &Io<'_>) -> CommandTypes {
        if io.is_bound("CommandType") {
            return CommandTypes(number_of(&self.command_type));
        }
        if io.set().is("AllCommandSet") {
            return CommandTypes::ALL;
        }
        let functions = CommandTypes::FUNCTION.with(CommandTypes::FILTER);
        CommandTypes::CMDLET.with(functions).with(CommandTypes::ALIAS)
    }

    fn search(&mut self, io: &mut Io<'_>, pattern: &PsString) -> Result<()> {
        let kinds = self.kinds(io);
        let pattern = Wildcard::new(pattern, Case::Ignore)?;
        for info in io.rs.commands_matching(&pattern, kinds) {
            if self.accepts(io, &info)? {
                self.found.push(info);
            }
        }
        Ok(())
    }

    /// The commands of a plain name: the one that would run, or all of them in the order of their precedence.
    fn look_up(&mut self, io: &mut Io<'_>, name: &PsString) -> Result<()> {
        let kinds = self.kinds(io);
        let candidates = io.rs.commands_named(name, kinds)?;
        let mut any = false;
        for info in candidates {
            if self.accepts(io, &info)? {
                any = true;
                self.found.push(info);
                if !self.all.0 {
                    break;
                }
            }
        }
        if any || !self.module.is_empty() {
            return Ok(());
        }
        io.write_error(command_not_found(name))
    }

    fn accepts(&self, io: &mut Io<'_>, info: &CommandInfo) -> Result<bool> {
        let module = info.module_name();
        if !self.module.is_empty() && !any_matches(&self.module, &module)?
            || any_matches(&self.exclude_module, &module)?
            || self.list_imported.0 && !io.rs.is_loaded(&module)
        {
            return Ok(false);
        }
        if !self.verb.is_empty() || !self.noun.is_empty() {
            let name = info.name();
            let text = name.to_str();
            let Some((verb, noun)) = text.split_once('-') else { return Ok(false) };
            if !self.verb.is_empty() && !any_matches(&self.verb, &verb.into())?
                || !self.noun.is_empty() && !any_matches(&self.noun, &noun.into())?
            {
                return Ok(false);
            }
        }
        self.has_parameters(io, info)
    }

    fn has_parameters(&self, io: &mut Io<'_>, info: &CommandInfo) -> Result<bool> {
        if self.parameter_name.is_empty() && self.parameter_type.is_null() {
            return Ok(true);
        }
        let Some(command) = info.resolved(io.rs)? else { return Ok(false) };
        let Some(meta) = io.rs.command_meta(&command)? else { return Ok(false) };
        let mut types = Vec::new();
        for wanted in io.rs.enumerate(&self.parameter_type)?.unwrap_or_default() {
            types.push(io.rs.to_text(&wanted)?);
        }
        for parameter in meta.all_parameters() {
            let named = self.parameter_name.is_empty() || is_named(&parameter, &self.parameter_name)?;
            let typed = types.is_empty()
                || types.iter().any(|name| {
                    let wanted = io.rs.find_type(&name.to_str());
                    wanted.map_or(parameter.ty.name().eq_ignore_case(name), |ty| ty == parameter.ty)
                });
            if named && typed {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn put(&self, io: &mut Io<'_>, info: CommandInfo) -> Result<()> {
        if !self.syntax.0 {
            return io.write(info.object());
        }
        let Some(command) = info.resolved(io.rs)? else { return Ok(()) };
        let Some(meta) = io.rs.command_meta(&command)? else { return io.write(command.name()) };
        let syntax = meta.syntax();
        match info {
            CommandInfo::Alias(alias) => {
                let shown = syntax.replace(&*meta.name.to_str(), &alias.name.to_str());
                io.write(format!("\n{} (alias) -> {}\n{shown}", alias.name, command.name()))
            }
            CommandInfo::Command(_) => io.write(syntax),
        }
    }
}

fn has_verb(name: &PsString) -> bool {
    name.to_str().find('-').is_some_and(|at| at > 0)
}

fn any_matches(patterns: &[PsString], text: &PsString) -> Result<bool> {
    for pattern in patterns {
        if Wildcard::new(pattern, Case::Ignore)?.matches(text) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_named(parameter: &ParameterMeta, names: &[PsString]) -> Result<bool> {
    for name in std::iter::once(&parameter.name).chain(&parameter.aliases) {
        if any_matches(names, name)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn by_kind_and_name(a: &CommandInfo, b: &CommandInfo) -> Ordering {
    let key = |info: &CommandInfo| (info.command_type().0, info.name().to_str().to_lowercase());
    key(a).cmp(&key(b))
}

/// Whether two finds are one command: a name that two patterns match.
fn same(a: &CommandInfo, b: &CommandInfo) -> bool {
    use pwsh_runtime::command::CommandRef::{Native, Script};
    let same_file = match (a, b) {
        (CommandInfo::Command(Native(a) | Script(a)), CommandInfo::Command(Native(b) | Script(b))) => a == b,
        _ => true,
    };
    same_file && by_kind_and_name(a, b) == Ordering::Equal && a.module_name() == b.module_name()
}
