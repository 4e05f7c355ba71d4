//! The cmdlets, one file each, in a folder for each PowerShell module.
//!
//! Start at [`declarations`]: all cmdlets; each folder's `table` names its own, one line each. The .NET types that
//! cmdlets give out are in [`types`]. What several cmdlets share lies beside the folders: property arguments
//! ([`property`]), the order of values ([`order`]).

pub mod clixml_text;
pub mod core;
pub mod csv;
pub mod culture_argument;
pub mod data_files;
pub mod display;
pub mod encoding_argument;
pub mod enum_argument;
pub mod events;
pub mod file_argument;
pub mod files_to_read;
pub mod jobs;
pub mod json;
pub mod management;
pub mod matching;
pub mod object_errors;
pub mod object_text;
pub mod order;
pub mod property;
pub mod random;
pub mod security;
pub mod type_data;
pub mod types;
pub mod utility;
pub mod verbs;
pub mod xml;

use pwsh_runtime::command::CmdletDeclaration;

/// All cmdlets, for the table of commands.
pub fn declarations() -> Vec<&'static CmdletDeclaration> {
    [
        core::table::CMDLETS,
        display::table::CMDLETS,
        management::table::CMDLETS,
        security::table::CMDLETS,
        events::table::CMDLETS,
        jobs::table::CMDLETS,
        utility::table::CMDLETS,
    ]
    .concat()
    .into_iter()
    .map(|declaration| declaration())
    .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    #[test]
    fn each_cmdlet_is_declared_once() {
        let mut names = HashSet::new();
        for declaration in super::declarations() {
            assert!(names.insert(declaration.name), "{} is declared twice", declaration.name);
        }
    }
}
