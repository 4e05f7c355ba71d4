use crate::fault::Fault;
use crate::name;
use crate::xml::{Element, Writer};

use super::only;

/// Who a service is (DSP0226 11).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IdentifyResponse {
    /// The namespace of WS-Management that it speaks.
    pub protocol_version: String,
    /// Who made it.
    pub product_vendor: String,
    /// What it is.
    pub product_version: String,
}

impl IdentifyResponse {
    /// Whether a body asks for it.
    pub(crate) fn is_asked(body: &Element) -> bool {
        matches!(body.children.as_slice(), [element] if element.is(name::IDENTITY, "Identify"))
    }

    pub(crate) fn write_request(writer: &mut Writer) {
        writer.start("wsmid:Identify").end();
    }

    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let response = only(body, name::IDENTITY, "IdentifyResponse")?;
        let text = |name| response.text_of(name::IDENTITY, name).unwrap_or_default().to_owned();
        Ok(Self {
            protocol_version: text("ProtocolVersion"),
            product_vendor: text("ProductVendor"),
            product_version: text("ProductVersion"),
        })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("wsmid:IdentifyResponse");
        writer.leaf("wsmid:ProtocolVersion", &self.protocol_version);
        writer.leaf("wsmid:ProductVendor", &self.product_vendor);
        writer.leaf("wsmid:ProductVersion", &self.product_version);
        writer.end();
    }
}
