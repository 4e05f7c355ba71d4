//! `System.Linq.IGrouping`2`.

use pwsh_value::ty::FacadeType;

/// `System.Linq.IGrouping`2`.
pub static I_GROUPING: FacadeType = FacadeType {
    interfaces: &["System.Collections.Generic.IEnumerable[TElement]", "System.Collections.IEnumerable"],
    generic: &["TKey", "TElement"],
    ..FacadeType::interface("System.Linq.IGrouping`2")
};
