//! Events of .NET objects: what Register-ObjectEvent subscribes to.

use crate::object::Obj;
use crate::value::Value;
use std::sync::Arc;

/// What is called when an event happens, with the object and the event's arguments; on any thread, so it may only
/// note the event and never runs script.
pub type Handler = Arc<dyn Fn(Value, Value) + Send + Sync>;

/// An event of a type.
pub struct EventEntry {
    /// The text in PowerShell's notation: `"System.Timers.ElapsedEventHandler Elapsed(System.Object,
    /// System.Timers.ElapsedEventArgs)"`.
    pub signature: &'static str,
    /// Has a handler called from now on, until the subscription is dropped.
    pub subscribe: fn(&Obj, Handler) -> Subscription,
}

impl EventEntry {
    /// The event's name.
    pub fn name(&self) -> &'static str {
        let head = self.signature.split('(').next().unwrap_or(self.signature);
        head.rsplit(' ').next().unwrap_or(head)
    }
}

/// A handler's place with the object; dropping it ends the calls.
pub struct Subscription(Option<Box<dyn FnOnce() + Send + Sync>>);

impl Subscription {
    /// A subscription that `end` ends.
    pub fn new(end: impl FnOnce() + Send + Sync + 'static) -> Subscription {
        Subscription(Some(Box::new(end)))
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(end) = self.0.take() {
            end();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_what_stands_before_the_parameters() {
        let entry = EventEntry {
            signature: "System.EventHandler Disposed(System.Object, System.EventArgs)",
            subscribe: |_, _| Subscription::new(|| {}),
        };
        assert_eq!(entry.name(), "Disposed");
    }
}
