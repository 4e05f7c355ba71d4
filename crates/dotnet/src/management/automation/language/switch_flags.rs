//! `System.Management.Automation.Language.SwitchFlags`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Language.SwitchFlags`.
pub static SWITCH_FLAGS: FacadeType = FacadeType::flags(
    "System.Management.Automation.Language.SwitchFlags",
    &[
        ("None", 0),
        ("File", 1),
        ("Regex", 2),
        ("Wildcard", 4),
        ("Exact", 8),
        ("CaseSensitive", 16),
        ("Parallel", 32),
    ],
);
