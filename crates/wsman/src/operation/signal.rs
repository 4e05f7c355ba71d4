use crate::fault::Fault;
use crate::name;
use crate::xml::{Element, Writer};

use super::{only, schema};

/// A signal to a command ([MS-WSMV] 3.1.4.13).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signal {
    /// The command; the shell where there is none.
    pub command_id: Option<String>,
    /// One of [`name::signal`].
    pub code: String,
}

impl Signal {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let signal = only(body, name::SHELL, "Signal")?;
        let code = signal.text_of(name::SHELL, "Code");
        Ok(Self {
            command_id: signal.attribute("CommandId").map(str::to_owned),
            code: code.ok_or_else(|| schema("expected Code in Signal, found none".into()))?.into(),
        })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:Signal").attribute_if("CommandId", self.command_id.as_deref());
        writer.leaf("rsp:Code", &self.code).end();
    }
}
