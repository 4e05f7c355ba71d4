//! `System.ComponentModel.Component`.

use pwsh_value::ty::FacadeType;

/// `System.ComponentModel.Component`.
pub static COMPONENT: FacadeType = FacadeType {
    base: "System.MarshalByRefObject",
    interfaces: &["System.IDisposable"],
    ..FacadeType::class("System.ComponentModel.Component")
};
