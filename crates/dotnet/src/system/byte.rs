//! `System.Byte`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Byte`.
pub static BYTE: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[byte]",
        "System.IEquatable[byte]",
    ],
    members: &[
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(byte value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(byte obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.Byte")
};
