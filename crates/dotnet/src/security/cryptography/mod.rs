//! `System.Security.Cryptography`.

pub mod cipher_mode;
pub mod cryptographic_exception;
pub mod padding_mode;
