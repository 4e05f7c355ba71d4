//! What `Keys` and `Values` of dictionaries give: read-only collections of their own types.

use super::list_members as list;
use pwsh_value::ty::{Entry, FacadeType, method, property};

const MEMBERS: &[Entry] = &[
    property("int Count {get;}", list::count),
    property("bool IsSynchronized {get;}", list::is_false),
    property("System.Object SyncRoot {get;}", list::sync_root),
    method("void CopyTo(array array, int arrayIndex)", list::copy_to),
    method("System.Collections.IEnumerator GetEnumerator()", list::get_enumerator),
];

macro_rules! plain {
    ($($constant:ident = $name:literal;)*) => {$(
        #[doc = concat!("`", $name, "`.")]
        pub static $constant: FacadeType = FacadeType {
            interfaces: &["System.Collections.ICollection"],
            members: MEMBERS,
            hooks: list::HOOKS,
            ..FacadeType::class($name)
        };
    )*};
}

plain! {
    HASHTABLE_KEYS = "System.Collections.Hashtable+KeyCollection";
    HASHTABLE_VALUES = "System.Collections.Hashtable+ValueCollection";
    ORDERED_KEYS = "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection";
}

macro_rules! generic {
    ($($constant:ident = $name:literal of $element:literal;)*) => {$(
        #[doc = concat!("`", $name, "`.")]
        pub static $constant: FacadeType = FacadeType {
            interfaces: &[
                concat!("System.Collections.Generic.ICollection[", $element, "]"),
                concat!("System.Collections.Generic.IEnumerable[", $element, "]"),
                "System.Collections.ICollection",
            ],
            generic: &["TKey", "TValue"],
            members: MEMBERS,
            hooks: list::HOOKS,
            ..FacadeType::class($name)
        };
    )*};
}

generic! {
    DICTIONARY_KEYS = "System.Collections.Generic.Dictionary`2+KeyCollection" of "TKey";
    DICTIONARY_VALUES = "System.Collections.Generic.Dictionary`2+ValueCollection" of "TValue";
    SORTED_KEYS = "System.Collections.Generic.SortedDictionary`2+KeyCollection" of "TKey";
    SORTED_VALUES = "System.Collections.Generic.SortedDictionary`2+ValueCollection" of "TValue";
}
