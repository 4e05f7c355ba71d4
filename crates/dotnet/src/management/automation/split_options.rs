//! `System.Management.Automation.SplitOptions`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.SplitOptions`.
pub static SPLIT_OPTIONS: FacadeType = FacadeType::flags(
    "System.Management.Automation.SplitOptions",
    &[
        ("SimpleMatch", 1),
        ("RegexMatch", 2),
        ("CultureInvariant", 4),
        ("IgnorePatternWhitespace", 8),
        ("Multiline", 16),
        ("Singleline", 32),
        ("IgnoreCase", 64),
        ("ExplicitCapture", 128),
    ],
);
