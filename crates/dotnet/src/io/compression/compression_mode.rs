//! `System.IO.Compression.CompressionMode`.

use pwsh_value::ty::FacadeType;

/// `System.IO.Compression.CompressionMode`.
pub static COMPRESSION_MODE: FacadeType =
    FacadeType::enumeration("System.IO.Compression.CompressionMode", &[("Decompress", 0), ("Compress", 1)]);
