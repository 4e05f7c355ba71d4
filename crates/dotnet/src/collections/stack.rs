//! `System.Collections.Stack`.

use crate::collections::sequence;
use crate::collections::sequence::new_stack as new;
use pwsh_value::ty::{FacadeType, constructor, method, property};

/// `System.Collections.Stack`.
pub static STACK: FacadeType = FacadeType {
    interfaces: &["System.Collections.ICollection", "System.Collections.IEnumerable", "System.ICloneable"],
    members: &[
        constructor("new()", new),
        constructor("new(int initialCapacity)", new),
        constructor("new(System.Collections.ICollection col)", new),
        property("int Count {get;}", sequence::count),
        property("System.Object SyncRoot {get;}", sequence::sync_root),
        method("void Clear()", sequence::clear),
        method("System.Object Clone()", sequence::clone),
        method("bool Contains(System.Object obj)", sequence::contains),
        method("void CopyTo(array array, int index)", sequence::copy_to),
        method("System.Collections.IEnumerator GetEnumerator()", sequence::get_enumerator),
        method("System.Object Peek()", sequence::peek),
        method("System.Object Pop()", sequence::pop),
        method("void Push(System.Object obj)", sequence::push),
        method("System.Object[] ToArray()", sequence::to_array),
    ],
    hooks: sequence::HOOKS,
    ..FacadeType::class("System.Collections.Stack")
};
