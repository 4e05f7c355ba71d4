//! `System.Collections.ICollection`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.ICollection`.
pub static I_COLLECTION: FacadeType = FacadeType {
    interfaces: &["System.Collections.IEnumerable"],
    ..FacadeType::interface("System.Collections.ICollection")
};
