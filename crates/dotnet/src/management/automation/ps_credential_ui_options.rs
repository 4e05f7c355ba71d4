//! `System.Management.Automation.PSCredentialUIOptions`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.PSCredentialUIOptions`.
pub static PS_CREDENTIAL_UI_OPTIONS: FacadeType = FacadeType::flags(
    "System.Management.Automation.PSCredentialUIOptions",
    &[
        ("None", 0),
        ("Default", 1),
        ("ValidateUserNameSyntax", 1),
        ("AlwaysPrompt", 2),
        ("ReadOnlyUserName", 3),
    ],
);
