//! `System.Management.Automation.ActionPreference`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.ActionPreference`.
pub static ACTION_PREFERENCE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.ActionPreference",
    &[
        ("SilentlyContinue", 0),
        ("Stop", 1),
        ("Continue", 2),
        ("Inquire", 3),
        ("Ignore", 4),
        ("Suspend", 5),
        ("Break", 6),
    ],
);
