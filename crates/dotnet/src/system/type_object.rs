//! `System.Type`.

use pwsh_value::ty::{FacadeType, Kind};
/// `System.Type`.
pub static TYPE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Reflection.MemberInfo",
    ..FacadeType::class("System.Type")
};
