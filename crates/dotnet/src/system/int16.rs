//! `System.Int16`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Int16`.
pub static INT16: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[short]",
        "System.IEquatable[short]",
    ],
    members: &[
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(short value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(short obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.Int16")
};
