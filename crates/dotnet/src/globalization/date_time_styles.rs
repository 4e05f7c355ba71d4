//! `System.Globalization.DateTimeStyles`.

use pwsh_value::ty::FacadeType;

/// `System.Globalization.DateTimeStyles`.
pub static DATE_TIME_STYLES: FacadeType = FacadeType::flags(
    "System.Globalization.DateTimeStyles",
    &[
        ("None", 0),
        ("AllowLeadingWhite", 1),
        ("AllowTrailingWhite", 2),
        ("AllowInnerWhite", 4),
        ("AllowWhiteSpaces", 7),
        ("NoCurrentDateDefault", 8),
        ("AdjustToUniversal", 16),
        ("AssumeLocal", 32),
        ("AssumeUniversal", 64),
        ("RoundtripKind", 128),
    ],
);
