//! `System.Management.Automation.Runspaces.OutputBufferingMode`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Runspaces.OutputBufferingMode`.
pub static OUTPUT_BUFFERING_MODE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Runspaces.OutputBufferingMode",
    &[("None", 0), ("Drop", 1), ("Block", 2)],
);
