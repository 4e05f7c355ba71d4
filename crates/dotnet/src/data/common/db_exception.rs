//! `System.Data.Common.DbException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Result, Value};

/// `System.Data.Common.DbException`.
pub static DB_EXCEPTION: FacadeType = FacadeType {
    base: "System.Runtime.InteropServices.ExternalException",
    members: &[
        property("bool IsTransient {get;}", is_transient),
        property("string SqlState {get;}", sql_state),
        property("System.Data.Common.DbBatchCommand BatchCommand {get;}", batch_command),
    ],
    ..FacadeType::class("System.Data.Common.DbException")
};

fn is_transient(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "IsTransient", false)
}

fn sql_state(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "SqlState")
}

fn batch_command(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "BatchCommand")
}
