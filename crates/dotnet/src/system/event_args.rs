//! `System.EventArgs`.

use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.EventArgs`.
pub static EVENT_ARGS: FacadeType = FacadeType {
    members: &[constructor("new()", new), property("static System.EventArgs Empty {get;}", new)],
    ..FacadeType::class("System.EventArgs")
};

/// The payload: an event that has nothing to say.
struct Nothing;

impl Payload for Nothing {}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), Nothing).into())
}
