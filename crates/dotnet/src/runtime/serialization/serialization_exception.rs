//! `System.Runtime.Serialization.SerializationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Runtime.Serialization.SerializationException`.
pub static SERIALIZATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Runtime.Serialization.SerializationException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Serialization error.")
}
