//! `System.Array`.

use pwsh_value::ty::{FacadeType, Kind};
/// `System.Array`.
pub static ARRAY: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &[
        "System.ICloneable",
        "System.Collections.IList",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
        "System.Collections.IStructuralComparable",
        "System.Collections.IStructuralEquatable",
    ],
    ..FacadeType::class("System.Array")
};
