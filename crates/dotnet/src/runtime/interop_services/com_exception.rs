//! `System.Runtime.InteropServices.COMException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Runtime.InteropServices.COMException`.
pub static COM_EXCEPTION: FacadeType = FacadeType {
    base: "System.Runtime.InteropServices.ExternalException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.Runtime.InteropServices.COMException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Unexpected HRESULT has been returned from a call to a COM component.")
}
