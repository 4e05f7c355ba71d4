//! `System.IO.Compression.ZipArchiveMode`.

use pwsh_value::ty::FacadeType;

/// `System.IO.Compression.ZipArchiveMode`.
pub static ZIP_ARCHIVE_MODE: FacadeType = FacadeType::enumeration(
    "System.IO.Compression.ZipArchiveMode",
    &[("Read", 0), ("Create", 1), ("Update", 2)],
);
