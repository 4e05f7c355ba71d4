//! `System.IO.Compression.CompressionLevel`.

use pwsh_value::ty::FacadeType;

/// `System.IO.Compression.CompressionLevel`.
pub static COMPRESSION_LEVEL: FacadeType = FacadeType::enumeration(
    "System.IO.Compression.CompressionLevel",
    &[("Optimal", 0), ("Fastest", 1), ("NoCompression", 2), ("SmallestSize", 3)],
);
