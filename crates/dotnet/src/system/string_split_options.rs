//! `System.StringSplitOptions`.

use pwsh_value::ty::FacadeType;

/// `System.StringSplitOptions`.
pub static STRING_SPLIT_OPTIONS: FacadeType = FacadeType::flags(
    "System.StringSplitOptions",
    &[("None", 0), ("RemoveEmptyEntries", 1), ("TrimEntries", 2)],
);
