use crate::fault::Fault;
use crate::name;
use crate::xml::{Element, Writer};

use super::{only, schema};

/// The start of a command ([MS-WSMV] 3.1.4.11).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Command {
    /// The id that the client chose; else the service does.
    pub command_id: Option<String>,
    /// A line for cmd, or the history's text of a pipeline.
    pub command: String,
    /// Arguments of a program, or the base64 of a pipeline's first fragments.
    pub arguments: Vec<String>,
}

impl Command {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let line = only(body, name::SHELL, "CommandLine")?;
        let command = line
            .child(name::SHELL, "Command")
            .ok_or_else(|| schema("expected Command in CommandLine, found none".into()))?;
        Ok(Self {
            command_id: line.attribute("CommandId").map(str::to_owned),
            command: command.text.clone(),
            arguments: line.all(name::SHELL, "Arguments").map(|argument| argument.text.clone()).collect(),
        })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:CommandLine").attribute_if("CommandId", self.command_id.as_deref());
        writer.leaf("rsp:Command", &self.command);
        for argument in &self.arguments {
            writer.leaf("rsp:Arguments", argument);
        }
        writer.end();
    }
}

/// The id of the command that was started.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommandResponse {
    /// It.
    pub command_id: String,
}

impl CommandResponse {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let response = only(body, name::SHELL, "CommandResponse")?;
        let id = response.text_of(name::SHELL, "CommandId");
        Ok(Self {
            command_id: id.ok_or_else(|| schema("expected CommandId in CommandResponse".into()))?.into(),
        })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:CommandResponse").leaf("rsp:CommandId", &self.command_id).end();
    }
}
