//! Comma-separated values as PowerShell reads and writes them, and what its four cmdlets have in common.

mod import;
mod reader;
mod writer;

pub use import::Import;
pub use reader::Reader;
pub use writer::{Head, Quoting, Writer, property_names};

use psjob_dotnet::globalization::provider;
use pwsh_runtime::command::Io;
use pwsh_value::{Value, ty::FacadeType};

/// The prefix of the second type name of objects that a `#TYPE` line gave theirs.
const TYPE_PREFIX: &str = "CSV:";

/// `-UseQuotes`.
pub static QUOTE_KIND: FacadeType = FacadeType::enumeration(
    "Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind",
    &[("Never", 0), ("Always", 1), ("AsNeeded", 2)],
);

/// The delimiter of a call: the one given, the culture's with `-UseCulture`, else a comma.
pub fn delimiter(io: &Io<'_>, given: &Value, use_culture: bool) -> char {
    if use_culture {
        return provider::current(io.rs).text.list_separator.chars().next().unwrap_or(',');
    }
    match given.unwrapped() {
        Value::Char(unit) if *unit != 0 => char::from_u32(u32::from(*unit)).unwrap_or(','),
        _ => ',',
    }
}
