//! `System.Data.DataException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Data.DataException`.
pub static DATA_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string s)", new),
        constructor("new(string s, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Data.DataException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Data Exception.")
}
