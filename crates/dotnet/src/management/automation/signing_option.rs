//! `System.Management.Automation.SigningOption`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.SigningOption`.
pub static SIGNING_OPTION: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.SigningOption",
    &[
        ("AddOnlyCertificate", 0),
        ("AddFullCertificateChain", 1),
        ("AddFullCertificateChainExceptRoot", 2),
        ("Default", 2),
    ],
);
