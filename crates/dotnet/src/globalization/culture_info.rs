//! `System.Globalization.CultureInfo`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Globalization.CultureInfo`.
pub static CULTURE_INFO: FacadeType = FacadeType {
    interfaces: &["System.IFormatProvider", "System.ICloneable"],
    members: &[method("bool Equals(System.Object value)", object::equals)],
    ..FacadeType::class("System.Globalization.CultureInfo")
};
