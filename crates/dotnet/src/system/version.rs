//! `System.Version`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Version`.
pub static VERSION: FacadeType = FacadeType {
    interfaces: &[
        "System.ICloneable",
        "System.IComparable",
        "System.IComparable[version]",
        "System.IEquatable[version]",
        "System.IFormattable",
    ],
    members: &[
        method("int CompareTo(System.Object version)", object::compare_to),
        method("int CompareTo(version value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(version obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::class("System.Version")
};
