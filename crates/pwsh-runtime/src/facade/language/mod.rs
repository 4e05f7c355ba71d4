//! `System.Management.Automation.Language`: the syntax tree, tokens and the parser as script sees them.
//!
//! A tree is the one that `pwsh-syntax` made; an object of script's is a node's way down from the root
//! ([`Node`]), and its properties are read from the node when they are asked for.

/// The full name of a type of the namespace.
macro_rules! language {
    ($name:literal) => {
        concat!("System.Management.Automation.Language.", $name)
    };
}

/// The getter of a property that nodes of one kind have: `get!(Binary, |here, binary| here.child(&binary.left))`.
macro_rules! get {
    ($kind:ident, |$here:ident, $node:ident| $value:expr) => {
        |call| {
            let handle = call.this::<crate::facade::language::Node>();
            let $here = handle.payload();
            match $here.get() {
                pwsh_syntax::ast::Ast::$kind($node) => Ok($value),
                _ => Ok(pwsh_value::Value::Null),
            }
        }
    };
}

/// A class of nodes: its name, its base, its members.
macro_rules! node_type {
    ($name:literal : $base:literal, [$($member:expr),* $(,)?]) => {
        pwsh_value::ty::FacadeType {
            base: language!($base),
            members: &[$($member),*],
            ..pwsh_value::ty::FacadeType::class(language!($name))
        }
    };
}

mod abstract_types;
mod attribute;
mod command;
mod expression;
mod node;
mod parse_error;
mod parser;
mod ps_token;
mod safe_value;
mod script_block;
mod script_extent;
mod statement;
mod token;
mod type_definition;
mod type_name;
mod variable_path;

pub(crate) use node::Node;
pub(crate) use parse_error::errors_value;
pub(crate) use parser::SessionTypes;
pub(crate) use ps_token::ps_token;
pub(crate) use type_name::type_name_value;

use pwsh_value::ty::FacadeType;

/// Every type of the namespace but its enums, which are the dotnet crate's.
pub(super) const TYPES: &[&[&FacadeType]] = &[
    abstract_types::TYPES,
    attribute::TYPES,
    command::TYPES,
    expression::TYPES,
    parse_error::TYPES,
    parser::TYPES,
    ps_token::TYPES,
    script_block::TYPES,
    script_extent::TYPES,
    statement::TYPES,
    token::TYPES,
    type_definition::TYPES,
    type_name::TYPES,
    variable_path::TYPES,
];
