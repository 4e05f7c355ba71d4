//! The `-Culture` of the cmdlets that compare objects.

use psjob_dotnet::globalization::culture_info::not_found;
use pwsh_value::text::culture::Culture;
use pwsh_value::{Category, Error, PsString, Result};

/// The languages that CLDR orders by the root collation, the one order that values have here.
const ROOT_ORDER: [&str; 12] = ["", "de", "en", "fr", "ga", "id", "it", "ms", "nl", "pt", "sw", "zu"];

/// Accepts a culture whose order of strings is the one that cmdlets compare by; empty where none is given.
///
/// # Errors
/// `CultureNotFoundException` for a name that is none; NotSupported for a culture with an order of its own.
pub fn accept_culture(name: &PsString) -> Result<()> {
    let culture = Culture::get(&name.to_str()).map_err(|error| not_found(&error))?;
    let language = culture.name.split('-').next().unwrap_or_default();
    // Canadian French compares accents from the end of a word.
    if ROOT_ORDER.contains(&language) && &*culture.name != "fr-CA" {
        return Ok(());
    }
    let text = format!("Comparing by the order of the culture '{}' is not supported.", culture.name);
    Err(Error::new("System.Management.Automation.PSNotSupportedException", text)
        .id("NotSupported")
        .category(Category::NotImplemented)
        .target(name.clone()))
}
