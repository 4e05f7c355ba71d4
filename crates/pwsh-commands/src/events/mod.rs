//! The event cmdlets of Microsoft.PowerShell.Utility: a file a cmdlet, what the two that register share
//! (`registration`), and the types of their objects ([`types`]).

mod choose;
mod get_event;
mod get_event_subscriber;
mod new_event;
mod register_engine_event;
mod register_object_event;
mod registration;
mod remove_event;
pub mod table;
pub mod types;
mod unregister_event;
mod wait_event;
