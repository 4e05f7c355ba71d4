//! The System.* types that PowerShell scripts see, one file a type, in folders named after the namespaces.
//!
//! Start at [`table::TYPES`]: one line a type. A file holds the type's static table, whose signatures are the
//! text that PowerShell prints, and the functions that run. Values are converted, compared and turned into
//! text by the [`Context`](pwsh_value::Context) alone, so that classes in script can override what they like.
//!
//! Nothing here touches what belongs to the operating system process: directory, environment, culture and
//! statics are the session's ([`Process`](pwsh_value::Process)).

pub mod collections;
pub mod component_model;
pub mod data;
pub mod diagnostics;
pub mod fault;
pub mod globalization;
pub mod io;
pub mod linq;
pub mod management;
pub mod microsoft;
pub mod net;
pub mod numerics;
pub mod reflection;
pub mod runtime;
pub mod security;
pub mod system;
pub mod table;
pub mod text;
pub mod threading;
pub mod timers;
pub mod web;
pub mod xml;

#[cfg(test)]
mod testing;
