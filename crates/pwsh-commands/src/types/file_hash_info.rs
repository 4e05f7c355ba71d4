//! `Microsoft.PowerShell.Commands.FileHashInfo`: what Get-FileHash gives.

use super::fields::{get, set};
use pwsh_value::ty::{FacadeType, property_rw};

/// Algorithm, Hash, Path.
pub static FILE_HASH_INFO: FacadeType = FacadeType {
    members: &[
        property_rw("string Algorithm {get;set;}", get::<0>, set::<0>),
        property_rw("string Hash {get;set;}", get::<1>, set::<1>),
        property_rw("string Path {get;set;}", get::<2>, set::<2>),
    ],
    ..FacadeType::class("Microsoft.PowerShell.Commands.FileHashInfo")
};
