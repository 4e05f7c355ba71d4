//! `System.Security.Cryptography.CryptographicException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Security.Cryptography.CryptographicException`.
pub static CRYPTOGRAPHIC_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.Security.Cryptography.CryptographicException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Error occurred during a cryptographic operation.")
}
