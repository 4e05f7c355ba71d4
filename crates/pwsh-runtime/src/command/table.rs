//! The cmdlets of the program: immutable, shared by all sessions.

use super::cmdlet::CmdletDeclaration;
use super::initial_aliases::{BuiltInAlias, INITIAL};
use crate::scope::VariableOptions;
use pwsh_value::Name;
use std::collections::HashMap;

/// The built-in cmdlets and their aliases by name.
#[derive(Default)]
pub struct CommandTable {
    cmdlets: HashMap<Name, &'static CmdletDeclaration>,
    aliases: HashMap<Name, BuiltInAlias>,
}

impl CommandTable {
    /// The table over these declarations and PowerShell's initial aliases; an alias that two claim belongs to the
    /// first.
    pub fn new(declarations: &[&'static CmdletDeclaration]) -> CommandTable {
        let mut table = CommandTable::default();
        for alias in INITIAL {
            table.aliases.insert(Name::intern(alias.name), *alias);
        }
        for declaration in declarations {
            table.cmdlets.insert(Name::intern(declaration.name), declaration);
            for alias in declaration.aliases {
                let options = VariableOptions::default();
                let own = BuiltInAlias { name: alias, definition: declaration.name, options };
                table.aliases.entry(Name::intern(alias)).or_insert(own);
            }
        }
        table
    }

    /// The cmdlet of that name.
    pub fn cmdlet(&self, name: Name) -> Option<&'static CmdletDeclaration> {
        self.cmdlets.get(&name).copied()
    }

    /// The built-in alias of that name.
    pub fn alias(&self, name: Name) -> Option<BuiltInAlias> {
        self.aliases.get(&name).copied()
    }

    /// All cmdlets.
    pub fn cmdlets(&self) -> impl Iterator<Item = &'static CmdletDeclaration> {
        self.cmdlets.values().copied()
    }

    /// All built-in aliases.
    pub fn aliases(&self) -> impl Iterator<Item = BuiltInAlias> {
        self.aliases.values().copied()
    }
}
