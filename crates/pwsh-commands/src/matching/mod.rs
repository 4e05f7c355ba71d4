//! What Select-String looks with: patterns, and the lines around what they find.

mod context;
mod pattern;

pub use context::{Around, Tracker, without_display};
pub use pattern::Patterns;
