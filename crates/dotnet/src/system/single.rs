//! `System.Single`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Single`.
pub static SINGLE: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[float]",
        "System.IEquatable[float]",
    ],
    members: &[
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(float value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(float obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.Single")
};
