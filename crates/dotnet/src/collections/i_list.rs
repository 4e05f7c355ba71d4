//! `System.Collections.IList`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.IList`.
pub static I_LIST: FacadeType = FacadeType {
    interfaces: &["System.Collections.ICollection", "System.Collections.IEnumerable"],
    ..FacadeType::interface("System.Collections.IList")
};
