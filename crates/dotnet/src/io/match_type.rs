//! `System.IO.MatchType`.

use pwsh_value::ty::FacadeType;

/// `System.IO.MatchType`.
pub static MATCH_TYPE: FacadeType =
    FacadeType::enumeration("System.IO.MatchType", &[("Simple", 0), ("Win32", 1)]);
