//! `System.EventHandler` and its kin.

use crate::system::delegate;
use pwsh_value::ty::{FacadeType, method};
/// `System.EventHandler`.
pub static EVENT_HANDLER: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    members: &[method("void Invoke(System.Object sender, System.EventArgs e)", delegate::invoke)],
    ..FacadeType::class("System.EventHandler")
};
/// `System.EventHandler`1`.
pub static EVENT_HANDLER_1: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["TEventArgs"],
    members: &[method("void Invoke(System.Object sender, TEventArgs e)", delegate::invoke)],
    ..FacadeType::class("System.EventHandler`1")
};
