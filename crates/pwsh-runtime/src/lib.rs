//! The embedded PowerShell runtime: compiler, evaluator, binder, pipelines and session state.
//!
//! A [`Session`] is a process to its script; a [`Runspace`] runs one pipeline at a time on whatever thread
//! enters it. Source becomes a [`code::Block`] once, compiled to trees over slots, shared by all sessions;
//! `eval` walks those trees. Commands are found by `command`, their arguments bound by `binder`, their
//! objects pushed through `pipeline`.
//!
//! Invariants: the evaluator never looks at the syntax tree; no lock is held while script runs; every wait
//! goes through [`attention`]; what a script does to its environment stays in its [`Session`].

pub mod attention;
mod automatic;
pub mod binder;
pub mod class;
pub mod code;
pub mod command;
mod compile;
mod confirmation;
pub mod data_file;
pub mod deserialize;
mod engine_values;
pub mod error_record;
pub mod eval;
pub mod events;
pub mod facade;
pub mod history;
pub mod host;
pub mod job;
pub mod literal;
pub mod member;
pub mod module;
pub mod native;
pub mod path;
pub mod pipeline;
pub mod policy;
pub mod provider;
pub mod record;
mod regex_match;
pub mod registry;
mod runspace;
pub mod scope;
pub mod serialize;
mod session;
pub mod source_text;
pub mod type_data;
mod type_name;

pub use runspace::{Frame, Runspace};
pub use session::{Session, Shared};
