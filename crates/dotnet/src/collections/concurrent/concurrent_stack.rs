//! `System.Collections.Concurrent.ConcurrentStack`1`.

use crate::collections::sequence;
use crate::collections::sequence::new_stack as new;
use pwsh_value::ty::{FacadeType, constructor, method, property};

/// `System.Collections.Concurrent.ConcurrentStack`1`.
pub static CONCURRENT_STACK: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Concurrent.IProducerConsumerCollection[T]",
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
        "System.Collections.ICollection",
        "System.Collections.Generic.IReadOnlyCollection[T]",
    ],
    generic: &["T"],
    members: &[
        constructor("new()", new),
        constructor("new(System.Collections.Generic.IEnumerable[T] collection)", new),
        property("bool IsEmpty {get;}", sequence::is_empty),
        property("int Count {get;}", sequence::count),
        method("void Clear()", sequence::clear),
        method("void CopyTo(T[] array, int index)", sequence::copy_to),
        method("void Push(T item)", sequence::push),
        method("bool TryPeek([ref] T result)", sequence::try_peek),
        method("bool TryPop([ref] T result)", sequence::try_pop),
        method("T[] ToArray()", sequence::to_array),
        method("System.Collections.Generic.IEnumerator[T] GetEnumerator()", sequence::get_enumerator),
    ],
    hooks: sequence::HOOKS,
    ..FacadeType::class("System.Collections.Concurrent.ConcurrentStack`1")
};
