//! `System.UInt32`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.UInt32`.
pub static U_INT32: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[uint]",
        "System.IEquatable[uint]",
    ],
    members: &[
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(uint value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(uint obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.UInt32")
};
