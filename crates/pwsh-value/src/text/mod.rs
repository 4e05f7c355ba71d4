//! .NET's text of numbers, dates and cultures, of composite formats, comparison and encodings.
//!
//! Everything here stands on Rust primitives and knows nothing of [`Value`](crate) or of a session: the
//! culture, the time zone and the destination are always arguments. Formatting appends to a `String` that
//! the caller owns. Results are those of .NET 10 with ICU, checked against tables in `fixtures/text` that a
//! real engine wrote.

pub mod compare;
pub mod composite;
pub mod culture;
pub mod date;
pub mod encoding;
pub mod number;
