//! `System.Management.Automation.Language`.

pub mod for_each_flags;
pub mod method_attributes;
pub mod property_attributes;
pub mod redirection_stream;
pub mod string_constant_type;
pub mod switch_flags;
pub mod token_flags;
pub mod token_kind;
pub mod type_attributes;
pub mod using_statement_kind;
