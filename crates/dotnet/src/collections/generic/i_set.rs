//! `System.Collections.Generic.ISet`1`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Generic.ISet`1`.
pub static I_SET: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.ICollection[T]",
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
    ],
    generic: &["T"],
    ..FacadeType::interface("System.Collections.Generic.ISet`1")
};
