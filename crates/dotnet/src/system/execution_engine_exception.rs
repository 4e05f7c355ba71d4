//! `System.ExecutionEngineException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.ExecutionEngineException`.
pub static EXECUTION_ENGINE_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.ExecutionEngineException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Internal error in the runtime.")
}
