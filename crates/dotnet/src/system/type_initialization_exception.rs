//! `System.TypeInitializationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Result, Value};

/// `System.TypeInitializationException`.
pub static TYPE_INITIALIZATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[property("string TypeName {get;}", type_name)],
    ..FacadeType::class("System.TypeInitializationException")
};

fn type_name(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "TypeName")
}
