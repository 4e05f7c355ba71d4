//! `System.Char`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Char`.
pub static CHAR: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IComparable[char]",
        "System.IEquatable[char]",
        "System.IConvertible",
        "System.IFormattable",
    ],
    members: &[
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(char obj)", object::equals),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(char value)", object::compare_to),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.Char")
};
