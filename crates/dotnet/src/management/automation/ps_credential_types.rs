//! `System.Management.Automation.PSCredentialTypes`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.PSCredentialTypes`.
pub static PS_CREDENTIAL_TYPES: FacadeType = FacadeType::flags(
    "System.Management.Automation.PSCredentialTypes",
    &[("Generic", 1), ("Domain", 2), ("Default", 3)],
);
