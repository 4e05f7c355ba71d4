//! From the tree to the compiled form.
//!
//! The compiler resolves what does not depend on the session: slots of the block's own variables, constants,
//! interned names. Types, commands and members are resolved when the code runs.

mod background;
mod command;
mod expression;
mod names;
mod parameters;
mod place;
mod statement;

pub(crate) use expression::{constant, text};

use crate::code::{Block, Body, Mode};
use names::Names;
use pwsh_syntax::ast::{NamedBlockAst, ScriptBlockAst};
use pwsh_value::{Name, Result};
use std::sync::Arc;

/// What is being compiled: one block in one mode.
struct Compiler<'a> {
    ast: &'a Arc<ScriptBlockAst>,
    names: Names,
}

/// Compiles a block for a mode.
pub(crate) fn body(block: &Block, mode: Mode) -> Result<Body> {
    let names = match mode {
        Mode::OwnScope => Names::of_block(block),
        Mode::Dotted => Names::default(),
    };
    let mut compiler = Compiler { ast: &block.ast, names };
    let attributes = block.ast.param_block.as_ref().map_or(&[][..], |p| &p.attributes);
    let attributes = attributes.iter().map(|a| compiler.attribute(a)).collect::<Result<_>>()?;
    let parameters = compiler.parameters(block)?;
    let text = block.source().slice(block.ast.extent);
    let body = Body {
        uses_args: mentions(text, "args"),
        uses_input: mentions(text, "input"),
        uses_call: mentions(text, "PSBoundParameters") || mentions(text, "MyInvocation"),
        defines_types: crate::class::defines_types(&block.ast),
        parameters,
        attributes,
        dynamic: compiler.named_block(block.ast.dynamic_param_block.as_ref())?,
        begin: compiler.named_block(block.ast.begin_block.as_ref())?,
        process: compiler.named_block(block.ast.process_block.as_ref())?,
        end: compiler.named_block(block.ast.end_block.as_ref())?,
        clean: compiler.named_block(block.ast.clean_block.as_ref())?,
        names: compiler.names.list(),
    };
    Ok(body)
}

/// Whether a word stands in a text, in whatever case.
fn mentions(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

/// Compiles an expression that stands outside any block: a property's initial value.
pub(crate) fn initializer(
    block: &Block,
    expression: &pwsh_syntax::ast::Expression,
) -> Result<crate::code::Expr> {
    Compiler { ast: &block.ast, names: Names::default() }.expression(expression)
}

/// Compiles an attribute that stands outside any block.
pub(crate) fn attribute(
    block: &Block,
    attribute: &pwsh_syntax::ast::AttributeAst,
) -> Result<crate::code::Attribute> {
    Compiler { ast: &block.ast, names: Names::default() }.attribute(attribute)
}

impl Compiler<'_> {
    fn named_block(&mut self, block: Option<&NamedBlockAst>) -> Result<Option<crate::code::Statements>> {
        let Some(block) = block else { return Ok(None) };
        self.statements(&block.statements, &block.traps).map(Some)
    }

    /// The slot of a name, if it is the block's own.
    fn slot(&self, name: Name) -> Option<u32> {
        self.names.position(name)
    }
}
