use bytes::Bytes;

use crate::fault::Fault;
use crate::xml::{Element, Writer};

use super::{base64, schema};

/// A piece of a stream ([MS-WSMV] 2.2.4.41).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stream {
    /// Its name: `stdin`, `pr`, `stdout`, `stderr`.
    pub name: String,
    /// The command it belongs to; the shell where there is none.
    pub command_id: Option<String>,
    /// The bytes.
    pub data: Bytes,
    /// Whether nothing follows on this stream.
    pub end: bool,
}

impl Stream {
    pub(super) fn read(element: &Element) -> Result<Self, Fault> {
        let name = element
            .attribute("Name")
            .ok_or_else(|| schema("expected the attribute Name of a Stream".into()))?;
        Ok(Self {
            name: name.into(),
            command_id: element.attribute("CommandId").map(str::to_owned),
            data: if element.is_nil() { Bytes::new() } else { base64(element)?.into() },
            end: matches!(element.attribute("End"), Some("true" | "TRUE" | "1")),
        })
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:Stream").attribute("Name", &self.name);
        writer.attribute_if("CommandId", self.command_id.as_deref());
        if self.end {
            writer.attribute("End", "true");
        }
        if !self.data.is_empty() {
            writer.base64(&self.data);
        }
        writer.end();
    }
}
