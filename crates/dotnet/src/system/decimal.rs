//! `System.Decimal`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Decimal`.
pub static DECIMAL: FacadeType = FacadeType {
    interfaces: &[
        "System.IFormattable",
        "System.IComparable",
        "System.IConvertible",
        "System.IComparable[decimal]",
        "System.IEquatable[decimal]",
    ],
    members: &[
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(decimal value)", object::compare_to),
        method("bool Equals(System.Object value)", object::equals),
        method("bool Equals(decimal value)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.Decimal")
};
