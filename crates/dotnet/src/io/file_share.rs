//! `System.IO.FileShare`.

use pwsh_value::ty::FacadeType;

/// `System.IO.FileShare`.
pub static FILE_SHARE: FacadeType = FacadeType::flags(
    "System.IO.FileShare",
    &[("None", 0), ("Read", 1), ("Write", 2), ("ReadWrite", 3), ("Delete", 4), ("Inheritable", 16)],
);
