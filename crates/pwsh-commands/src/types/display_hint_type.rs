//! `Microsoft.PowerShell.Commands.DisplayHintType`.

use pwsh_value::ty::FacadeType;

/// Which part of a date is shown.
pub static DISPLAY_HINT_TYPE: FacadeType = FacadeType::enumeration(
    "Microsoft.PowerShell.Commands.DisplayHintType",
    &[("Date", 0), ("Time", 1), ("DateTime", 2)],
);
