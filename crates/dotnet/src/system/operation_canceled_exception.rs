//! `System.OperationCanceledException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.OperationCanceledException`.
pub static OPERATION_CANCELED_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Threading.CancellationToken CancellationToken {get;}", cancellation_token),
    ],
    ..FacadeType::class("System.OperationCanceledException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "The operation was canceled.")
}

fn cancellation_token(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "CancellationToken")
}
