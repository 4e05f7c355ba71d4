//! `System.Management.Automation.ScopedItemOptions`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.ScopedItemOptions`.
pub static SCOPED_ITEM_OPTIONS: FacadeType = FacadeType::flags(
    "System.Management.Automation.ScopedItemOptions",
    &[("None", 0), ("ReadOnly", 1), ("Constant", 2), ("Private", 4), ("AllScope", 8), ("Unspecified", 16)],
);
