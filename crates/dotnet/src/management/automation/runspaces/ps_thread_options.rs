//! `System.Management.Automation.Runspaces.PSThreadOptions`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Runspaces.PSThreadOptions`.
pub static PS_THREAD_OPTIONS: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Runspaces.PSThreadOptions",
    &[("Default", 0), ("UseNewThread", 1), ("ReuseThread", 2), ("UseCurrentThread", 3)],
);
