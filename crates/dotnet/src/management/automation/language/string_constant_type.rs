//! `System.Management.Automation.Language.StringConstantType`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Language.StringConstantType`.
pub static STRING_CONSTANT_TYPE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Language.StringConstantType",
    &[
        ("SingleQuoted", 0),
        ("SingleQuotedHereString", 1),
        ("DoubleQuoted", 2),
        ("DoubleQuotedHereString", 3),
        ("BareWord", 4),
    ],
);
