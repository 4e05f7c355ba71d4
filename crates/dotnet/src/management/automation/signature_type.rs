//! `System.Management.Automation.SignatureType`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.SignatureType`.
pub static SIGNATURE_TYPE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.SignatureType",
    &[("None", 0), ("Authenticode", 1), ("Catalog", 2)],
);
