//! `System.Int64`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Int64`.
pub static INT64: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[long]",
        "System.IEquatable[long]",
    ],
    members: &[
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(long value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(long obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.Int64")
};
