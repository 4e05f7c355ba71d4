//! `System.Collections.Generic.IList`1`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Generic.IList`1`.
pub static I_LIST: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.ICollection[T]",
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
    ],
    generic: &["T"],
    ..FacadeType::interface("System.Collections.Generic.IList`1")
};
