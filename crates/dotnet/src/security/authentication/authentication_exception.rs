//! `System.Security.Authentication.AuthenticationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Security.Authentication.AuthenticationException`.
pub static AUTHENTICATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Security.Authentication.AuthenticationException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}
