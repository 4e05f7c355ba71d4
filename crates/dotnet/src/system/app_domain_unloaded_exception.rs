//! `System.AppDomainUnloadedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.AppDomainUnloadedException`.
pub static APP_DOMAIN_UNLOADED_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.AppDomainUnloadedException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Attempted to access an unloaded AppDomain.")
}
