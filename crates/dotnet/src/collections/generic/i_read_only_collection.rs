//! `System.Collections.Generic.IReadOnlyCollection`1`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Generic.IReadOnlyCollection`1`.
pub static I_READ_ONLY_COLLECTION: FacadeType = FacadeType {
    interfaces: &["System.Collections.Generic.IEnumerable[T]", "System.Collections.IEnumerable"],
    generic: &["T"],
    ..FacadeType::interface("System.Collections.Generic.IReadOnlyCollection`1")
};
