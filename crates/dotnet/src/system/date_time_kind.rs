//! `System.DateTimeKind`.

use pwsh_value::ty::FacadeType;

/// `System.DateTimeKind`.
pub static DATE_TIME_KIND: FacadeType =
    FacadeType::enumeration("System.DateTimeKind", &[("Unspecified", 0), ("Utc", 1), ("Local", 2)]);
