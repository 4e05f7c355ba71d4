//! Numbers to text and back, as .NET does it.
//!
//! [`write_integer`] and [`write_double`] are the short ways of a number without a format string;
//! [`format_number`] takes any format string, [`parse`] reads text under [`NumberStyles`].

mod custom;
mod digits;
pub mod parse;
mod plain;
mod specifier;
mod standard;
mod styles;

pub use plain::{
    write_decimal, write_double, write_double_as_powershell, write_integer, write_single,
    write_single_as_powershell, write_unsigned,
};
pub use specifier::NumberFormatError;
pub use standard::{Number, format_number};
pub use styles::{InvalidNumberStyles, NumberStyles};
