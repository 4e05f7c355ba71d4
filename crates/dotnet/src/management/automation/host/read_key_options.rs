//! `System.Management.Automation.Host.ReadKeyOptions`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Host.ReadKeyOptions`.
pub static READ_KEY_OPTIONS: FacadeType = FacadeType::flags(
    "System.Management.Automation.Host.ReadKeyOptions",
    &[("AllowCtrlC", 1), ("NoEcho", 2), ("IncludeKeyDown", 4), ("IncludeKeyUp", 8)],
);
