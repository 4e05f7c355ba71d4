//! `System.Func`1` and its kin.

use crate::system::delegate;
use pwsh_value::ty::{FacadeType, method};
/// `System.Func`1`.
pub static FUNC_1: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["TResult"],
    members: &[method("TResult Invoke()", delegate::invoke)],
    ..FacadeType::class("System.Func`1")
};
/// `System.Func`2`.
pub static FUNC_2: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["T", "TResult"],
    members: &[method("TResult Invoke(T arg)", delegate::invoke)],
    ..FacadeType::class("System.Func`2")
};
/// `System.Func`3`.
pub static FUNC_3: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["T1", "T2", "TResult"],
    members: &[method("TResult Invoke(T1 arg1, T2 arg2)", delegate::invoke)],
    ..FacadeType::class("System.Func`3")
};
/// `System.Func`4`.
pub static FUNC_4: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["T1", "T2", "T3", "TResult"],
    members: &[method("TResult Invoke(T1 arg1, T2 arg2, T3 arg3)", delegate::invoke)],
    ..FacadeType::class("System.Func`4")
};
/// `System.Func`5`.
pub static FUNC_5: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["T1", "T2", "T3", "T4", "TResult"],
    members: &[method("TResult Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4)", delegate::invoke)],
    ..FacadeType::class("System.Func`5")
};
