//! `System.Action` and its kin.

use crate::system::delegate;
use pwsh_value::ty::{FacadeType, method};
/// `System.Action`.
pub static ACTION: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    members: &[method("void Invoke()", delegate::invoke)],
    ..FacadeType::class("System.Action")
};
/// `System.Action`1`.
pub static ACTION_1: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["T"],
    members: &[method("void Invoke(T obj)", delegate::invoke)],
    ..FacadeType::class("System.Action`1")
};
/// `System.Action`2`.
pub static ACTION_2: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["T1", "T2"],
    members: &[method("void Invoke(T1 arg1, T2 arg2)", delegate::invoke)],
    ..FacadeType::class("System.Action`2")
};
/// `System.Action`3`.
pub static ACTION_3: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["T1", "T2", "T3"],
    members: &[method("void Invoke(T1 arg1, T2 arg2, T3 arg3)", delegate::invoke)],
    ..FacadeType::class("System.Action`3")
};
/// `System.Action`4`.
pub static ACTION_4: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["T1", "T2", "T3", "T4"],
    members: &[method("void Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4)", delegate::invoke)],
    ..FacadeType::class("System.Action`4")
};
