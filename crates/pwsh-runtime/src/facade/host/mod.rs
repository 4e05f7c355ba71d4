//! `$Host` and what hangs on it: one file a type.

mod choice_description;
mod coordinates;
mod field_description;
mod ps_host;
mod raw_user_interface;
mod size;
mod user_interface;

pub use coordinates::Coordinates;
pub use size::Size;

pub(super) use choice_description::CHOICE_DESCRIPTION;
pub(super) use coordinates::COORDINATES;
pub(super) use field_description::FIELD_DESCRIPTION;
pub(super) use ps_host::{PS_HOST, VERSION};
pub(super) use raw_user_interface::RAW_USER_INTERFACE;
pub(super) use size::SIZE;
pub(super) use user_interface::USER_INTERFACE;

use crate::host::{Host, no_host};
use pwsh_value::ty::{Call, named};
use pwsh_value::{Obj, Payload, Result, Value};
use std::sync::Arc;

/// The payload of `$Host`, its user interface and that one's raw part: they have no state of their own.
struct View;

impl Payload for View {}

/// `$Host`.
pub fn host_object() -> Value {
    view("System.Management.Automation.Internal.Host.InternalHost")
}

fn view(type_name: &str) -> Value {
    Value::Object(Obj::new(named(type_name), View))
}

/// The host of the running pipeline.
fn host(call: &mut Call<'_>) -> Option<Arc<dyn Host>> {
    super::runspace(call.cx).host.clone()
}

/// The host of the running pipeline, for what needs an answer.
fn asked(call: &mut Call<'_>) -> Result<Arc<dyn Host>> {
    host(call).ok_or_else(|| no_host("A command that prompts the user failed because the host program or the command type does not support user interaction."))
}
