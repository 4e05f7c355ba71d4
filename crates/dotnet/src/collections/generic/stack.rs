//! `System.Collections.Generic.Stack`1`.

use crate::collections::sequence;
use crate::collections::sequence::new_stack as new;
use pwsh_value::ty::{FacadeType, constructor, method, property};

/// `System.Collections.Generic.Stack`1`.
pub static STACK: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
        "System.Collections.ICollection",
        "System.Collections.Generic.IReadOnlyCollection[T]",
    ],
    generic: &["T"],
    members: &[
        constructor("new()", new),
        constructor("new(int capacity)", new),
        constructor("new(System.Collections.Generic.IEnumerable[T] collection)", new),
        property("int Count {get;}", sequence::count),
        property("int Capacity {get;}", sequence::capacity),
        method("void Clear()", sequence::clear),
        method("bool Contains(T item)", sequence::contains),
        method("void CopyTo(T[] array, int arrayIndex)", sequence::copy_to),
        method("System.Collections.Generic.Stack`1+Enumerator[T] GetEnumerator()", sequence::get_enumerator),
        method("void TrimExcess()", sequence::trim_excess),
        method("void TrimExcess(int capacity)", sequence::trim_excess),
        method("T Peek()", sequence::peek),
        method("bool TryPeek([ref] T result)", sequence::try_peek),
        method("T Pop()", sequence::pop),
        method("bool TryPop([ref] T result)", sequence::try_pop),
        method("void Push(T item)", sequence::push),
        method("T[] ToArray()", sequence::to_array),
    ],
    hooks: sequence::HOOKS,
    ..FacadeType::class("System.Collections.Generic.Stack`1")
};
