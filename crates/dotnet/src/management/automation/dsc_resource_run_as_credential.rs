//! `System.Management.Automation.DSCResourceRunAsCredential`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.DSCResourceRunAsCredential`.
pub static DSC_RESOURCE_RUN_AS_CREDENTIAL: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.DSCResourceRunAsCredential",
    &[("Default", 0), ("Optional", 0), ("NotSupported", 1), ("Mandatory", 2)],
);
