//! `System.Management.Automation.CopyContainers`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.CopyContainers`.
pub static COPY_CONTAINERS: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.CopyContainers",
    &[("CopyTargetContainer", 0), ("CopyChildrenOfTargetContainer", 1)],
);
