//! `System.RuntimeType`: the type of a type as a value.

use super::type_object;
use pwsh_value::ty::{FacadeType, property};

/// `System.RuntimeType`.
pub static RUNTIME_TYPE: FacadeType = FacadeType {
    base: "System.Reflection.TypeInfo",
    members: &[property("string Name {get;}", type_object::name)],
    ..FacadeType::class("System.RuntimeType")
};
