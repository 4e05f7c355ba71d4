//! `System.StringComparison`.

use pwsh_value::ty::FacadeType;

/// `System.StringComparison`.
pub static STRING_COMPARISON: FacadeType = FacadeType::enumeration(
    "System.StringComparison",
    &[
        ("CurrentCulture", 0),
        ("CurrentCultureIgnoreCase", 1),
        ("InvariantCulture", 2),
        ("InvariantCultureIgnoreCase", 3),
        ("Ordinal", 4),
        ("OrdinalIgnoreCase", 5),
    ],
);
