//! Native programs as stages of a pipeline.
//!
//! A program is a child process in a process group of its own, so that a stop ends all that it started. Three
//! threads serve it (its output, its errors, its end) and one more its input; they move bytes only. The
//! pipeline's thread does all else, and waits for them through [`attention`](crate::attention), so that a
//! stop reaches it at once. The child gets pipes or /dev/null as 0, 1 and 2 and nothing above that this
//! process opened: all of it is closed on exec. (What this process itself inherited open is its start's to mark.)

mod arguments;
mod child;
mod encoding;
mod failure;
mod lines;
mod stage;

pub use stage::NativeStage;
