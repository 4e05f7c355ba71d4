//! `System.ValueType`.

use pwsh_value::ty::{FacadeType, Kind};
/// `System.ValueType`.
pub static VALUE_TYPE: FacadeType =
    FacadeType { kind: Kind::AbstractClass, ..FacadeType::class("System.ValueType") };
