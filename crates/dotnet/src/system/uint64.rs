//! `System.UInt64`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.UInt64`.
pub static U_INT64: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[ulong]",
        "System.IEquatable[ulong]",
    ],
    members: &[
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(ulong value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(ulong obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.UInt64")
};
