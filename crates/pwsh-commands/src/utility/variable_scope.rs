//! What the cmdlets of variables have in common: `-Scope`, wildcards, errors.

use pwsh_runtime::Runspace;
use pwsh_runtime::command::Io;
use pwsh_runtime::scope::{ScopeId, Scopes, VariableCell};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Category, Error, Name, PsString, Result};
use std::sync::Arc;

/// The scope that `-Scope` names: `Global`, `Script`, `Local`, or so many scopes out.
///
/// # Errors
/// For a text that is neither, or a number beyond the global scope.
pub fn scope_named(rs: &Runspace, text: &PsString) -> Result<ScopeId> {
    let here = rs.cur.scope;
    if text.is("Global") {
        return Ok(Scopes::GLOBAL);
    }
    if text.is("Script") {
        return Ok(rs.scopes.script_scope(here));
    }
    if text.is("Local") || text.is("Private") {
        return Ok(here);
    }
    let Ok(number) = text.to_str().parse::<usize>() else {
        let message = "Cannot process argument because the value of argument \"scopeID\" is not valid. Change the value of the \"scopeID\" argument and run the operation again.";
        return Err(Error::new("System.Management.Automation.PSArgumentException", message).id("Argument"));
    };
    rs.scopes.chain(here).nth(number).ok_or_else(|| {
        let message =
            format!("The scope number '{number}' exceeds the number of active scopes. (Parameter 'Scope')\nActual value was {number}.");
        Error::new("System.Management.Automation.PSArgumentOutOfRangeException", message)
            .id("ArgumentOutOfRange")
            .category(Category::InvalidArgument)
    })
}

/// The variables that a pattern means, sorted by name: those that are seen from here, or those of one scope.
pub fn variables_like(
    rs: &mut Runspace,
    pattern: &PsString,
    scope: Option<ScopeId>,
) -> Result<Vec<(ScopeId, Arc<VariableCell>)>> {
    let pattern = Wildcard::new(pattern, Case::Ignore)?;
    let scopes: Vec<ScopeId> = match scope {
        Some(scope) => vec![scope],
        None => rs.scopes.chain(rs.cur.scope).collect(),
    };
    let mut names: Vec<(PsString, Name, ScopeId)> = Vec::new();
    for scope in scopes {
        for (name, _) in rs.scopes.variables(scope) {
            let text = name.text();
            if !names.iter().any(|(_, n, _)| *n == name) && pattern.matches(&text) && is_public(&text) {
                names.push((text, name, scope));
            }
        }
    }
    names.sort_by_key(|(text, _, _)| text.to_str().to_lowercase());
    Ok(names.into_iter().map(|(_, name, scope)| (scope, rs.variable_cell(scope, name))).collect())
}

/// Variables that the runtime keeps for itself begin with a control character.
fn is_public(name: &PsString) -> bool {
    name.unit(0).is_some_and(|unit| unit >= 0x20)
}

/// Reports that there is no variable of that name.
pub fn report_missing(io: &mut Io<'_>, name: &PsString) -> Result<()> {
    let text = format!("Cannot find a variable with the name '{name}'.");
    io.write_error(
        Error::new("System.Management.Automation.ItemNotFoundException", text)
            .id("VariableNotFound")
            .category(Category::ObjectNotFound)
            .target(name.clone()),
    )
}

/// A variable's change that its options forbid.
pub fn forbidden(name: &PsString, text: String, id: &str) -> Error {
    Error::new("System.Management.Automation.SessionStateUnauthorizedAccessException", text)
        .id(id)
        .category(Category::WriteError)
        .target(name.clone())
}
