//! `System.Management.Automation.RollbackSeverity`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.RollbackSeverity`.
pub static ROLLBACK_SEVERITY: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.RollbackSeverity",
    &[("Error", 0), ("TerminatingError", 1), ("Never", 2)],
);
