//! `System.Management.Automation.ModuleType`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.ModuleType`.
pub static MODULE_TYPE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.ModuleType",
    &[("Script", 0), ("Binary", 1), ("Manifest", 2), ("Cim", 3)],
);
