//! `System.Converter`2` and its kin.

use crate::system::delegate;
use pwsh_value::ty::{FacadeType, method};
/// `System.Converter`2`.
pub static CONVERTER_2: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    generic: &["TInput", "TOutput"],
    members: &[method("TOutput Invoke(TInput input)", delegate::invoke)],
    ..FacadeType::class("System.Converter`2")
};
