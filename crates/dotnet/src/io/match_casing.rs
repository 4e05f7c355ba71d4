//! `System.IO.MatchCasing`.

use pwsh_value::ty::FacadeType;

/// `System.IO.MatchCasing`.
pub static MATCH_CASING: FacadeType = FacadeType::enumeration(
    "System.IO.MatchCasing",
    &[("PlatformDefault", 0), ("CaseSensitive", 1), ("CaseInsensitive", 2)],
);
