//! `System.Reflection.MethodInfo`.

use super::member;
use pwsh_value::ty::{FacadeType, method, property};

/// `System.Reflection.MethodInfo`.
pub static METHOD_INFO: FacadeType = FacadeType {
    base: "System.Reflection.MemberInfo",
    members: &[
        property("string Name {get;}", member::name),
        property("type DeclaringType {get;}", member::declaring_type),
        property("type ReflectedType {get;}", member::reflected_type),
        property("type ReturnType {get;}", member::result_type),
        property("bool IsStatic {get;}", member::is_static),
        property("bool IsPublic {get;}", member::is_true),
        method("System.Object Invoke(System.Object obj, System.Object[] parameters)", member::invoke),
    ],
    ..FacadeType::class("System.Reflection.MethodInfo")
};
