//! `System.Collections.Generic.IReadOnlySet`1`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Generic.IReadOnlySet`1`.
pub static I_READ_ONLY_SET: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IReadOnlyCollection[T]",
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
    ],
    generic: &["T"],
    ..FacadeType::interface("System.Collections.Generic.IReadOnlySet`1")
};
