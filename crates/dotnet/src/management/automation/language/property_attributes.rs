//! `System.Management.Automation.Language.PropertyAttributes`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Language.PropertyAttributes`.
pub static PROPERTY_ATTRIBUTES: FacadeType = FacadeType::flags(
    "System.Management.Automation.Language.PropertyAttributes",
    &[("None", 0), ("Public", 1), ("Private", 2), ("Static", 16), ("Literal", 32), ("Hidden", 64)],
);
