//! `System.Timers`.

pub mod elapsed_event_args;
pub mod elapsed_event_handler;
mod schedule;
pub mod timer;
