//! `System.Management.Automation.ProviderNameAmbiguousException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.ProviderNameAmbiguousException`.
pub static PROVIDER_NAME_AMBIGUOUS_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.ProviderNotFoundException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.ProviderInfo] PossibleMatches {get;}",
            possible_matches,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.ProviderNameAmbiguousException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}

fn possible_matches(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "PossibleMatches")
}
