//! `System.Collections.ArrayList`.

use pwsh_value::ty::FacadeType;
/// `System.Collections.ArrayList`.
pub static ARRAY_LIST: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.IList",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
        "System.ICloneable",
    ],
    ..FacadeType::class("System.Collections.ArrayList")
};
