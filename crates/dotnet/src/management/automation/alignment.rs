//! `System.Management.Automation.Alignment`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Alignment`.
pub static ALIGNMENT: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Alignment",
    &[("Undefined", 0), ("Left", 1), ("Center", 2), ("Right", 3)],
);
