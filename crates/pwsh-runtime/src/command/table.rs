//! The cmdlets of the program: immutable, shared by all sessions.

use super::cmdlet::CmdletDeclaration;
use pwsh_value::Name;
use std::collections::HashMap;

/// The built-in cmdlets and their aliases by name.
#[derive(Default)]
pub struct CommandTable {
    cmdlets: HashMap<Name, &'static CmdletDeclaration>,
    aliases: HashMap<Name, (&'static str, &'static str)>,
}

impl CommandTable {
    /// The table over these declarations; an alias that two claim belongs to the first.
    pub fn new(declarations: &[&'static CmdletDeclaration]) -> CommandTable {
        let mut table = CommandTable::default();
        for declaration in declarations {
            table.cmdlets.insert(Name::intern(declaration.name), declaration);
            for alias in declaration.aliases {
                table.aliases.entry(Name::intern(alias)).or_insert((alias, declaration.name));
            }
        }
        table
    }

    /// The cmdlet of that name.
    pub fn cmdlet(&self, name: Name) -> Option<&'static CmdletDeclaration> {
        self.cmdlets.get(&name).copied()
    }

    /// What a built-in alias stands for.
    pub fn alias(&self, name: Name) -> Option<&'static str> {
        self.aliases.get(&name).map(|(_, definition)| *definition)
    }

    /// All cmdlets.
    pub fn cmdlets(&self) -> impl Iterator<Item = &'static CmdletDeclaration> {
        self.cmdlets.values().copied()
    }

    /// All built-in aliases: name and definition.
    pub fn aliases(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.aliases.values().copied()
    }
}
