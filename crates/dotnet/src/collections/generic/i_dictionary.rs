//! `System.Collections.Generic.IDictionary`2`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Generic.IDictionary`2`.
pub static I_DICTIONARY: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.ICollection[System.Collections.Generic.KeyValuePair[TKey,TValue]]",
        "System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]]",
        "System.Collections.IEnumerable",
    ],
    generic: &["TKey", "TValue"],
    ..FacadeType::interface("System.Collections.Generic.IDictionary`2")
};
