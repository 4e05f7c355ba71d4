//! `System.Management.Automation.Host.BufferCellType`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Host.BufferCellType`.
pub static BUFFER_CELL_TYPE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Host.BufferCellType",
    &[("Complete", 0), ("Leading", 1), ("Trailing", 2)],
);
