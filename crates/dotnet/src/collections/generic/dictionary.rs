//! `System.Collections.Generic.Dictionary`2`.

use pwsh_value::ty::FacadeType;
/// `System.Collections.Generic.Dictionary`2`.
pub static DICTIONARY: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IDictionary[TKey,TValue]",
        "System.Collections.Generic.ICollection[System.Collections.Generic.KeyValuePair[TKey,TValue]]",
        "System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]]",
        "System.Collections.IEnumerable",
        "System.Collections.IDictionary",
        "System.Collections.ICollection",
        "System.Collections.Generic.IReadOnlyDictionary[TKey,TValue]",
        "System.Collections.Generic.IReadOnlyCollection[System.Collections.Generic.KeyValuePair[TKey,TValue]]",
    ],
    generic: &["TKey", "TValue"],
    ..FacadeType::class("System.Collections.Generic.Dictionary`2")
};
