//! -Credential of the cmdlets of items.

use pwsh_value::{Category, Error, Result, Value};

/// Accepts that no credential was given.
///
/// # Errors
/// NotSupported for one: files know credentials on New-PSDrive only, other providers nowhere.
pub fn refuse_credential(credential: &Value) -> Result<()> {
    if credential.is_null() {
        return Ok(());
    }
    let text = "The FileSystem provider supports credentials only on the New-PSDrive cmdlet. Perform the operation again without specifying credentials.";
    Err(Error::new("System.Management.Automation.PSNotSupportedException", text)
        .id("NotSupported")
        .category(Category::NotImplemented))
}
