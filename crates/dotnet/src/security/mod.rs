//! `System.Security`.

pub mod authentication;
pub mod cryptography;
pub mod principal;
pub mod secure_string;
pub mod security_exception;
pub mod verification_exception;
