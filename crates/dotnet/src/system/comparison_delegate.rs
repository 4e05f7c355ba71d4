//! `System.Comparison`1` and its kin.

use crate::system::delegate;
use pwsh_value::ty::{FacadeType, method};
/// `System.Comparison`1`.
pub static COMPARISON_1: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["T"],
    members: &[method("int Invoke(T x, T y)", delegate::invoke)],
    ..FacadeType::class("System.Comparison`1")
};
