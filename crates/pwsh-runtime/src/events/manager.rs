//! The subscriptions of a runspace and the events that wait.

use super::event::PsEvent;
use super::subscriber::{Subscriber, SubscriberParts};
use crate::Runspace;
use crate::attention::{Attention, EVENT};
use crate::job::{Job, JobState};
use parking_lot::Mutex;
use pwsh_value::ty::Handler;
use pwsh_value::{Error, Obj, PsString, Result, Value};
use std::collections::VecDeque;
use std::sync::{Arc, Weak};
use uuid::Uuid;

/// Where forwarded events go: the client of the runspace.
pub trait Forwarder: Send + Sync {
    /// Sends an event whose payload is a [`PsEvent`], on the runspace's thread.
    fn forward(&self, rs: &mut Runspace, event: &Obj) -> Result<()>;
}

/// The events of one runspace. All methods may be called on any thread.
#[derive(Default)]
pub struct EventManager {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    runspace: Uuid,
    last_event: i32,
    last_subscription: i32,
    subscribers: Vec<Obj>,
    received: Vec<Obj>,
    waiting: VecDeque<Waiting>,
    /// A thread of the runspace runs what waits.
    processing: bool,
    /// What asks the running pipeline; `None` while none runs.
    attention: Option<Arc<Attention>>,
    idle: Option<Arc<dyn Fn() + Send + Sync>>,
    forwarder: Option<Arc<dyn Forwarder>>,
}

/// What the runspace's thread has to do for an event.
pub(super) enum Waiting {
    /// Run the subscription's action. `last`: it takes no more.
    Action { subscriber: Obj, event: Obj, last: bool },
    /// Send it to the client.
    Forward { event: Obj },
}

impl EventManager {
    /// The manager of a runspace with that id.
    pub fn new(runspace: Uuid) -> Arc<EventManager> {
        Arc::new(EventManager { state: Mutex::new(State { runspace, ..State::default() }) })
    }

    /// Where forwarded events go from now on.
    pub fn set_forwarder(&self, forwarder: Arc<dyn Forwarder>) {
        self.state.lock().forwarder = Some(forwarder);
    }

    /// What is called when an action waits while no pipeline runs; on any thread.
    pub fn on_idle_event(&self, call: impl Fn() + Send + Sync + 'static) {
        self.state.lock().idle = Some(Arc::new(call));
    }

    /// A pipeline begins; it is asked when something waits.
    pub(crate) fn begin_pipeline(&self, attention: &Arc<Attention>) {
        let mut state = self.state.lock();
        state.attention = Some(attention.clone());
        let waits = !state.waiting.is_empty();
        drop(state);
        if waits {
            attention.ask(EVENT);
        }
    }

    /// No pipeline runs any more. `true`: something waits, so one is to begin that does nothing else.
    pub fn end_pipeline(&self) -> bool {
        let mut state = self.state.lock();
        state.attention = None;
        !state.waiting.is_empty()
    }

    /// Whether an action waits.
    pub fn is_waiting(&self) -> bool {
        !self.state.lock().waiting.is_empty()
    }

    /// Adds a subscription and gives its object.
    ///
    /// # Errors
    /// If the object has no event of that name.
    pub fn subscribe(self: &Arc<Self>, parts: SubscriberParts) -> Result<Obj> {
        let event = match parts.source.cell() {
            Some(source) if !parts.event_name.is_empty() => {
                let found = source.ty().event(&parts.event_name);
                Some((source.clone(), found.ok_or_else(|| no_event(&parts.event_name))?))
            }
            None if !parts.event_name.is_empty() => return Err(no_event(&parts.event_name)),
            _ => None,
        };
        let mut state = self.state.lock();
        state.last_subscription += 1;
        let subscriber = Subscriber::object(state.last_subscription, parts);
        state.subscribers.push(subscriber.clone());
        drop(state);
        if let (Some((source, event)), Some(handle)) = (event, subscriber.get::<Subscriber>()) {
            let identifier = handle.parts.source_identifier.clone();
            let handler = self.handler(identifier, handle.parts.data.clone());
            handle.hold((event.subscribe)(&source, handler));
        }
        Ok(subscriber)
    }

