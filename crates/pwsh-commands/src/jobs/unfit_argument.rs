//! Arguments that a parameter itself refuses, in the words of PowerShell's binder.

use pwsh_value::{Category, Error};

/// The error for an argument that cannot be set, because of `text`.
pub(super) fn unfit_argument(parameter: &str, text: &str) -> Error {
    let message = format!(
        "Cannot bind parameter '{parameter}' to the target. Exception setting \"{parameter}\": \"{text}\""
    );
    Error::new("System.Management.Automation.ParameterBindingException", message)
        .id("ParameterBindingFailed")
        .category(Category::WriteError)
}
