use crate::fault::Fault;
use crate::name;
use crate::xml::{Element, Writer};

use super::only;

/// A client takes its own shell, or one command of it, up again ([MS-WSMV] 3.1.4.16).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reconnect {
    /// The command; the shell where there is none.
    pub command_id: Option<String>,
}

impl Reconnect {
    /// Clients of Windows send an empty body, others an element.
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        if body.children.is_empty() {
            return Ok(Self::default());
        }
        let reconnect = only(body, name::SHELL, "Reconnect")?;
        Ok(Self { command_id: reconnect.attribute("CommandId").map(str::to_owned) })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:Reconnect").attribute_if("CommandId", self.command_id.as_deref()).end();
    }
}
