//! `System.Management.Automation.PSCustomObject`.

use pwsh_value::PsString;
use pwsh_value::ty::{FacadeType, Hooks};

/// `System.Management.Automation.PSCustomObject`; its `ToString()` is empty, `"$object"` is not.
pub static PS_CUSTOM_OBJECT: FacadeType = FacadeType {
    hooks: Hooks { to_string: Some(|_, _| Ok(PsString::empty())), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.PSCustomObject")
};
