//! `System.Collections.IDictionary`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.IDictionary`.
pub static I_DICTIONARY: FacadeType = FacadeType {
    interfaces: &["System.Collections.ICollection", "System.Collections.IEnumerable"],
    ..FacadeType::interface("System.Collections.IDictionary")
};
