//! `System.TimeSpan`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.TimeSpan`.
pub static TIME_SPAN: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IComparable[timespan]",
        "System.IEquatable[timespan]",
        "System.IFormattable",
    ],
    members: &[
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(timespan value)", object::compare_to),
        method("bool Equals(System.Object value)", object::equals),
        method("bool Equals(timespan obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.TimeSpan")
};
