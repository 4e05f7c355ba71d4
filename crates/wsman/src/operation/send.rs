use crate::fault::Fault;
use crate::name;
use crate::xml::{Element, Writer};

use super::stream::Stream;
use super::{only, schema};

/// Input for a shell or a command ([MS-WSMV] 3.1.4.12).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Send {
    /// The pieces, in their order; at least one.
    pub streams: Vec<Stream>,
}

impl Send {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let send = only(body, name::SHELL, "Send")?;
        let streams: Vec<_> = send.all(name::SHELL, "Stream").map(Stream::read).collect::<Result<_, _>>()?;
        if streams.is_empty() {
            return Err(schema("expected a Stream in Send, found none".into()));
        }
        Ok(Self { streams })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:Send");
        self.streams.iter().for_each(|stream| stream.write(writer));
        writer.end();
    }
}
