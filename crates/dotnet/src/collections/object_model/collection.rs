//! `System.Collections.ObjectModel.Collection`1`.

use pwsh_value::ty::FacadeType;
/// `System.Collections.ObjectModel.Collection`1`.
pub static COLLECTION: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IList[T]",
        "System.Collections.Generic.ICollection[T]",
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
        "System.Collections.IList",
        "System.Collections.ICollection",
        "System.Collections.Generic.IReadOnlyList[T]",
        "System.Collections.Generic.IReadOnlyCollection[T]",
    ],
    generic: &["T"],
    ..FacadeType::class("System.Collections.ObjectModel.Collection`1")
};
