//! `$Host` and what hangs on it: one file a type.

mod buffer_cell;
mod choice_description;
mod coordinates;
mod field_description;
mod int_structure;
mod key_info;
mod ps_host;
mod raw_user_interface;
mod rectangle;
mod size;
mod user_interface;

use int_structure::int_structure;

pub use buffer_cell::{BufferCell, Cell};
pub use coordinates::Coordinates;
pub use key_info::{Key, KeyInfo};
pub use rectangle::Rectangle;
pub use size::Size;

pub(super) use buffer_cell::BUFFER_CELL;
pub(super) use choice_description::CHOICE_DESCRIPTION;
pub(super) use coordinates::COORDINATES;
pub(super) use field_description::FIELD_DESCRIPTION;
pub(super) use key_info::KEY_INFO;
pub(super) use ps_host::{PS_HOST, VERSION};
pub(super) use raw_user_interface::RAW_USER_INTERFACE;
pub(super) use rectangle::RECTANGLE;
pub(super) use size::SIZE;
pub(super) use user_interface::USER_INTERFACE;

use crate::host::{Host, not_interactive};
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
    host(call).ok_or_else(not_interactive)
}

/// A `ConsoleColor` by its number.
fn color(number: i32) -> Value {
    Value::enumeration(&named("System.ConsoleColor"), number.into())
}