    fn handler(self: &Arc<Self>, identifier: PsString, data: Value) -> Handler {
        let manager = Arc::downgrade(self);
        Arc::new(move |sender: Value, arguments: Value| {
            if let Some(manager) = Weak::upgrade(&manager) {
                let both = vec![sender.clone(), arguments];
                manager.generate(identifier.clone(), sender, both, data.clone());
            }
        })
    }

    /// Ends a subscription and its action's job.
    pub fn unsubscribe(&self, subscriber: &Obj) {
        self.state.lock().subscribers.retain(|other| !other.same(subscriber));
        if let Some(handle) = subscriber.get::<Subscriber>() {
            handle.let_go();
            finish(handle.payload());
        }
    }

    /// All subscriptions, in the order in which they were made.
    pub fn subscribers(&self) -> Vec<Obj> {
        self.state.lock().subscribers.clone()
    }

    /// The events that nobody took, oldest first.
    pub fn received(&self) -> Vec<Obj> {
        self.state.lock().received.clone()
    }

    /// Takes an event out of the queue.
    pub fn remove(&self, event: &Obj) {
        self.state.lock().received.retain(|other| !other.same(event));
    }

    /// Something happened: actions and the client get it, or else it is kept for Get-Event.
    pub fn generate(
        &self,
        source_identifier: PsString,
        sender: Value,
        arguments: Vec<Value>,
        data: Value,
    ) -> Obj {
        let mut state = self.state.lock();
        state.last_event += 1;
        let event = PsEvent::object(
            state.last_event,
            state.runspace,
            source_identifier.clone(),
            sender,
            arguments,
            data,
        );
        let matching: Vec<Obj> = state
            .subscribers
            .iter()
            .filter(|s| {
                s.get::<Subscriber>()
                    .is_some_and(|s| s.parts.source_identifier.eq_ignore_case(&source_identifier))
            })
            .cloned()
            .collect();
        let (mut taken, mut forward, mut over) = (false, false, Vec::new());
        for subscriber in matching {
            let Some(handle) = subscriber.get::<Subscriber>() else { continue };
            let last = handle.count();
            if last {
                over.push(subscriber.clone());
            }
            forward |= handle.parts.forward;
            if handle.parts.action.is_some() {
                taken = true;
                let event = event.clone();
                state.waiting.push_back(Waiting::Action { subscriber: subscriber.clone(), event, last });
            }
        }
        if !taken && forward {
            state.waiting.push_back(Waiting::Forward { event: event.clone() });
        } else if !taken {
            state.received.push(event.clone());
        }
        state.subscribers.retain(|other| !over.iter().any(|subscriber| subscriber.same(other)));
        let (attention, idle) = (state.attention.clone(), state.idle.clone());
        let waits = !state.waiting.is_empty();
        drop(state);
        for handle in over.iter().filter_map(|subscriber| subscriber.get::<Subscriber>()) {
            handle.let_go();
        }
        match (attention, idle) {
            (Some(attention), _) if waits => attention.ask(EVENT),
            (Some(attention), _) => attention.notify(),
            (None, Some(call)) if waits => call(),
            (None, _) => {}
        }
        event
    }

    /// Begins to run what waits, until the guard is dropped; `None` if that is being done already.
    pub(super) fn begin_processing(self: &Arc<Self>) -> Option<Processing> {
        let before = std::mem::replace(&mut self.state.lock().processing, true);
        (!before).then(|| Processing(self.clone()))
    }

    pub(super) fn next_waiting(&self) -> Option<Waiting> {
        self.state.lock().waiting.pop_front()
    }

    pub(super) fn forwarder(&self) -> Option<Arc<dyn Forwarder>> {
        self.state.lock().forwarder.clone()
    }
}

/// Says that a thread runs what waits.
pub(super) struct Processing(Arc<EventManager>);

impl Drop for Processing {
    fn drop(&mut self) {
        self.0.state.lock().processing = false;
    }
}

/// The job of a subscription that takes no more events is over.
pub(super) fn finish(subscriber: &Subscriber) {
    if let Some(job) = subscriber.job().and_then(|job| job.get::<Job>()) {
        Job::change(job, JobState::Stopped, None);
    }
}

fn no_event(name: &PsString) -> Error {
    let text =
        format!("Cannot register for the specified event. An event with the name '{name}' does not exist.");
    Error::argument(&text, "eventName")
}
