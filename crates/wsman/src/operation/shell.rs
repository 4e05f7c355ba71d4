use std::time::Duration;

use crate::duration::{format_duration, parse_duration};
use crate::fault::Fault;
use crate::name;
use crate::xml::{Element, Writer};

use super::{only, schema, streams};

/// What a disconnected shell does when its buffer for output is full ([MS-WSMV] 2.2.4.4).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BufferMode {
    /// The command waits.
    #[default]
    Block,
    /// The oldest output is dropped.
    Drop,
}

impl BufferMode {
    /// As it stands in a message.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Block => "Block",
            Self::Drop => "Drop",
        }
    }

    pub(super) fn read(text: &str) -> Result<Self, Fault> {
        match text {
            "Block" => Ok(Self::Block),
            "Drop" => Ok(Self::Drop),
            other => Err(schema(format!("expected Block or Drop as BufferMode, found '{other}'"))),
        }
    }
}

/// Whether a client holds a shell ([MS-WSMV] 2.2.4.37).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ShellState {
    /// A client does.
    #[default]
    Connected,
    /// None does; the shell waits.
    Disconnected,
}

impl ShellState {
    /// As it stands in a message.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Connected => "Connected",
            Self::Disconnected => "Disconnected",
        }
    }

    /// Whatever is not disconnected is connected.
    pub(super) fn read(text: &str) -> Self {
        if text == "Disconnected" { Self::Disconnected } else { Self::Connected }
    }
}

/// A shell as Create, Get and Enumerate show it ([MS-WSMV] 2.2.4.37).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shell {
    /// Its id.
    pub shell_id: String,
    /// The name that the client gave.
    pub name: Option<String>,
    /// What it is a shell of.
    pub resource_uri: String,
    /// The account it belongs to.
    pub owner: Option<String>,
    /// Where the client is.
    pub client_ip: Option<String>,
    /// The process that serves it.
    pub process_id: Option<u32>,
    /// How long it lives without a client.
    pub idle_timeout: Option<Duration>,
    /// The longest that it may be asked to.
    pub max_idle_timeout: Option<Duration>,
    /// The streams that it takes.
    pub input_streams: Vec<String>,
    /// The streams that it gives.
    pub output_streams: Vec<String>,
    /// The language of texts.
    pub locale: Option<String>,
    /// The language of data.
    pub data_locale: Option<String>,
    /// What happens when its buffer is full.
    pub buffer_mode: BufferMode,
    /// Whether a client holds it.
    pub state: ShellState,
    /// How long it has been there.
    pub run_time: Duration,
    /// How long nobody has used it.
    pub inactivity: Duration,
}

impl Shell {
    /// The shell that Get shows.
    pub(crate) fn read_body(body: &Element) -> Result<Self, Fault> {
        only(body, name::SHELL, "Shell").and_then(Self::read)
    }

    pub(super) fn read(shell: &Element) -> Result<Self, Fault> {
        let text = |name| shell.text_of(name::SHELL, name).map(str::to_owned);
        let duration = |name: &str| -> Result<Option<Duration>, Fault> {
            let text = shell.text_of(name::SHELL, name);
            text.map(parse_duration).transpose().map_err(|error| schema(format!("{name}: {error}")))
        };
        Ok(Self {
            shell_id: text("ShellId").unwrap_or_default(),
            name: text("Name"),
            resource_uri: text("ResourceUri").unwrap_or_default(),
            owner: text("Owner"),
            client_ip: text("ClientIP"),
            process_id: shell.text_of(name::SHELL, "ProcessId").and_then(|id| id.parse().ok()),
            idle_timeout: duration("IdleTimeOut")?,
            max_idle_timeout: duration("MaxIdleTimeOut")?,
            input_streams: streams(shell.text_of(name::SHELL, "InputStreams")),
            output_streams: streams(shell.text_of(name::SHELL, "OutputStreams")),
            locale: text("Locale"),
            data_locale: text("DataLocale"),
            buffer_mode: shell
                .text_of(name::SHELL, "BufferMode")
                .map(BufferMode::read)
                .transpose()?
                .unwrap_or_default(),
            state: ShellState::read(shell.text_of(name::SHELL, "State").unwrap_or_default()),
            run_time: duration("ShellRunTime")?.unwrap_or_default(),
            inactivity: duration("ShellInactivity")?.unwrap_or_default(),
        })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:Shell");
        writer.leaf("rsp:ShellId", &self.shell_id);
        writer.leaf_if("rsp:Name", self.name.as_deref());
        writer.leaf("rsp:ResourceUri", &self.resource_uri);
        writer.leaf_if("rsp:Owner", self.owner.as_deref());
        writer.leaf_if("rsp:ClientIP", self.client_ip.as_deref());
        writer.leaf_if("rsp:ProcessId", self.process_id.map(|id| id.to_string()).as_deref());
        writer.leaf_if("rsp:IdleTimeOut", self.idle_timeout.map(format_duration).as_deref());
        writer.leaf("rsp:InputStreams", &self.input_streams.join(" "));
        writer.leaf("rsp:OutputStreams", &self.output_streams.join(" "));
        writer.leaf_if("rsp:MaxIdleTimeOut", self.max_idle_timeout.map(format_duration).as_deref());
        writer.leaf_if("rsp:Locale", self.locale.as_deref());
        writer.leaf_if("rsp:DataLocale", self.data_locale.as_deref());
        writer.leaf("rsp:CompressionMode", "NoCompression");
        writer.leaf("rsp:ProfileLoaded", "Yes");
        writer.leaf("rsp:Encoding", "UTF8");
        writer.leaf("rsp:BufferMode", self.buffer_mode.as_str());
        writer.leaf("rsp:State", self.state.as_str());
        writer.leaf("rsp:ShellRunTime", &elapsed(self.run_time));
        writer.leaf("rsp:ShellInactivity", &elapsed(self.inactivity));
        writer.end();
    }
}

/// As WinRM writes how long something has been.
fn elapsed(duration: Duration) -> String {
    let seconds = duration.as_secs();
    format!("P{}DT{}H{}M{}S", seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60)
}
