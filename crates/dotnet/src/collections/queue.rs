//! `System.Collections.Queue`.

use crate::collections::sequence;
use pwsh_value::ty::{FacadeType, constructor, method, property};

/// `System.Collections.Queue`.
pub static QUEUE: FacadeType = FacadeType {
    interfaces: &["System.Collections.ICollection", "System.Collections.IEnumerable", "System.ICloneable"],
    members: &[
        constructor("new()", sequence::new),
        constructor("new(int capacity)", sequence::new),
        constructor("new(int capacity, float growFactor)", sequence::new),
        constructor("new(System.Collections.ICollection col)", sequence::new),
        property("int Count {get;}", sequence::count),
        property("System.Object SyncRoot {get;}", sequence::sync_root),
        method("System.Object Clone()", sequence::clone),
        method("void Clear()", sequence::clear),
        method("void CopyTo(array array, int index)", sequence::copy_to),
        method("void Enqueue(System.Object obj)", sequence::enqueue),
        method("System.Collections.IEnumerator GetEnumerator()", sequence::get_enumerator),
        method("System.Object Dequeue()", sequence::dequeue),
        method("System.Object Peek()", sequence::peek),
        method("bool Contains(System.Object obj)", sequence::contains),
        method("System.Object[] ToArray()", sequence::to_array),
    ],
    hooks: sequence::HOOKS,
    ..FacadeType::class("System.Collections.Queue")
};
