//! `System.Predicate`1` and its kin.

use crate::system::delegate;
use pwsh_value::ty::{FacadeType, method};
/// `System.Predicate`1`.
pub static PREDICATE_1: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["T"],
    members: &[method("bool Invoke(T obj)", delegate::invoke)],
    ..FacadeType::class("System.Predicate`1")
};
