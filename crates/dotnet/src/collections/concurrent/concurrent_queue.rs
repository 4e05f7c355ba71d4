//! `System.Collections.Concurrent.ConcurrentQueue`1`.

use crate::collections::sequence;
use pwsh_value::ty::{FacadeType, constructor, method, property};

/// `System.Collections.Concurrent.ConcurrentQueue`1`.
pub static CONCURRENT_QUEUE: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Concurrent.IProducerConsumerCollection[T]",
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
        "System.Collections.ICollection",
        "System.Collections.Generic.IReadOnlyCollection[T]",
    ],
    generic: &["T"],
    members: &[
        constructor("new()", sequence::new),
        constructor("new(System.Collections.Generic.IEnumerable[T] collection)", sequence::new),
        property("bool IsEmpty {get;}", sequence::is_empty),
        property("int Count {get;}", sequence::count),
        method("T[] ToArray()", sequence::to_array),
        method("void CopyTo(T[] array, int index)", sequence::copy_to),
        method("System.Collections.Generic.IEnumerator[T] GetEnumerator()", sequence::get_enumerator),
        method("void Enqueue(T item)", sequence::enqueue),
        method("bool TryDequeue([ref] T result)", sequence::try_dequeue),
        method("bool TryPeek([ref] T result)", sequence::try_peek),
        method("void Clear()", sequence::clear),
    ],
    hooks: sequence::HOOKS,
    ..FacadeType::class("System.Collections.Concurrent.ConcurrentQueue`1")
};
