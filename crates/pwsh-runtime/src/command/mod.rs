//! Commands: their metadata, how a cmdlet is written, how a name becomes one.

mod cmdlet;
mod from_value;
mod function;
mod io;
mod metadata;
mod resolve;
mod table;

pub use cmdlet::{Bind, Cmdlet, CmdletDeclaration, ParameterDeclaration, SetDeclaration};
pub use from_value::{FromValue, HashtableArg, ScriptBlockArg, Switch, field_value, type_named};
pub use function::{Alias, Function, ScriptBlock};
pub use io::{CommonParameters, Invocation, Io, Preference};
pub use metadata::{CommandMeta, ConfirmImpact, ParameterMeta, SetMember, Validation};
pub use pwsh_macros::Cmdlet;
pub use resolve::{CommandInfo, CommandRef};
pub use table::CommandTable;
