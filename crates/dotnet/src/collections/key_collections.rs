//! What `Keys` and `Values` of dictionaries give: views of the dictionary as collections of their own types.

use super::{enumerator, items, list_members as list};
use pwsh_value::payload::Dictionary;
use pwsh_value::ty::{Call, Entry, FacadeType, Hooks, method, property};
use pwsh_value::{Payload, Result, Value};

const MEMBERS: &[Entry] = &[
    property("int Count {get;}", count),
    property("bool IsSynchronized {get;}", list::is_false),
    property("System.Object SyncRoot {get;}", list::sync_root),
    method("void CopyTo(array array, int arrayIndex)", copy_to),
    method("System.Collections.IEnumerator GetEnumerator()", enumerator::get_enumerator),
];

const HOOKS: Hooks = Hooks {
    enumerate: Some(|_, value| {
        Ok(value.cell().and_then(|obj| obj.get::<Part>()).map(|part| part.items()).unwrap_or_default())
    }),
    ..Hooks::NONE
};

/// The payload: one half of a dictionary's entries.
pub struct Part {
    /// The dictionary.
    pub dictionary: Value,
    /// Whether it is the keys and not the values.
    pub keys: bool,
}

impl Part {
    fn items(&self) -> Vec<Value> {
        let dictionary = self.dictionary.cell().and_then(|obj| obj.get::<Dictionary>());
        let entries = dictionary.map(|dictionary| dictionary.entries()).unwrap_or_default();
        entries.into_iter().map(|(key, value)| if self.keys { key } else { value }).collect()
    }
}

impl Payload for Part {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.dictionary);
    }

    fn changes(&self) -> Option<u32> {
        self.dictionary.cell()?.get::<Dictionary>()?.payload().changes()
    }
}

fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<Part>().items().len() as i32).into())
}

fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    items::copy_to(call, 0, call.int(1), call.this::<Part>().items())
}

macro_rules! plain {
    ($($constant:ident = $name:literal;)*) => {$(
        #[doc = concat!("`", $name, "`.")]
        pub static $constant: FacadeType = FacadeType {
            interfaces: &["System.Collections.ICollection"],
            members: MEMBERS,
            hooks: HOOKS,
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
            hooks: HOOKS,
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
