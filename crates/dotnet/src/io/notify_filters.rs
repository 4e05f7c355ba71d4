//! `System.IO.NotifyFilters`.

use pwsh_value::ty::FacadeType;

/// `System.IO.NotifyFilters`.
pub static NOTIFY_FILTERS: FacadeType = FacadeType::flags(
    "System.IO.NotifyFilters",
    &[
        ("FileName", 1),
        ("DirectoryName", 2),
        ("Attributes", 4),
        ("Size", 8),
        ("LastWrite", 16),
        ("LastAccess", 32),
        ("CreationTime", 64),
        ("Security", 256),
    ],
);
