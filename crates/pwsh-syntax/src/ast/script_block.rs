//! Script blocks, their named blocks and parameters.

use std::sync::Arc;

use super::*;
use crate::{Extent, Source};

/// A script, a function's body or a `{ ... }` (`ScriptBlockAst`).
#[derive(Debug)]
pub struct ScriptBlockAst {
    /// The whole; braces included where there are any.
    pub extent: Extent,
    /// The text that all extents of the block point into.
    pub source: Arc<Source>,
    /// The `using` statements, which only a whole script has.
    pub using_statements: Vec<UsingStatementAst>,
    /// `param( ... )`.
    pub param_block: Option<ParamBlockAst>,
    /// `dynamicparam { ... }`.
    pub dynamic_param_block: Option<NamedBlockAst>,
    /// `begin { ... }`.
    pub begin_block: Option<NamedBlockAst>,
    /// `process { ... }`; statements without a named block in a filter.
    pub process_block: Option<NamedBlockAst>,
    /// `end { ... }`; statements without a named block elsewhere.
    pub end_block: Option<NamedBlockAst>,
    /// `clean { ... }`.
    pub clean_block: Option<NamedBlockAst>,
    /// What the `#requires` comments ask for; only a whole script has them.
    pub script_requirements: Option<Box<ScriptRequirements>>,
}

/// Which block a [`NamedBlockAst`] is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BlockKind {
    /// `dynamicparam`
    DynamicParam,
    /// `begin`
    Begin,
    /// `process`
    Process,
    /// `end`
    End,
    /// `clean`
    Clean,
}

impl BlockKind {
    /// The name of the `TokenKind`, as `.BlockKind` shows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::DynamicParam => "Dynamicparam",
            Self::Begin => "Begin",
            Self::Process => "Process",
            Self::End => "End",
            Self::Clean => "Clean",
        }
    }
}

/// A named block (`NamedBlockAst`).
#[derive(Debug)]
pub struct NamedBlockAst {
    /// From the keyword to the closing brace; without a keyword, the statements.
    pub extent: Extent,
    /// Which block it is.
    pub block_kind: BlockKind,
    /// Whether it is written without keyword and braces.
    pub unnamed: bool,
    /// The statements in order, without traps.
    pub statements: Vec<Statement>,
    /// The traps, in order.
    pub traps: Vec<TrapStatementAst>,
}

/// `param( ... )` with the attributes before it (`ParamBlockAst`).
#[derive(Debug)]
pub struct ParamBlockAst {
    /// From `param` to the closing parenthesis.
    pub extent: Extent,
    /// The attributes before `param`.
    pub attributes: Vec<AttributeAst>,
    /// The parameters in order.
    pub parameters: Vec<ParameterAst>,
}

/// A parameter (`ParameterAst`).
#[derive(Debug)]
pub struct ParameterAst {
    /// From the first attribute to the default.
    pub extent: Extent,
    /// The variable.
    pub name: VariableExpressionAst,
    /// Attributes and types in the order written.
    pub attributes: Vec<AttributeBase>,
    /// The default.
    pub default_value: Option<Expression>,
}

/// What the `#requires` comments of a script ask for (`ScriptRequirements`).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ScriptRequirements {
    /// `-Version`, as the numbers written, two to four.
    pub required_ps_version: Option<Vec<u32>>,
    /// `-PSEdition`
    pub required_ps_editions: Vec<Box<str>>,
    /// `-Modules`
    pub required_modules: Vec<RequiredModule>,
    /// `-Assembly`
    pub required_assemblies: Vec<Box<str>>,
    /// `-ShellId`
    pub required_application_id: Option<Box<str>>,
    /// `-RunAsAdministrator`
    pub is_elevation_required: bool,
}

/// A module that a script needs (`ModuleSpecification`).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RequiredModule {
    /// The name or path.
    pub name: Box<str>,
    /// `ModuleVersion`, the least version.
    pub version: Option<Box<str>>,
    /// `RequiredVersion`, the exact version.
    pub required_version: Option<Box<str>>,
    /// `MaximumVersion`, the greatest version.
    pub maximum_version: Option<Box<str>>,
    /// `GUID`.
    pub guid: Option<Box<str>>,
}
