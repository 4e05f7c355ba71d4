//! `System.Collections.Generic.IEnumerable`1`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Generic.IEnumerable`1`.
pub static I_ENUMERABLE: FacadeType = FacadeType {
    interfaces: &["System.Collections.IEnumerable"],
    generic: &["T"],
    ..FacadeType::interface("System.Collections.Generic.IEnumerable`1")
};
