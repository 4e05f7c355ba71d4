//! What the cmdlets of aliases have in common: finding and changing them.

use super::variable_scope::scope_named;
use pwsh_runtime::command::{Alias, CommandInfo, Io};
use pwsh_runtime::scope::{ScopeId, VariableOptions};
use pwsh_value::ops::Case;
use pwsh_value::payload::EnumNumber;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Category, Error, Name, PsString, Result, Value};

/// The scope that `-Scope` names, the running one without it.
///
/// # Errors
/// A scope that is none.
pub fn scope_of(io: &Io<'_>, scope: &PsString) -> Result<ScopeId> {
    if scope.is_empty() { Ok(io.rs.cur.scope) } else { scope_named(io.rs, scope) }
}

/// The options of `-Option`, none without it.
pub fn options_of(option: &Value) -> VariableOptions {
    let bits = option.as_object().and_then(|obj| obj.get::<EnumNumber>()).map_or(0, |number| number.0);
    VariableOptions::of_bits(bits)
}

/// The aliases that a pattern names, by name: those seen here, or those of one scope.
///
/// # Errors
/// A pattern that is none, a scope that is none.
pub fn aliases_like(io: &Io<'_>, pattern: &PsString, scope: &PsString) -> Result<Vec<Alias>> {
    let pattern = Wildcard::new(pattern, Case::Ignore)?;
    let mut found = match scope.is_empty() {
        true => io.rs.aliases(),
        false => {
            let scope = scope_named(io.rs, scope)?;
            let mut found: Vec<Alias> = io.rs.scopes.get(scope).aliases.values().cloned().collect();
            if scope == pwsh_runtime::scope::Scopes::GLOBAL {
                let own: Vec<_> = io.rs.aliases().into_iter().filter(|a| !is_in(&found, a)).collect();
                found.extend(own.into_iter().filter(|a| io.rs.is_built_in_alias(&a.name)));
            }
            found
        }
    };
    found.retain(|alias| pattern.matches(&alias.name));
    found.sort_by_key(|alias| alias.name.to_str().to_lowercase());
    Ok(found)
}

fn is_in(list: &[Alias], alias: &Alias) -> bool {
    list.iter().any(|known| known.name.eq_ignore_case(&alias.name))
}

/// Defines an alias in a scope.
///
/// # Errors
/// AliasNotWritable for one that is constant, or read-only without `force`.
pub fn define(io: &mut Io<'_>, scope: ScopeId, alias: Alias, force: bool) -> Result<()> {
    let name = Name::intern(&alias.name.to_str());
    if let Some(known) = io.rs.alias(&alias.name)
        && is_of(io, scope, name, &alias.name)
        && (known.options.constant || known.options.read_only && !force)
    {
        return Err(protected(
            &alias.name,
            "Alias is not writeable because alias {} is read-only or constant and cannot be written to.",
            "AliasNotWritable",
        ));
    }
    io.rs.scopes.get_mut(scope).aliases.insert(name, alias);
    io.rs.command_generation += 1;
    Ok(())
}

/// Whether an alias is one of a scope: the program's own are of the global one, seen in all.
fn is_of(io: &Io<'_>, scope: ScopeId, name: Name, text: &PsString) -> bool {
    let here = io.rs.scopes.get(scope).aliases.contains_key(&name);
    let shadowed =
        io.rs.scopes.chain(io.rs.cur.scope).any(|s| io.rs.scopes.get(s).aliases.contains_key(&name));
    here || !shadowed && io.rs.is_built_in_alias(text)
}

/// The error of an alias that may not be changed; `{}` in the text stands for its name.
pub fn protected(name: &PsString, text: &str, id: &str) -> Error {
    Error::new(
        "System.Management.Automation.SessionStateUnauthorizedAccessException",
        text.replace("{}", &name.to_str()),
    )
    .id(id)
    .category(Category::WriteError)
    .target(name.clone())
}

/// The error of a name, or a definition, that no alias has.
pub fn not_found(what: &str, text: &PsString) -> Error {
    let message = format!(
        "This command cannot find a matching alias because an alias with the {what} '{text}' does not exist."
    );
    Error::new("System.Management.Automation.ItemNotFoundException", message)
        .id("ItemNotFoundException")
        .category(Category::ObjectNotFound)
        .target(text.clone())
}

/// Puts an alias out as an object.
pub fn put(io: &mut Io<'_>, alias: Alias) -> Result<()> {
    io.write(CommandInfo::Alias(alias).object())
}
