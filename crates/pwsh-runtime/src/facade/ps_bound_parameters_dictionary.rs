//! `System.Management.Automation.PSBoundParametersDictionary`: what `$PSBoundParameters` is.

use pwsh_value::ty::FacadeType;

pub(super) static PS_BOUND_PARAMETERS_DICTIONARY: FacadeType = FacadeType {
    base: "System.Collections.Generic.Dictionary[string,System.Object]",
    ..FacadeType::class("System.Management.Automation.PSBoundParametersDictionary")
};
