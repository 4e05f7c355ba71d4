//! `System.Uri`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Uri`.
pub static URI: FacadeType = FacadeType {
    interfaces: &["System.IFormattable", "System.IEquatable[uri]"],
    members: &[
        method("bool Equals(System.Object comparand)", object::equals),
        method("bool Equals(uri other)", object::equals),
    ],
    ..FacadeType::class("System.Uri")
};
