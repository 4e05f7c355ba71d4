//! `System.Management.Automation.ConfirmImpact`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.ConfirmImpact`.
pub static CONFIRM_IMPACT: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.ConfirmImpact",
    &[("None", 0), ("Low", 1), ("Medium", 2), ("High", 3)],
);
