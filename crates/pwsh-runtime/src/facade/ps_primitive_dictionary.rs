//! `System.Management.Automation.PSPrimitiveDictionary`: the table that travels as the application's arguments.

use pwsh_value::ty::FacadeType;

pub(super) static PS_PRIMITIVE_DICTIONARY: FacadeType = FacadeType {
    base: "System.Collections.Hashtable",
    ..FacadeType::class("System.Management.Automation.PSPrimitiveDictionary")
};
