//! `System.Management.Automation.DisplayEntryValueType`.

use pwsh_value::ty::FacadeType;

/// What a display entry's text is.
pub static DISPLAY_ENTRY_VALUE_TYPE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.DisplayEntryValueType",
    &[("Property", 0), ("ScriptBlock", 1)],
);
