//! `System.Globalization.CompareOptions`.

use pwsh_value::ty::FacadeType;

/// `System.Globalization.CompareOptions`.
pub static COMPARE_OPTIONS: FacadeType = FacadeType::flags(
    "System.Globalization.CompareOptions",
    &[
        ("None", 0),
        ("IgnoreCase", 1),
        ("IgnoreNonSpace", 2),
        ("IgnoreSymbols", 4),
        ("IgnoreKanaType", 8),
        ("IgnoreWidth", 16),
        ("NumericOrdering", 32),
        ("OrdinalIgnoreCase", 268435456),
        ("StringSort", 536870912),
        ("Ordinal", 1073741824),
    ],
);
