//! `System.IO.FileAccess`.

use pwsh_value::ty::FacadeType;

/// `System.IO.FileAccess`.
pub static FILE_ACCESS: FacadeType =
    FacadeType::flags("System.IO.FileAccess", &[("Read", 1), ("Write", 2), ("ReadWrite", 3)]);
