//! `System.Reflection`.

pub mod ambiguous_match_exception;
pub mod assembly;
pub mod binding_flags;
pub mod member;
pub mod member_info;
pub mod method_info;
pub mod property_info;
pub mod target_exception;
pub mod target_invocation_exception;
pub mod target_parameter_count_exception;
pub mod type_info;
