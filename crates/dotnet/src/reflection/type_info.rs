//! `System.Reflection.TypeInfo`.

use pwsh_value::ty::{FacadeType, Kind};
/// `System.Reflection.TypeInfo`.
pub static TYPE_INFO: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Type",
    ..FacadeType::class("System.Reflection.TypeInfo")
};
