//! `System.Management.Automation.OutputRendering`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.OutputRendering`.
pub static OUTPUT_RENDERING: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.OutputRendering",
    &[("Host", 0), ("PlainText", 1), ("Ansi", 2)],
);
