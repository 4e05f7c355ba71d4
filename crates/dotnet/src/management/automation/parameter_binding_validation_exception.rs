//! `System.Management.Automation.ParameterBindingValidationException`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.ParameterBindingValidationException`.
pub static PARAMETER_BINDING_VALIDATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.ParameterBindingException",
    ..FacadeType::class("System.Management.Automation.ParameterBindingValidationException")
};
