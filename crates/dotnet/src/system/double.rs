//! `System.Double`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Double`.
pub static DOUBLE: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[double]",
        "System.IEquatable[double]",
    ],
    members: &[
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(double value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(double obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.Double")
};
