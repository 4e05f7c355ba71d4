//! Commands as objects: what Get-Command gives.

use super::function::Alias;
use super::metadata::CommandMeta;
use super::resolve::CommandRef;
use crate::code::Block;
use crate::runspace::Runspace;
use pwsh_value::ty::named;
use pwsh_value::{Obj, Payload, PsString, Result, Value};
use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

/// The payload of a `CommandInfo` object.
#[derive(Clone)]
pub enum CommandInfo {
    /// A command that runs.
    Command(CommandRef),
    /// An alias; what it stands for is looked up when it is asked for.
    Alias(Alias),
}

impl Payload for CommandInfo {}

/// `CommandTypes`, one bit for each kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CommandTypes(pub i64);

impl CommandTypes {
    /// `Alias`
    pub const ALIAS: CommandTypes = CommandTypes(1);
    /// `Function`
    pub const FUNCTION: CommandTypes = CommandTypes(2);
    /// `Filter`
    pub const FILTER: CommandTypes = CommandTypes(4);
    /// `Cmdlet`
    pub const CMDLET: CommandTypes = CommandTypes(8);
    /// `ExternalScript`
    pub const EXTERNAL_SCRIPT: CommandTypes = CommandTypes(16);
    /// `Application`
    pub const APPLICATION: CommandTypes = CommandTypes(32);
    /// `Script`
    pub const SCRIPT: CommandTypes = CommandTypes(64);
    /// `All`
    pub const ALL: CommandTypes = CommandTypes(511);

    /// Whether any of `kinds` is among these.
    pub fn includes(self, kinds: CommandTypes) -> bool {
        self.0 & kinds.0 != 0
    }

    /// These and those.
    pub fn with(self, kinds: CommandTypes) -> CommandTypes {
        CommandTypes(self.0 | kinds.0)
    }
}

/// Metadata of a command, wherever it is kept.
#[derive(Clone)]
pub enum MetaRef {
    /// A cmdlet's.
    Cmdlet(&'static CommandMeta),
    /// A function's or script's.
    Script(Arc<CommandMeta>),
}

impl Deref for MetaRef {
    type Target = CommandMeta;

    fn deref(&self) -> &CommandMeta {
        match self {
            MetaRef::Cmdlet(meta) => meta,
            MetaRef::Script(meta) => meta,
        }
    }
}

impl CommandInfo {
    /// The object for a command, of the type that PowerShell has for its kind.
    pub fn value(command: &CommandRef) -> Value {
        CommandInfo::Command(command.clone()).object()
    }

    /// The command as an object.
    pub fn object(self) -> Value {
        let ty = named(&format!("System.Management.Automation.{}", self.class()));
        Value::Object(Obj::new(ty, self))
    }

    fn class(&self) -> &'static str {
        match self {
            CommandInfo::Alias(_) => "AliasInfo",
            CommandInfo::Command(command) => match command {
                CommandRef::Cmdlet(_) => "CmdletInfo",
                CommandRef::Function(function) if function.code().is_filter => "FilterInfo",
                CommandRef::Function(_) => "FunctionInfo",
                CommandRef::Script(_) => "ExternalScriptInfo",
                CommandRef::Native(_) => "ApplicationInfo",
                CommandRef::Block => "ScriptInfo",
            },
        }
    }

    /// Its kind.
    pub fn command_type(&self) -> CommandTypes {
        match self {
            CommandInfo::Alias(_) => CommandTypes::ALIAS,
            CommandInfo::Command(command) => match command {
                CommandRef::Cmdlet(_) => CommandTypes::CMDLET,
                CommandRef::Function(function) if function.code().is_filter => CommandTypes::FILTER,
                CommandRef::Function(_) => CommandTypes::FUNCTION,
                CommandRef::Script(_) => CommandTypes::EXTERNAL_SCRIPT,
                CommandRef::Native(_) => CommandTypes::APPLICATION,
                CommandRef::Block => CommandTypes::SCRIPT,
            },
        }
    }

    /// Its name.
    pub fn name(&self) -> PsString {
        match self {
            CommandInfo::Alias(alias) => alias.name.clone(),
            CommandInfo::Command(command) => command.name(),
        }
    }

    /// The name of its module, empty for none.
    pub fn module_name(&self) -> PsString {
        match self {
            CommandInfo::Alias(alias) => alias.module.clone(),
            CommandInfo::Command(CommandRef::Cmdlet(declaration)) => declaration.module.into(),
            CommandInfo::Command(CommandRef::Function(function)) => function.module.clone(),
            CommandInfo::Command(_) => PsString::empty(),
        }
    }

    /// The command that runs: an alias is followed. `None`: it leads nowhere.
    ///
    /// # Errors
    /// What looking the name up throws.
    pub fn resolved(&self, rs: &mut Runspace) -> Result<Option<CommandRef>> {
        match self {
            CommandInfo::Command(command) => Ok(Some(command.clone())),
            CommandInfo::Alias(alias) => rs.find_command(&alias.definition),
        }
    }
}

impl Runspace {
    /// What a command takes; `None` for a program, which takes anything.
    ///
    /// # Errors
    /// What the attributes of a function throw; a script file that cannot be read or parsed.
    pub fn command_meta(&mut self, command: &CommandRef) -> Result<Option<MetaRef>> {
        Ok(match command {
            CommandRef::Cmdlet(declaration) => Some(MetaRef::Cmdlet(declaration.meta())),
            CommandRef::Function(function) => {
                let code = function.code().clone();
                Some(MetaRef::Script(self.function_meta(&code, function.name.clone())?))
            }
            CommandRef::Script(path) => {
                let block = self.script_block(path)?;
                Some(MetaRef::Script(self.function_meta(&block, command.name())?))
            }
            CommandRef::Native(_) | CommandRef::Block => None,
        })
    }

    /// The code of a script file.
    ///
    /// # Errors
    /// A file that cannot be read or parsed.
    pub fn script_block(&mut self, path: &Path) -> Result<Arc<Block>> {
        self.script_callee(path, false).map(|callee| callee.block)
    }
}
