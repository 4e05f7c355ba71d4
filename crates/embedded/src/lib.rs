//! The embedded engine: a PSRP server over the runtime, without any other process.
//!
//! [`Embedded`] serves the sessions of a process. A session is a small machine that is woken when something arrives;
//! what runs script takes a thread of a common pool, and an idle session or runspace has none.
//!
//! ```text
//!   EngineEnd --frames--> session (psrp::Server) --RunPipeline--> thread: Runspace
//!             <--frames--                        <-- call_host, finish_pipeline
//!             <--output and records, with credit ------------------'
//! ```
//!
//! Invariants: the machine's lock is never held while script runs; a runspace is in one place at a time (idle in its
//! session, or with the thread that runs it); what a pipeline writes is sent before its final state.

mod engine;
mod initial;
mod session;
mod threads;

pub use engine::Embedded;
