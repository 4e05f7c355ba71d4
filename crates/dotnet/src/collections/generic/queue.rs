//! `System.Collections.Generic.Queue`1`.

use crate::collections::sequence;
use pwsh_value::ty::{FacadeType, constructor, method, property};

/// `System.Collections.Generic.Queue`1`.
pub static QUEUE: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
        "System.Collections.ICollection",
        "System.Collections.Generic.IReadOnlyCollection[T]",
    ],
    generic: &["T"],
    members: &[
        constructor("new()", sequence::new),
        constructor("new(int capacity)", sequence::new),
        constructor("new(System.Collections.Generic.IEnumerable[T] collection)", sequence::new),
        property("int Count {get;}", sequence::count),
        property("int Capacity {get;}", sequence::capacity),
        method("void Clear()", sequence::clear),
        method("void CopyTo(T[] array, int arrayIndex)", sequence::copy_to),
        method("void Enqueue(T item)", sequence::enqueue),
        method("System.Collections.Generic.Queue`1+Enumerator[T] GetEnumerator()", sequence::get_enumerator),
        method("T Dequeue()", sequence::dequeue),
        method("bool TryDequeue([ref] T result)", sequence::try_dequeue),
        method("T Peek()", sequence::peek),
        method("bool TryPeek([ref] T result)", sequence::try_peek),
        method("bool Contains(T item)", sequence::contains),
        method("T[] ToArray()", sequence::to_array),
        method("void TrimExcess()", sequence::trim_excess),
        method("void TrimExcess(int capacity)", sequence::trim_excess),
    ],
    hooks: sequence::HOOKS,
    ..FacadeType::class("System.Collections.Generic.Queue`1")
};
