//! `System.Collections.Hashtable`.

use pwsh_value::ty::FacadeType;
/// `System.Collections.Hashtable`.
pub static HASHTABLE: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.IDictionary",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
        "System.ICloneable",
    ],
    ..FacadeType::class("System.Collections.Hashtable")
};
