//! The syntax tree. Every node carries its [`Extent`](crate::Extent); children are owned, statements and
//! expressions are enums of boxed nodes (16 bytes each), and whole script blocks are shared by `Arc` so that a
//! compiler can keep one for later.

mod attribute;
mod command;
mod constant;
mod expression;
mod member_access;
mod node;
mod operators;
mod script_block;
mod statement;
mod string_text;
mod type_definition;
mod type_name;
mod variable_path;

pub use attribute::*;
pub use command::*;
pub use constant::*;
pub use expression::*;
pub use member_access::*;
pub use node::*;
pub use operators::*;
pub use script_block::*;
pub use statement::*;
pub use string_text::*;
pub use type_definition::*;
pub use type_name::*;
pub use variable_path::*;
