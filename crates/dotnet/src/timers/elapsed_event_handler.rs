//! `System.Timers.ElapsedEventHandler`.

use crate::system::delegate;
use pwsh_value::ty::{FacadeType, method};

/// `System.Timers.ElapsedEventHandler`.
pub static ELAPSED_EVENT_HANDLER: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    members: &[method(
        "void Invoke(System.Object sender, System.Timers.ElapsedEventArgs e)",
        delegate::invoke,
    )],
    ..FacadeType::class("System.Timers.ElapsedEventHandler")
};
