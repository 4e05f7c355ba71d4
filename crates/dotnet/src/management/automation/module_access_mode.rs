//! `System.Management.Automation.ModuleAccessMode`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.ModuleAccessMode`.
pub static MODULE_ACCESS_MODE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.ModuleAccessMode",
    &[("ReadWrite", 0), ("ReadOnly", 1), ("Constant", 2)],
);
