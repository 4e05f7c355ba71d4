//! The commands of a pipeline together ([MS-PSRP] 2.2.3.11).

use clixml::Text;
use clixml::tree::{Object, ObjectRef, Value};

use super::{Command, LIST_OF_OBJECTS};
use crate::message::BodyError;

/// What a pipeline runs: one statement after the other, each a pipeline of commands.
///
/// ```xml
/// <Obj><MS>
///   <Obj N="ExtraCmds"> <LST> <Obj><MS> <Obj N="Cmds" /> </MS></Obj> ... </LST> </Obj>    several statements only
///   <Obj N="Cmds"> <LST /> </Obj>
///   <B N="IsNested" /> <S N="History" /> <B N="RedirectShellErrorOutputPipe" />
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct PowerShell {
    /// The statements. On the wire the first one stands twice, if there are several.
    pub statements: Vec<Vec<Command>>,
    /// Run within the pipeline that keeps the runspace busy.
    pub is_nested: bool,
    /// The text for the history; `None`: that of the commands.
    pub history: Option<Text>,
    /// Whether the errors of native commands go to the error stream.
    pub redirect_shell_error_output_pipe: bool,
}

impl PowerShell {
    /// One statement.
    pub fn new(commands: Vec<Command>) -> Self {
        Self {
            statements: vec![commands],
            is_nested: false,
            history: None,
            redirect_shell_error_output_pipe: true,
        }
    }

    pub(crate) fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let statements = match object.optional::<&[Value]>("ExtraCmds")? {
            Some(extra) if !extra.is_empty() => extra
                .iter()
                .map(|statement| commands_from(statement.to::<&ObjectRef>()?))
                .collect::<Result<_, BodyError>>()?,
            _ => vec![commands_from(object)?],
        };
        Ok(Self {
            statements,
            is_nested: object.required("IsNested")?,
            history: object.required("History")?,
            redirect_shell_error_output_pipe: object.required("RedirectShellErrorOutputPipe")?,
        })
    }

    pub(crate) fn to_value(&self) -> Value {
        let mut object = Object::new();
        if self.statements.len() > 1 {
            let statements = self
                .statements
                .iter()
                .map(|commands| Object::new().with_member("Cmds", commands_to(commands)));
            object = object.with_member("ExtraCmds", Object::of_types(LIST_OF_OBJECTS).with_list(statements));
        }
        let first = self.statements.first().map(Vec::as_slice).unwrap_or_default();
        object
            .with_member("Cmds", commands_to(first))
            .with_member("IsNested", self.is_nested)
            .with_member("History", self.history.clone())
            .with_member("RedirectShellErrorOutputPipe", self.redirect_shell_error_output_pipe)
            .into()
    }
}

fn commands_from(object: &Object) -> Result<Vec<Command>, BodyError> {
    let commands: &[Value] = object.required("Cmds")?;
    commands.iter().map(Command::from_value).collect()
}

fn commands_to(commands: &[Command]) -> Object {
    Object::of_types(LIST_OF_OBJECTS).with_list(commands.iter().map(Command::to_value))
}
