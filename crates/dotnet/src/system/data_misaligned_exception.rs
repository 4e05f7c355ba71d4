//! `System.DataMisalignedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.DataMisalignedException`.
pub static DATA_MISALIGNED_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.DataMisalignedException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "A datatype misalignment was detected in a load or store instruction.")
}
