//! `System.Management.Automation.VerbInfo`: what Get-Verb gives.

use super::fields::{get, set};
use pwsh_value::ty::{FacadeType, property_rw};

/// Verb, AliasPrefix, Group, Description.
pub static VERB_INFO: FacadeType = FacadeType {
    members: &[
        property_rw("string Verb {get;set;}", get::<0>, set::<0>),
        property_rw("string AliasPrefix {get;set;}", get::<1>, set::<1>),
        property_rw("string Group {get;set;}", get::<2>, set::<2>),
        property_rw("string Description {get;set;}", get::<3>, set::<3>),
    ],
    ..FacadeType::class("System.Management.Automation.VerbInfo")
};
