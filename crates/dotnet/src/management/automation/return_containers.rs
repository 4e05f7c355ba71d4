//! `System.Management.Automation.ReturnContainers`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.ReturnContainers`.
pub static RETURN_CONTAINERS: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.ReturnContainers",
    &[("ReturnMatchingContainers", 0), ("ReturnAllContainers", 1)],
);
