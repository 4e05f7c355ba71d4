//! `System.IO.FileAttributes`.

use pwsh_value::ty::FacadeType;

/// `System.IO.FileAttributes`.
pub static FILE_ATTRIBUTES: FacadeType = FacadeType::flags(
    "System.IO.FileAttributes",
    &[
        ("None", 0),
        ("ReadOnly", 1),
        ("Hidden", 2),
        ("System", 4),
        ("Directory", 16),
        ("Archive", 32),
        ("Device", 64),
        ("Normal", 128),
        ("Temporary", 256),
        ("SparseFile", 512),
        ("ReparsePoint", 1024),
        ("Compressed", 2048),
        ("Offline", 4096),
        ("NotContentIndexed", 8192),
        ("Encrypted", 16384),
        ("IntegrityStream", 32768),
        ("NoScrubData", 131072),
    ],
);
