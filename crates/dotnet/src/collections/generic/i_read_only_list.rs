//! `System.Collections.Generic.IReadOnlyList`1`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Generic.IReadOnlyList`1`.
pub static I_READ_ONLY_LIST: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IReadOnlyCollection[T]",
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
    ],
    generic: &["T"],
    ..FacadeType::interface("System.Collections.Generic.IReadOnlyList`1")
};
