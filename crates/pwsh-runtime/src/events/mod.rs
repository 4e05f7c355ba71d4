//! Events of a runspace: subscriptions, the queue of what happened, and the actions that run for it.
//!
//! An event may happen on any thread; it is noted there and nothing more. Its action runs on the thread of the
//! runspace: between two commands of the running pipeline, which is [asked](crate::attention::EVENT) for it, or by
//! itself while none runs.

mod action;
mod event;
mod manager;
mod subscriber;

pub use event::PsEvent;
pub use manager::{EventManager, Forwarder};
pub use subscriber::{Subscriber, SubscriberParts};
