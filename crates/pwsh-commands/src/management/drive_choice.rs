//! Which drives a name and -PSProvider mean.

use pwsh_runtime::Runspace;
use pwsh_runtime::provider::{Drive, Provider, provider_not_found};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Obj, PsString, Result};

/// Drives by name and provider.
pub struct DriveChoice {
    name: Name,
    providers: Vec<Provider>,
}

enum Name {
    Literal(PsString),
    Pattern(Wildcard),
}

impl DriveChoice {
    /// The drives whose name matches, of these providers; of all where none is named.
    ///
    /// # Errors
    /// ProviderNotFound; a pattern that is none.
    pub fn new(name: &PsString, literal: bool, providers: &[PsString]) -> Result<DriveChoice> {
        let name = match literal {
            true => Name::Literal(name.clone()),
            false => Name::Pattern(Wildcard::new(name, Case::Ignore)?),
        };
        let providers = match providers.is_empty() {
            true => Provider::ALL.to_vec(),
            false => providers_named(providers)?,
        };
        Ok(DriveChoice { name, providers })
    }

    /// The drives, in their order.
    pub fn of(&self, rs: &Runspace) -> Vec<Obj> {
        let is_chosen = |drive: &&Obj| {
            drive.get::<Drive>().is_some_and(|drive| {
                self.providers.contains(&drive.provider)
                    && match &self.name {
                        Name::Literal(name) => drive.name.eq_ignore_case(name),
                        Name::Pattern(pattern) => pattern.matches(&drive.name),
                    }
            })
        };
        rs.places.drives.iter().filter(is_chosen).cloned().collect()
    }
}

/// The providers that names mean, with or without module, with wildcards.
///
/// # Errors
/// ProviderNotFound for a name without wildcards.
pub fn providers_named(names: &[PsString]) -> Result<Vec<Provider>> {
    let mut found = Vec::new();
    for name in names {
        let text = name.to_str();
        let matching: Vec<Provider> = match has_wildcards(name) {
            true => {
                let pattern = Wildcard::new(name, Case::Ignore)?;
                let fits = |provider: &Provider| {
                    pattern.matches(&provider.name().into())
                        || pattern.matches(&provider.full_name().as_str().into())
                };
                Provider::ALL.into_iter().filter(fits).collect()
            }
            false => vec![Provider::find(&text).ok_or_else(|| provider_not_found(&text))?],
        };
        found.extend(matching);
    }
    Ok(found)
}
