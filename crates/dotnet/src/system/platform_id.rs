//! `System.PlatformID`.

use pwsh_value::ty::FacadeType;

/// `System.PlatformID`.
pub static PLATFORM_ID: FacadeType = FacadeType::enumeration(
    "System.PlatformID",
    &[
        ("Win32S", 0),
        ("Win32Windows", 1),
        ("Win32NT", 2),
        ("WinCE", 3),
        ("Unix", 4),
        ("Xbox", 5),
        ("MacOSX", 6),
        ("Other", 7),
    ],
);
