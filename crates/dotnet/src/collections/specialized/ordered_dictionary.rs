//! `System.Collections.Specialized.OrderedDictionary`.

use pwsh_value::ty::FacadeType;
/// `System.Collections.Specialized.OrderedDictionary`.
pub static ORDERED_DICTIONARY: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Specialized.IOrderedDictionary",
        "System.Collections.IDictionary",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
    ],
    ..FacadeType::class("System.Collections.Specialized.OrderedDictionary")
};
