//! `System.IO.DriveType`.

use pwsh_value::ty::FacadeType;

/// `System.IO.DriveType`.
pub static DRIVE_TYPE: FacadeType = FacadeType::enumeration(
    "System.IO.DriveType",
    &[
        ("Unknown", 0),
        ("NoRootDirectory", 1),
        ("Removable", 2),
        ("Fixed", 3),
        ("Network", 4),
        ("CDRom", 5),
        ("Ram", 6),
    ],
);
