//! `System.Collections.Generic.HashSet`1`.

use pwsh_value::ty::FacadeType;
/// `System.Collections.Generic.HashSet`1`.
pub static HASH_SET: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.ICollection[T]",
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
        "System.Collections.Generic.ISet[T]",
        "System.Collections.Generic.IReadOnlyCollection[T]",
        "System.Collections.Generic.IReadOnlySet[T]",
    ],
    generic: &["T"],
    ..FacadeType::class("System.Collections.Generic.HashSet`1")
};
