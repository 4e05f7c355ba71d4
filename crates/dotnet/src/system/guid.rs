//! `System.Guid`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Guid`.
pub static GUID: FacadeType = FacadeType {
    interfaces: &[
        "System.IFormattable",
        "System.IComparable",
        "System.IComparable[guid]",
        "System.IEquatable[guid]",
    ],
    members: &[
        method("bool Equals(System.Object o)", object::equals),
        method("bool Equals(guid g)", object::equals),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(guid value)", object::compare_to),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.Guid")
};
