//! `System.Timers.ElapsedEventArgs`.

use pwsh_value::ty::{FacadeType, named, property};
use pwsh_value::{DateTime, Obj, Payload, Value};

/// `System.Timers.ElapsedEventArgs`.
pub static ELAPSED_EVENT_ARGS: FacadeType = FacadeType {
    base: "System.EventArgs",
    members: &[property("datetime SignalTime {get;}", |call| Ok(Value::DateTime(call.this::<Elapsed>().0)))],
    ..FacadeType::class("System.Timers.ElapsedEventArgs")
};

/// The payload: when the interval had passed.
struct Elapsed(DateTime);

impl Payload for Elapsed {}

/// The arguments of an event of that moment.
pub(super) fn object(time: DateTime) -> Value {
    Obj::new(named("System.Timers.ElapsedEventArgs"), Elapsed(time)).into()
}
