//! `System.Linq.IOrderedEnumerable`1`.

use pwsh_value::ty::FacadeType;

/// `System.Linq.IOrderedEnumerable`1`.
pub static I_ORDERED_ENUMERABLE: FacadeType = FacadeType {
    interfaces: &["System.Collections.Generic.IEnumerable[TElement]", "System.Collections.IEnumerable"],
    generic: &["TElement"],
    ..FacadeType::interface("System.Linq.IOrderedEnumerable`1")
};
