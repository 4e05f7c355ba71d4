//! The errors of paths.

use pwsh_value::{Category, Error, PsString};

/// No drive has that name.
pub fn drive_not_found(name: &str) -> Error {
    let text = format!("Cannot find drive. A drive with the name '{name}' does not exist.");
    Error::new("System.Management.Automation.DriveNotFoundException", text)
        .id("DriveNotFound")
        .category(Category::ObjectNotFound)
        .target(name)
}

/// No provider has that name.
pub fn provider_not_found(name: &str) -> Error {
    let text = format!("Cannot find a provider with the name '{name}'.");
    Error::new("System.Management.Automation.ProviderNotFoundException", text)
        .id("ProviderNotFound")
        .category(Category::ObjectNotFound)
        .target(name)
}

/// There is nothing at `path`, a path as script sees it.
pub fn item_not_found(path: &PsString) -> Error {
    let text = format!("Cannot find path '{path}' because it does not exist.");
    Error::new("System.Management.Automation.ItemNotFoundException", text)
        .id("PathNotFound")
        .category(Category::ObjectNotFound)
        .target(path.clone())
}
