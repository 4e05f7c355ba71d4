//! What psjob was asked to do, in its own words or in those of `pwsh`.

pub mod powershell;

use std::ffi::OsString;

/// Whether arguments are those of `pwsh`, in whose place psjob was started: they begin with an option that
/// is not one of psjob's own.
pub fn are_powershells(arguments: &[OsString]) -> bool {
    let Some(first) = arguments.first().and_then(|first| first.to_str()) else { return false };
    first.starts_with('-') && !matches!(first, "-h" | "--help" | "-V" | "--version")
}
