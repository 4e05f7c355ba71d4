//! `System.Management.Automation.VariableAccessMode`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.VariableAccessMode`.
pub static VARIABLE_ACCESS_MODE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.VariableAccessMode",
    &[("Read", 0), ("Write", 1), ("ReadWrite", 2)],
);
