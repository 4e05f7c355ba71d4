//! `System.Int32`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Int32`.
pub static INT32: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[int]",
        "System.IEquatable[int]",
    ],
    members: &[
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(int value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(int obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.Int32")
};
