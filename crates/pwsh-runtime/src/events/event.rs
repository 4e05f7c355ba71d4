//! An event that happened: `PSEventArgs`.

use crate::record::now;
use pwsh_value::ty::named;
use pwsh_value::{DateTime, Obj, Payload, PsString, Value};
use uuid::Uuid;

/// The payload of a `PSEventArgs`.
pub struct PsEvent {
    /// Its number in the runspace.
    pub identifier: i32,
    /// The runspace.
    pub runspace: Uuid,
    /// The name that subscriptions go by.
    pub source_identifier: PsString,
    /// The object that raised it.
    pub sender: Value,
    /// Its arguments, an `object[]`.
    pub source_args: Value,
    /// Of an object's event: the one argument that describes it; else null.
    pub source_event_args: Value,
    /// When.
    pub time: DateTime,
    /// What the subscription, or New-Event, adds.
    pub message_data: Value,
}

impl PsEvent {
    /// An event of this moment.
    pub fn object(
        identifier: i32,
        runspace: Uuid,
        source_identifier: PsString,
        sender: Value,
        source_args: Vec<Value>,
        message_data: Value,
    ) -> Obj {
        let source_event_args = match &source_args[..] {
            [_, Value::Object(described)] if is_event_args(described) => source_args[1].clone(),
            _ => Value::Null,
        };
        let event = PsEvent {
            identifier,
            runspace,
            source_identifier,
            sender,
            source_args: Value::Object(Obj::array(source_args)),
            source_event_args,
            time: now(),
            message_data,
        };
        Obj::new(named("System.Management.Automation.PSEventArgs"), event)
    }
}

fn is_event_args(obj: &Obj) -> bool {
    named("System.EventArgs").is_assignable_from(obj.ty())
}

impl Payload for PsEvent {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        [&self.sender, &self.source_args, &self.source_event_args, &self.message_data]
            .into_iter()
            .for_each(visit);
    }
}
