//! `System.Reflection.MemberInfo`.

use pwsh_value::ty::{FacadeType, Kind};
/// `System.Reflection.MemberInfo`.
pub static MEMBER_INFO: FacadeType =
    FacadeType { kind: Kind::AbstractClass, ..FacadeType::class("System.Reflection.MemberInfo") };
