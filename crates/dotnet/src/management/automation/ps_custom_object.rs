//! `System.Management.Automation.PSCustomObject`.

use pwsh_value::ty::FacadeType;
/// `System.Management.Automation.PSCustomObject`.
pub static PS_CUSTOM_OBJECT: FacadeType =
    FacadeType { ..FacadeType::class("System.Management.Automation.PSCustomObject") };
