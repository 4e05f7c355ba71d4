//! `System.Management.Automation.Language.ForEachFlags`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Language.ForEachFlags`.
pub static FOR_EACH_FLAGS: FacadeType =
    FacadeType::flags("System.Management.Automation.Language.ForEachFlags", &[("None", 0), ("Parallel", 1)]);
