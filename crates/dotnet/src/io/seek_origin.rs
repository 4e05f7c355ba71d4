//! `System.IO.SeekOrigin`.

use pwsh_value::ty::FacadeType;

/// `System.IO.SeekOrigin`.
pub static SEEK_ORIGIN: FacadeType =
    FacadeType::enumeration("System.IO.SeekOrigin", &[("Begin", 0), ("Current", 1), ("End", 2)]);
