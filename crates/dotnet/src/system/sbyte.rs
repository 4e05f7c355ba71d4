//! `System.SByte`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.SByte`.
pub static S_BYTE: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[sbyte]",
        "System.IEquatable[sbyte]",
    ],
    members: &[
        method("int CompareTo(System.Object obj)", object::compare_to),
        method("int CompareTo(sbyte value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(sbyte obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.SByte")
};
