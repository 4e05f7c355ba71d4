//! `System.RuntimeType`: the type of a type as a value.

use pwsh_value::ty::FacadeType;

/// `System.RuntimeType`.
pub static RUNTIME_TYPE: FacadeType =
    FacadeType { base: "System.Reflection.TypeInfo", ..FacadeType::class("System.RuntimeType") };
