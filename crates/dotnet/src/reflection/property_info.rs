//! `System.Reflection.PropertyInfo`.

use super::member;
use pwsh_value::ty::{FacadeType, method, property};

/// `System.Reflection.PropertyInfo`.
pub static PROPERTY_INFO: FacadeType = FacadeType {
    base: "System.Reflection.MemberInfo",
    members: &[
        property("string Name {get;}", member::name),
        property("type DeclaringType {get;}", member::declaring_type),
        property("type ReflectedType {get;}", member::reflected_type),
        property("type PropertyType {get;}", member::result_type),
        property("bool CanRead {get;}", member::is_true),
        property("bool CanWrite {get;}", member::can_write),
        method("System.Object GetValue(System.Object obj)", member::get_value),
        method("void SetValue(System.Object obj, System.Object value)", member::set_value),
    ],
    ..FacadeType::class("System.Reflection.PropertyInfo")
};
