//! `System.Management.Automation.ParameterBindingArgumentTransformationException`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.ParameterBindingArgumentTransformationException`.
pub static PARAMETER_BINDING_ARGUMENT_TRANSFORMATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.ParameterBindingException",
    ..FacadeType::class("System.Management.Automation.ParameterBindingArgumentTransformationException")
};
