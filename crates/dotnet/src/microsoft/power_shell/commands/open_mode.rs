//! `Microsoft.PowerShell.Commands.OpenMode`.

use pwsh_value::ty::FacadeType;

/// `Microsoft.PowerShell.Commands.OpenMode`.
pub static OPEN_MODE: FacadeType = FacadeType::enumeration(
    "Microsoft.PowerShell.Commands.OpenMode",
    &[("Add", 0), ("New", 1), ("Overwrite", 2)],
);
