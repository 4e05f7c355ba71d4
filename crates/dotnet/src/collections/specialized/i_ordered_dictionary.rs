//! `System.Collections.Specialized.IOrderedDictionary`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Specialized.IOrderedDictionary`.
pub static I_ORDERED_DICTIONARY: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.IDictionary",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
    ],
    ..FacadeType::interface("System.Collections.Specialized.IOrderedDictionary")
};
