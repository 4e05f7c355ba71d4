//! `System.CannotUnloadAppDomainException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.CannotUnloadAppDomainException`.
pub static CANNOT_UNLOAD_APP_DOMAIN_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.CannotUnloadAppDomainException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Attempt to unload the AppDomain failed.")
}
