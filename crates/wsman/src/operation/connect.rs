use crate::fault::Fault;
use crate::name;
use crate::xml::{Element, Writer};

use super::{only, powershell_data, streams};

/// Another client takes a shell, or a command of it, up ([MS-WSMV] 3.1.4.17).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Connect {
    /// The command; the shell where there is none.
    pub command_id: Option<String>,
    /// PowerShell's `connectXml`: SESSION_CAPABILITY and CONNECT_RUNSPACEPOOL.
    pub connect_xml: Option<Vec<u8>>,
}

impl Connect {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let connect = only(body, name::SHELL, "Connect")?;
        Ok(Self {
            command_id: connect.attribute("CommandId").map(str::to_owned),
            connect_xml: powershell_data(connect, "connectXml")?,
        })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:Connect").attribute_if("CommandId", self.command_id.as_deref());
        if let Some(xml) = &self.connect_xml {
            writer.start("pwsh:connectXml").base64(xml).end();
        }
        writer.end();
    }
}

/// What the shell is, for the client that took it up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConnectResponse {
    /// The streams that the client may send.
    pub input_streams: Vec<String>,
    /// The streams that it may receive.
    pub output_streams: Vec<String>,
    /// PowerShell's `connectResponseXml`.
    pub response_xml: Option<Vec<u8>>,
}

impl ConnectResponse {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let response = only(body, name::SHELL, "ConnectResponse")?;
        Ok(Self {
            input_streams: streams(response.text_of(name::SHELL, "InputStreams")),
            output_streams: streams(response.text_of(name::SHELL, "OutputStreams")),
            response_xml: powershell_data(response, "connectResponseXml")?,
        })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:ConnectResponse");
        for (name, streams) in
            [("rsp:InputStreams", &self.input_streams), ("rsp:OutputStreams", &self.output_streams)]
        {
            if !streams.is_empty() {
                writer.leaf(name, &streams.join(" "));
            }
        }
        if let Some(xml) = &self.response_xml {
            writer.start("pwsh:connectResponseXml").base64(xml).end();
        }
        writer.end();
    }
}
