//! `System.Management.Automation.Language.MethodAttributes`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Language.MethodAttributes`.
pub static METHOD_ATTRIBUTES: FacadeType = FacadeType::flags(
    "System.Management.Automation.Language.MethodAttributes",
    &[("None", 0), ("Public", 1), ("Private", 2), ("Static", 16), ("Hidden", 64)],
);
