//! `System.Collections.Generic.IReadOnlyDictionary`2`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Generic.IReadOnlyDictionary`2`.
pub static I_READ_ONLY_DICTIONARY: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IReadOnlyCollection[System.Collections.Generic.KeyValuePair[TKey,TValue]]",
        "System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]]",
        "System.Collections.IEnumerable",
    ],
    generic: &["TKey", "TValue"],
    ..FacadeType::interface("System.Collections.Generic.IReadOnlyDictionary`2")
};
