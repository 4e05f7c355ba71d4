//! `System.ComponentModel.ListSortDirection`.

use pwsh_value::ty::FacadeType;

/// `System.ComponentModel.ListSortDirection`.
pub static LIST_SORT_DIRECTION: FacadeType = FacadeType::enumeration(
    "System.ComponentModel.ListSortDirection",
    &[("Ascending", 0), ("Descending", 1)],
);
