//! `System.Security.Cryptography`.

pub mod aes;
pub mod cipher_mode;
pub mod cryptographic_exception;
pub mod hash_algorithm;
pub mod hash_algorithm_name;
pub mod hmac_md5;
pub mod hmac_sha1;
pub mod hmac_sha256;
pub mod hmac_sha384;
pub mod hmac_sha512;
pub mod keyed_hash_algorithm;
pub mod md5;
pub mod padding_mode;
pub mod random_number_generator;
pub mod rfc2898_derive_bytes;
pub mod sha1;
pub mod sha256;
pub mod sha384;
pub mod sha512;
