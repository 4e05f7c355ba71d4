//! `Microsoft.PowerShell.ExecutionPolicyScope`.

use pwsh_value::ty::FacadeType;

/// `Microsoft.PowerShell.ExecutionPolicyScope`.
pub static EXECUTION_POLICY_SCOPE: FacadeType = FacadeType::enumeration(
    "Microsoft.PowerShell.ExecutionPolicyScope",
    &[("Process", 0), ("CurrentUser", 1), ("LocalMachine", 2), ("UserPolicy", 3), ("MachinePolicy", 4)],
);
