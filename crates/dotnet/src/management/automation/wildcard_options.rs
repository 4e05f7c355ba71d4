//! `System.Management.Automation.WildcardOptions`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.WildcardOptions`.
pub static WILDCARD_OPTIONS: FacadeType = FacadeType::flags(
    "System.Management.Automation.WildcardOptions",
    &[("None", 0), ("Compiled", 1), ("IgnoreCase", 2), ("CultureInvariant", 4)],
);
