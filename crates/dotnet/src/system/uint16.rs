//! `System.UInt16`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.UInt16`.
pub static U_INT16: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[ushort]",
        "System.IEquatable[ushort]",
    ],
    members: &[
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(ushort value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(ushort obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.UInt16")
};
