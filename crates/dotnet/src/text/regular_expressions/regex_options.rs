//! `System.Text.RegularExpressions.RegexOptions`.

use pwsh_value::ty::FacadeType;

/// `System.Text.RegularExpressions.RegexOptions`.
pub static REGEX_OPTIONS: FacadeType = FacadeType::flags(
    "System.Text.RegularExpressions.RegexOptions",
    &[
        ("None", 0),
        ("IgnoreCase", 1),
        ("Multiline", 2),
        ("ExplicitCapture", 4),
        ("Compiled", 8),
        ("Singleline", 16),
        ("IgnorePatternWhitespace", 32),
        ("RightToLeft", 64),
        ("ECMAScript", 256),
        ("CultureInvariant", 512),
        ("NonBacktracking", 1024),
    ],
);
