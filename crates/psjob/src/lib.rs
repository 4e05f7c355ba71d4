//! What the `psjob` binary does: its arguments and its fronts, over an engine that is handed in.

pub mod arguments;
pub mod front;
