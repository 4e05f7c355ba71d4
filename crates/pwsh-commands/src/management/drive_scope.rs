//! The -Scope of the cmdlets of drives: a runspace has one list of drives, so a scope is only looked up.

use pwsh_runtime::Runspace;
use pwsh_value::{Category, Error, PsString, Result};

/// Accepts the name or number of a scope.
///
/// # Errors
/// ArgumentOutOfRange for a number beyond the scopes, Argument for another name.
pub fn known_scope(rs: &Runspace, scope: &PsString) -> Result<()> {
    let text = scope.to_str().to_ascii_lowercase();
    if matches!(&*text, "" | "global" | "local" | "script" | "private") {
        return Ok(());
    }
    let Ok(number) = text.parse::<usize>() else {
        let text = "Cannot process argument because the value of argument \"scopeID\" is not valid. Change the value of the \"scopeID\" argument and run the operation again.";
        return Err(Error::new("System.Management.Automation.PSArgumentException", text)
            .id("Argument")
            .category(Category::InvalidArgument));
    };
    if number < rs.scopes.chain(rs.cur.scope).count() {
        return Ok(());
    }
    let text = format!(
        "The scope number '{number}' exceeds the number of active scopes. (Parameter 'scopeID')\nActual value was {number}."
    );
    Err(Error::new("System.Management.Automation.PSArgumentOutOfRangeException", text)
        .id("ArgumentOutOfRange")
        .category(Category::InvalidArgument))
}
