//! `System.Text.StringBuilder`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Text.StringBuilder`.
pub static STRING_BUILDER: FacadeType = FacadeType {
    members: &[
        method("string ToString()", object::to_string),
        method("bool Equals(System.Text.StringBuilder sb)", object::equals),
    ],
    ..FacadeType::class("System.Text.StringBuilder")
};
