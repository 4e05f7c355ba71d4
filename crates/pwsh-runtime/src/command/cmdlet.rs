//! How a cmdlet is written: a struct with `derive(Cmdlet)` whose fields are the parameters, and this trait.

use super::io::Io;
use super::metadata::{CommandMeta, ConfirmImpact, ParameterMeta, SetMember, Validation};
use pwsh_value::{PsString, Result, Type, Value};
use std::sync::OnceLock;

/// What a cmdlet does. Parameters that take pipeline input are bound anew before each `process`.
pub trait Cmdlet: Bind + Send {
    /// Before the first object.
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let _ = io;
        Ok(())
    }

    /// For each object of the pipeline; once where there is no pipeline input.
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let _ = io;
        Ok(())
    }

    /// After the last object.
    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let _ = io;
        Ok(())
    }

    /// Further parameters that this call has, known once the others are bound (`-ItemType` and its kin by provider).
    fn dynamic_parameters(&mut self, io: &mut Io<'_>) -> Result<Vec<ParameterMeta>> {
        let _ = io;
        Ok(Vec::new())
    }
}

/// How arguments reach a cmdlet's fields; written by `derive(Cmdlet)`.
pub trait Bind {
    /// Stores an argument that has the parameter's type in the field of parameter `index`.
    fn bind(&mut self, index: usize, value: Value) -> Result<()>;

    /// Puts the field of parameter `index` back to its default.
    fn unbind(&mut self, index: usize);
}

/// A cmdlet as it is registered: one static for each, written by `derive(Cmdlet)`.
pub struct CmdletDeclaration {
    /// `Get-Date`.
    pub name: &'static str,
    /// The module that Get-Command names.
    pub module: &'static str,
    /// The built-in aliases.
    pub aliases: &'static [&'static str],
    /// The default parameter set.
    pub default_set: Option<&'static str>,
    /// Whether it takes -WhatIf and -Confirm.
    pub should_process: bool,
    /// `ConfirmImpact`.
    pub confirm_impact: ConfirmImpact,
    /// `OutputType`.
    pub output_types: &'static [&'static str],
    /// `HelpUri`.
    pub help_uri: &'static str,
    /// The parameters.
    pub parameters: &'static [ParameterDeclaration],
    /// Whether [`Cmdlet::dynamic_parameters`] gives more for a call.
    pub dynamic: bool,
    /// The .NET class name that error ids carry; empty: `Microsoft.PowerShell.Commands.VerbNounCommand`.
    pub class: &'static str,
    /// Makes an instance with all fields at their defaults.
    pub make: fn() -> Box<dyn Cmdlet>,
    /// The metadata, made on first use.
    pub meta: OnceLock<CommandMeta>,
}

/// A parameter as `derive(Cmdlet)` writes it.
pub struct ParameterDeclaration {
    /// The name.
    pub name: &'static str,
    /// Other names.
    pub aliases: &'static [&'static str],
    /// The type, from the field's.
    pub ty: fn() -> Type,
    /// The parameter sets; empty: all, with nothing said.
    pub sets: &'static [SetDeclaration],
    /// The checks.
    pub validations: fn() -> Vec<Validation>,
}

/// A parameter's part in a set, as `derive(Cmdlet)` writes it.
pub struct SetDeclaration {
    /// The set, `None` for all.
    pub set: Option<&'static str>,
    /// The position.
    pub position: Option<i32>,
    /// Whether it must be given.
    pub mandatory: bool,
    /// Whether it takes the pipeline's objects.
    pub from_pipeline: bool,
    /// Whether it takes the property of its name.
    pub from_pipeline_by_name: bool,
    /// Whether it takes all further arguments.
    pub from_remaining: bool,
}

impl CmdletDeclaration {
    /// The full name of the .NET class that the cmdlet is in PowerShell; error ids end in it.
    pub fn class_name(&self) -> String {
        if self.class.is_empty() {
            format!("Microsoft.PowerShell.Commands.{}Command", self.name.replace('-', ""))
        } else {
            self.class.to_owned()
        }
    }

    /// The metadata in the common form.
    pub fn meta(&self) -> &CommandMeta {
        self.meta.get_or_init(|| CommandMeta {
            name: self.name.into(),
            parameters: self.parameters.iter().map(ParameterDeclaration::meta).collect(),
            default_set: self.default_set.map(PsString::from),
            cmdlet_binding: true,
            should_process: self.should_process,
            confirm_impact: self.confirm_impact,
            positional_binding: false,
            output_types: self.output_types.iter().map(|&t| t.into()).collect(),
            help_uri: self.help_uri.into(),
            obsolete: None,
            plan: OnceLock::new(),
        })
    }
}

impl ParameterDeclaration {
    fn meta(&self) -> ParameterMeta {
        let mut sets: Vec<SetMember> = self.sets.iter().map(SetDeclaration::member).collect();
        if sets.is_empty() {
            sets.push(SetMember::ALL);
        }
        ParameterMeta {
            name: self.name.into(),
            aliases: self.aliases.iter().map(|&a| a.into()).collect(),
            ty: (self.ty)(),
            sets,
            validations: (self.validations)(),
            dont_show: false,
            dynamic: false,
            obsolete: None,
        }
    }
}

impl SetDeclaration {
    fn member(&self) -> SetMember {
        SetMember {
            set: self.set.map(PsString::from),
            position: self.position,
            mandatory: self.mandatory,
            from_pipeline: self.from_pipeline,
            from_pipeline_by_name: self.from_pipeline_by_name,
            from_remaining: self.from_remaining,
            help: None,
        }
    }
}
