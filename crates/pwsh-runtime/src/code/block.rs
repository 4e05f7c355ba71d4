//! A script block and its two compiled forms.

use super::expression::{Expr, TypeRef};
use super::statement::Statements;
use crate::command::CommandMeta;
use pwsh_syntax::ast::{Expression, FunctionDefinitionAst, ParameterAst, ScriptBlockAst, TypeName};
use pwsh_syntax::{Extent, Source};
use pwsh_value::{Name, PsString, Result};
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// A script block as written: the tree it was parsed to, and what it compiles to in either mode, made on
/// first use. Shared by every script block object that the same source gives.
pub struct Block {
    /// The tree, kept for `.Ast` and for errors' positions.
    pub ast: Arc<ScriptBlockAst>,
    /// The parameters that stand before the body: `function f($x) { }`.
    pub before: Option<Arc<[ParameterAst]>>,
    /// Whether it is the body of a `filter`.
    pub is_filter: bool,
    /// The tree that holds the definition of the function it is the body of, and the definition's place there.
    pub definition: Option<(Arc<ScriptBlockAst>, Extent)>,
    own_scope: OnceLock<Arc<Body>>,
    dotted: OnceLock<Arc<Body>>,
    /// The metadata of the function it is the body of, once its types were resolved in some session.
    pub(crate) meta: OnceLock<Arc<CommandMeta>>,
}

/// How a block finds its variables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// It runs in a scope of its own: the variables it assigns are slots.
    OwnScope,
    /// It runs in its caller's scope (dot-sourcing, ForEach-Object): all variables are found by name.
    Dotted,
}

/// A block compiled for one mode.
pub struct Body {
    /// The names of the slots, in order; the parameters come first.
    pub names: Arc<[Name]>,
    /// The parameters.
    pub parameters: Parameters,
    /// Whether the text names `$args`, so that it must be there.
    pub uses_args: bool,
    /// Whether the text names `$input`.
    pub uses_input: bool,
    /// Whether the text asks what was bound: `$PSBoundParameters`, `$MyInvocation`.
    pub uses_call: bool,
    /// Whether it defines classes or enums: they are there before anything of it runs.
    pub defines_types: bool,
    /// The attributes of the block itself: `[CmdletBinding()]`, `[OutputType()]`, `[Alias()]`.
    pub attributes: Vec<Attribute>,
    /// `dynamicparam`.
    pub dynamic: Option<Statements>,
    /// `begin`.
    pub begin: Option<Statements>,
    /// `process`.
    pub process: Option<Statements>,
    /// `end`.
    pub end: Option<Statements>,
    /// `clean`.
    pub clean: Option<Statements>,
}

/// The parameters of a block.
#[derive(Default)]
pub struct Parameters {
    /// In declared order.
    pub list: Vec<Parameter>,
    /// Whether arguments can be bound by position and name alone: no CmdletBinding, no attribute, no type.
    pub simple: bool,
    /// Whether the block is an advanced function: CmdletBinding or a Parameter attribute.
    pub advanced: bool,
}

/// A parameter as compiled.
pub struct Parameter {
    /// The name.
    pub name: Name,
    /// The default, evaluated where no argument was bound.
    pub default: Option<Expr>,
    /// Types and attributes before it, in the order written.
    pub attributes: Vec<Attribute>,
}

/// What stands in brackets before a parameter or a variable that is assigned.
pub enum Attribute {
    /// `[int]`
    Type(TypeRef),
    /// `[Parameter(Mandatory)]`
    Other {
        /// The attribute's type.
        name: TypeName,
        /// The arguments by position.
        positional: Vec<Expr>,
        /// The arguments by name.
        named: Vec<(PsString, Expr)>,
    },
}

impl Block {
    /// A block over a parsed tree.
    pub fn new(ast: Arc<ScriptBlockAst>, is_filter: bool) -> Arc<Block> {
        Block::made(ast, None, is_filter, None)
    }

    /// The body of a function that `owner` defines, with the parameters that stand before it.
    pub fn of_function(owner: &Arc<ScriptBlockAst>, function: &FunctionDefinitionAst) -> Arc<Block> {
        let definition = (owner.clone(), function.extent);
        Block::made(function.body.clone(), function.parameters.clone(), function.is_filter, Some(definition))
    }

    fn made(
        ast: Arc<ScriptBlockAst>,
        before: Option<Arc<[ParameterAst]>>,
        is_filter: bool,
        definition: Option<(Arc<ScriptBlockAst>, Extent)>,
    ) -> Arc<Block> {
        Arc::new(Block {
            ast,
            before,
            is_filter,
            definition,
            own_scope: OnceLock::new(),
            dotted: OnceLock::new(),
            meta: OnceLock::new(),
        })
    }

    /// The source that the tree's extents point into.
    pub fn source(&self) -> &Arc<Source> {
        &self.ast.source
    }

    /// The parameters as written, before the body or in `param( )`.
    pub fn declared(&self) -> &[ParameterAst] {
        match (&self.before, &self.ast.param_block) {
            (Some(before), _) => before,
            (None, Some(block)) => &block.parameters,
            (None, None) => &[],
        }
    }

    /// The form for a mode, compiled on first use. Errors are those of PowerShell's own compiler, found late.
    pub fn body(&self, mode: Mode) -> Result<&Arc<Body>> {
        let cell = match mode {
            Mode::OwnScope => &self.own_scope,
            Mode::Dotted => &self.dotted,
        };
        if let Some(body) = cell.get() {
            return Ok(body);
        }
        let body = crate::compile::body(self, mode)?;
        Ok(cell.get_or_init(|| Arc::new(body)))
    }

    /// The source text of the block's content, without the braces around it: what ToString gives. Parameters that
    /// stand before the body are put into it.
    pub fn text(&self) -> Cow<'_, str> {
        let text = self.source().slice(self.ast.extent);
        let text = text.strip_prefix('{').and_then(|t| t.strip_suffix('}')).unwrap_or(text);
        match &self.before {
            Some(before) if !before.is_empty() => {
                let parameters: Vec<&str> = before.iter().map(|p| self.source().slice(p.extent)).collect();
                format!("param({})\n{text}", parameters.join(", ")).into()
            }
            _ => text.into(),
        }
    }

    /// The aliases that an `[Alias()]` before `param` gives the function of which it is the body.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        let attributes = self.ast.param_block.iter().flat_map(|block| &block.attributes);
        let named = attributes.filter(|attribute| attribute.type_name.name().eq_ignore_ascii_case("Alias"));
        named.flat_map(|attribute| &attribute.positional_arguments).filter_map(|argument| match argument {
            Expression::StringConstant(text) => Some(&*text.value),
            _ => None,
        })
    }
}
