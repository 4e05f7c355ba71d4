//! `System.IO.FileMode`.

use pwsh_value::ty::FacadeType;

/// `System.IO.FileMode`.
pub static FILE_MODE: FacadeType = FacadeType::enumeration(
    "System.IO.FileMode",
    &[("CreateNew", 1), ("Create", 2), ("Open", 3), ("OpenOrCreate", 4), ("Truncate", 5), ("Append", 6)],
);
