//! Commands: their metadata, how a cmdlet is written, how a name becomes one.

mod cmdlet;
mod enumerate;
mod from_value;
mod function;
mod info;
mod initial_aliases;
mod io;
mod metadata;
mod resolve;
mod syntax;
mod table;

pub use cmdlet::{Bind, Cmdlet, CmdletDeclaration, ParameterDeclaration, SetDeclaration};
pub use from_value::{FromValue, HashtableArg, ScriptBlockArg, Switch, field_value, type_named};
pub use function::{Alias, Function, ScriptBlock};
pub use info::{CommandInfo, CommandTypes, MetaRef};
pub use initial_aliases::BuiltInAlias;
pub use io::{CommonParameters, Invocation, Io, Preference};
pub use metadata::{CommandMeta, ConfirmImpact, ParameterMeta, SetMember, Validation};
pub use pwsh_macros::Cmdlet;
pub use resolve::{CommandRef, command_not_found};
pub use syntax::{ALL_SETS, ParameterSet};
pub use table::CommandTable;
