//! `System.Management.Automation.PSMemberViewTypes`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.PSMemberViewTypes`.
pub static PS_MEMBER_VIEW_TYPES: FacadeType = FacadeType::flags(
    "System.Management.Automation.PSMemberViewTypes",
    &[("Extended", 1), ("Adapted", 2), ("Base", 4), ("All", 7)],
);
