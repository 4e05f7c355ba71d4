//! `System.Management.Automation.SessionStateEntryVisibility`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.SessionStateEntryVisibility`.
pub static SESSION_STATE_ENTRY_VISIBILITY: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.SessionStateEntryVisibility",
    &[("Public", 0), ("Private", 1)],
);
