//! `System.EnvironmentVariableTarget`.

use pwsh_value::ty::FacadeType;

/// `System.EnvironmentVariableTarget`.
pub static ENVIRONMENT_VARIABLE_TARGET: FacadeType = FacadeType::enumeration(
    "System.EnvironmentVariableTarget",
    &[("Process", 0), ("User", 1), ("Machine", 2)],
);
