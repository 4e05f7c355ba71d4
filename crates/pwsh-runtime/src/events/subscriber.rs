//! A subscription: `PSEventSubscriber`.

use parking_lot::Mutex;
use pwsh_value::ty::{Subscription, named};
use pwsh_value::{Obj, Payload, PsString, Value};

/// What a subscription is for.
pub struct SubscriberParts {
    /// The object whose event it is; null for an engine event.
    pub source: Value,
    /// The event's name; empty for an engine event.
    pub event_name: PsString,
    /// The name that its events carry.
    pub source_identifier: PsString,
    /// What its events carry besides.
    pub data: Value,
    /// The script block that runs for each, with the job object that keeps its output.
    pub action: Option<(Obj, Obj)>,
    /// Whether Get-EventSubscriber hides it.
    pub support: bool,
    /// Whether its events go to the client.
    pub forward: bool,
    /// How many events it takes; `None`: all.
    pub max_triggers: Option<u32>,
}

/// The payload of a `PSEventSubscriber`.
pub struct Subscriber {
    /// Its number in the runspace.
    pub id: i32,
    /// What it is for.
    pub parts: SubscriberParts,
    left: Mutex<Option<u32>>,
    subscription: Mutex<Option<Subscription>>,
}

impl Subscriber {
    pub(super) fn object(id: i32, parts: SubscriberParts) -> Obj {
        let left = Mutex::new(parts.max_triggers);
        let subscriber = Subscriber { id, parts, left, subscription: Mutex::default() };
        Obj::new(named("System.Management.Automation.PSEventSubscriber"), subscriber)
    }

    /// The job that keeps the action's output.
    pub fn job(&self) -> Option<&Obj> {
        self.parts.action.as_ref().map(|(_, job)| job)
    }

    pub(super) fn hold(&self, subscription: Subscription) {
        *self.subscription.lock() = Some(subscription);
    }

    pub(super) fn let_go(&self) {
        let subscription = self.subscription.lock().take();
        drop(subscription);
    }

    /// Counts an event; whether it is the last that the subscription takes.
    pub(super) fn count(&self) -> bool {
        match &mut *self.left.lock() {
            Some(left) => {
                *left = left.saturating_sub(1);
                *left == 0
            }
            None => false,
        }
    }
}

impl Payload for Subscriber {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.parts.source);
        visit(&self.parts.data);
        if let Some((block, job)) = &self.parts.action {
            visit(&Value::Object(block.clone()));
            visit(&Value::Object(job.clone()));
        }
    }
}
