//! `System.Collections.Concurrent.ConcurrentBag`1`.

use crate::collections::sequence;
use crate::collections::sequence::new_stack as new;
use crate::collections::sequence::push as add;
use pwsh_value::ty::{FacadeType, constructor, method, property};

/// `System.Collections.Concurrent.ConcurrentBag`1`.
pub static CONCURRENT_BAG: FacadeType = FacadeType {
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
        property("int Count {get;}", sequence::count),
        property("bool IsEmpty {get;}", sequence::is_empty),
        method("void Add(T item)", add),
        method("bool TryTake([ref] T result)", sequence::try_take),
        method("bool TryPeek([ref] T result)", sequence::try_peek),
        method("void CopyTo(T[] array, int index)", sequence::copy_to),
        method("T[] ToArray()", sequence::to_array),
        method("void Clear()", sequence::clear),
        method("System.Collections.Generic.IEnumerator[T] GetEnumerator()", sequence::get_enumerator),
    ],
    hooks: sequence::HOOKS,
    ..FacadeType::class("System.Collections.Concurrent.ConcurrentBag`1")
};
