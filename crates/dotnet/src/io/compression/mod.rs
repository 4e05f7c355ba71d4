//! `System.Io.Compression`.

pub mod compression_level;
pub mod compression_mode;
pub mod gzip_stream;
pub mod zip_archive_mode;
