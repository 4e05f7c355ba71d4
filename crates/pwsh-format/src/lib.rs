//! The display of objects: what Format-Table and its kin, Out-String, Out-Default and their kin show.
//!
//! Objects become *format data* ([`data`]): a [`Formatter`] finds the [`view::View`] of the first object (or makes
//! one of its properties) and puts out a start, a group, an entry for each object and the ends, as PowerShell's
//! format cmdlets do; they travel as objects (module `object`), over the wire too. A [`Writer`] makes lines of format
//! data, and of other objects by formatting them first, and gives them to a [`LineOutput`].
//!
//! Invariants: the built-in views are immutable and shared; a view's scripts run in the runspace that displays; a
//! failing property or script shows as nothing and never ends the display.

mod association;
mod cells;
pub mod data;
mod default_format;
pub mod error_view;
mod expression;
mod formatter;
mod generate;
mod lines;
mod object;
pub mod parameter;
mod read;
pub mod style;
mod value_text;
pub mod view;
mod write;

pub use default_format::{initialize, text_of};
pub use expression::Expression;
pub use formatter::{Expand, Formatter, Parameters, Sink};
pub use object::TYPES as FORMAT_TYPES;
pub use write::{LineOutput, Writer};

use pwsh_value::ty::FacadeType;

/// The .NET types that the display brings along, for [`pwsh_value::ty::install`].
pub fn types() -> impl Iterator<Item = &'static FacadeType> {
    object::TYPES.iter().chain(style::TYPES).copied()
}
