use std::time::Duration;

use crate::duration::{format_duration, parse_duration};
use crate::fault::Fault;
use crate::name;
use crate::xml::{Element, Writer};

use super::shell::BufferMode;
use super::{only, schema};

/// A client leaves, and the shell goes on without it ([MS-WSMV] 3.1.4.15).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Disconnect {
    /// How long the shell waits to be taken up again.
    pub idle_timeout: Option<Duration>,
    /// What happens when the buffer for output is full.
    pub buffer_mode: Option<BufferMode>,
}

impl Disconnect {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let disconnect = only(body, name::SHELL, "Disconnect")?;
        let idle_timeout = disconnect.text_of(name::SHELL, "IdleTimeOut").map(parse_duration).transpose();
        let buffer_mode = disconnect.text_of(name::SHELL, "BufferMode").map(BufferMode::read).transpose()?;
        Ok(Self {
            idle_timeout: idle_timeout.map_err(|error| schema(format!("IdleTimeOut: {error}")))?,
            buffer_mode,
        })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:Disconnect");
        writer.leaf_if("rsp:IdleTimeOut", self.idle_timeout.map(format_duration).as_deref());
        writer.leaf_if("rsp:BufferMode", self.buffer_mode.map(BufferMode::as_str));
        writer.end();
    }
}
