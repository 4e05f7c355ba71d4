//! Pipelines push: a write runs everything downstream before it returns.
//!
//! Stages lie in a slab of the runspace and are named by copyable ids, so that a stage can write to the next
//! one, and an error inside it to a stage further out, without borrowing any of them.

mod function;
mod run;
mod sinks;
mod stage;
mod streams;
mod tee;
mod write;

pub(crate) use run::Source;
pub use run::{NextInput, stop_upstream};
pub use sinks::{Out, Sinks};
pub use stage::{FunctionStage, Stage, Work};
pub use streams::{Streams, Write};
