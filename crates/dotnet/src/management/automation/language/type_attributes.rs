//! `System.Management.Automation.Language.TypeAttributes`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Language.TypeAttributes`.
pub static TYPE_ATTRIBUTES: FacadeType = FacadeType::flags(
    "System.Management.Automation.Language.TypeAttributes",
    &[("None", 0), ("Class", 1), ("Interface", 2), ("Enum", 4)],
);
