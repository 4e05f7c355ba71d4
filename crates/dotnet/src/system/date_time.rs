//! `System.DateTime`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.DateTime`.
pub static DATE_TIME: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IFormattable",
        "System.IConvertible",
        "System.IComparable[datetime]",
        "System.IEquatable[datetime]",
    ],
    members: &[
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(datetime value)", object::compare_to),
        method("bool Equals(System.Object value)", object::equals),
        method("bool Equals(datetime value)", object::equals),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.DateTime")
};
