use crate::fault::Fault;
use crate::name::{self, command_state};
use crate::xml::{Element, Writer};

use super::stream::Stream;
use super::{only, schema, streams};

/// A wait for output ([MS-WSMV] 3.1.4.14).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Receive {
    /// Whose output; the shell's where there is none.
    pub command_id: Option<String>,
    /// The streams that are wanted, such as `stdout stderr`.
    pub streams: Vec<String>,
}

impl Receive {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let receive = only(body, name::SHELL, "Receive")?;
        let desired = receive
            .child(name::SHELL, "DesiredStream")
            .ok_or_else(|| schema("expected DesiredStream in Receive, found none".into()))?;
        Ok(Self {
            command_id: desired.attribute("CommandId").map(str::to_owned),
            streams: streams(Some(desired.trimmed())),
        })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:Receive").start("rsp:DesiredStream");
        writer.attribute_if("CommandId", self.command_id.as_deref());
        writer.text(&self.streams.join(" ")).end().end();
    }
}

/// What a command does ([MS-WSMV] 2.2.4.9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandState {
    /// It runs.
    Running,
    /// It waits for input.
    Pending,
    /// It ended; programs have an exit code.
    Done {
        /// The code, as an unsigned number on the wire.
        exit_code: Option<i32>,
    },
}

/// Output, and what became of the command.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReceiveResponse {
    /// The pieces, in their order.
    pub streams: Vec<Stream>,
    /// The command that the state is of, and the state.
    pub state: Option<(String, CommandState)>,
}

impl ReceiveResponse {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let response = only(body, name::SHELL, "ReceiveResponse")?;
        let streams = response.all(name::SHELL, "Stream").map(Stream::read).collect::<Result<_, _>>()?;
        let state = response.child(name::SHELL, "CommandState").map(read_state).transpose()?;
        Ok(Self { streams, state })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:ReceiveResponse");
        self.streams.iter().for_each(|stream| stream.write(writer));
        if let Some((command, state)) = &self.state {
            let (uri, exit_code) = match state {
                CommandState::Running => (command_state::RUNNING, None),
                CommandState::Pending => (command_state::PENDING, None),
                CommandState::Done { exit_code } => (command_state::DONE, *exit_code),
            };
            writer.start("rsp:CommandState").attribute("CommandId", command).attribute("State", uri);
            writer.leaf_if("rsp:ExitCode", exit_code.map(|code| code.cast_unsigned().to_string()).as_deref());
            writer.end();
        }
        writer.end();
    }
}

fn read_state(element: &Element) -> Result<(String, CommandState), Fault> {
    let command = element.attribute("CommandId").unwrap_or_default().to_owned();
    let state = match element.attribute("State") {
        Some(command_state::RUNNING) => CommandState::Running,
        Some(command_state::PENDING) => CommandState::Pending,
        Some(command_state::DONE) => CommandState::Done {
            exit_code: element.text_of(name::SHELL, "ExitCode").map(exit_code).transpose()?,
        },
        other => {
            return Err(schema(format!(
                "expected a state of a command, found '{}'",
                other.unwrap_or_default()
            )));
        }
    };
    Ok((command, state))
}

/// Services write the code signed or unsigned.
fn exit_code(text: &str) -> Result<i32, Fault> {
    let wide: i64 = text.parse().map_err(|_| schema(format!("expected an exit code, found '{text}'")))?;
    i32::try_from(wide)
        .or_else(|_| u32::try_from(wide).map(u32::cast_signed))
        .map_err(|_| schema(format!("expected an exit code of 32 bits, found '{text}'")))
}
