//! `System.Boolean`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Boolean`.
pub static BOOLEAN: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IComparable[bool]",
        "System.IEquatable[bool]",
    ],
    members: &[
        method("string ToString()", object::to_string),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(bool obj)", object::equals),
        method("int CompareTo(System.Object obj)", object::compare_to),
        method("int CompareTo(bool value)", object::compare_to),
    ],
    ..FacadeType::structure("System.Boolean")
};
