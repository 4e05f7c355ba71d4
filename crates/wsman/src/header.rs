//! The header of an envelope: who asks what of which resource, and how much time and room there is for the answer.

use std::time::Duration;

use crate::duration::{format_duration, parse_duration};
use crate::fault::{Fault, FaultKind};
use crate::name;
use crate::options::OptionSet;
use crate::selector::SelectorSet;
use crate::xml::{Element, Writer};

/// The header blocks that operations of shells use ([MS-WSMV] 2.2.4, DSP0226 5 to 7).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// Where the request goes.
    pub to: Option<String>,
    /// What is asked.
    pub action: String,
    /// The request's own id, `uuid:...`.
    pub message_id: Option<String>,
    /// The id of the request that this answers.
    pub relates_to: Option<String>,
    /// Of which kind of resource.
    pub resource_uri: Option<String>,
    /// Of which resource.
    pub selectors: SelectorSet,
    /// How.
    pub options: OptionSet,
    /// Bytes that an answer may have.
    pub max_envelope_size: Option<u64>,
    /// How long the service may wait before it answers.
    pub operation_timeout: Option<Duration>,
    /// The language of texts, such as `en-US`.
    pub locale: Option<String>,
    /// The language of numbers and dates in data.
    pub data_locale: Option<String>,
    /// The client's session ([MS-WSMV] 2.2.4.36): shells disconnect and reconnect within it.
    pub session_id: Option<String>,
    /// The operation that several messages belong to.
    pub operation_id: Option<String>,
    /// The number of the message within its operation.
    pub sequence_id: Option<u64>,
    /// The compression of streams that the client wants, such as `xpress`.
    pub compression: Option<String>,
}

impl Header {
    /// The header of an answer to this request.
    pub fn answer(&self, action: impl Into<String>, message_id: impl Into<String>) -> Self {
        Self {
            to: Some(name::ANONYMOUS.into()),
            action: action.into(),
            message_id: Some(message_id.into()),
            relates_to: self.message_id.clone(),
            operation_id: self.operation_id.clone(),
            sequence_id: self.operation_id.as_ref().and(self.sequence_id),
            ..Self::default()
        }
    }

    /// Reads the blocks of an envelope. A block that must be understood and is not known, or whose value is wrong, is
    /// a fault.
    pub(crate) fn read(header: &Element) -> Result<Self, Fault> {
        let mut read = Self::default();
        for block in &header.children {
            let known = read.block(block)?;
            let must_understand =
                matches!(block.attribute_in(name::SOAP, "mustUnderstand"), Some("true" | "1"));
            if !known && must_understand {
                let reason = format!(
                    "the header block '{}' of {} must be understood and is not",
                    block.name, block.namespace
                );
                return Err(Fault::with_reason(FaultKind::NotUnderstood, reason));
            }
        }
        Ok(read)
    }

    /// Takes a block in, and says whether it is known.
    fn block(&mut self, block: &Element) -> Result<bool, Fault> {
        let text = || Some(block.trimmed().to_owned());
        match (block.namespace.as_str(), block.name.as_str()) {
            (name::ADDRESSING, "To") => self.to = text(),
            (name::ADDRESSING, "Action") => self.action = block.trimmed().to_owned(),
            (name::ADDRESSING, "MessageID") => self.message_id = text(),
            (name::ADDRESSING, "RelatesTo") => self.relates_to = text(),
            (name::ADDRESSING, "ReplyTo" | "FaultTo") => reply_to(block)?,
            (name::WSMAN, "ResourceURI") => self.resource_uri = text(),
            (name::WSMAN, "SelectorSet") => self.selectors = SelectorSet::read(block),
            (name::WSMAN, "OptionSet") => self.options = OptionSet::read(block),
            (name::WSMAN, "MaxEnvelopeSize") => self.max_envelope_size = Some(number(block)?),
            (name::WSMAN, "OperationTimeout") => {
                let duration =
                    parse_duration(&block.text).map_err(|error| invalid(block, &error.to_string()))?;
                self.operation_timeout = Some(duration);
            }
            (name::WSMAN, "Locale") => self.locale = block.language().map(str::to_owned),
            (name::MS_WSMAN, "DataLocale") => self.data_locale = block.language().map(str::to_owned),
            (name::MS_WSMAN, "SessionId") => self.session_id = text(),
            (name::MS_WSMAN, "OperationID") => self.operation_id = text(),
            (name::MS_WSMAN, "SequenceId") => self.sequence_id = Some(number(block)?),
            (name::SHELL, "CompressionType") => self.compression = text(),
            (name::MS_WSMAN, "ActivityId") => {}
            _ => return Ok(false),
        }
        Ok(true)
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        let must = |writer: &mut Writer, name, value: Option<&str>| {
            if let Some(value) = value {
                writer.start(name).attribute("s:mustUnderstand", "true").text(value).end();
            }
        };
        let language = |writer: &mut Writer, name, value: Option<&str>| {
            if let Some(value) = value {
                writer.start(name).attribute("xml:lang", value).attribute("s:mustUnderstand", "false").end();
            }
        };
        writer.start("s:Header");
        writer.leaf_if("a:To", self.to.as_deref());
        must(writer, "w:ResourceURI", self.resource_uri.as_deref());
        if self.relates_to.is_none() {
            writer.start("a:ReplyTo").start("a:Address").attribute("s:mustUnderstand", "true");
            writer.text(name::ANONYMOUS).end().end();
        }
        if !self.action.is_empty() {
            must(writer, "a:Action", Some(&self.action));
        }
        if let Some(size) = self.max_envelope_size {
            must(writer, "w:MaxEnvelopeSize", Some(&size.to_string()));
        }
        writer.leaf_if("a:MessageID", self.message_id.as_deref());
        writer.leaf_if("a:RelatesTo", self.relates_to.as_deref());
        writer.leaf_if("w:OperationTimeout", self.operation_timeout.map(format_duration).as_deref());
        language(writer, "w:Locale", self.locale.as_deref());
        language(writer, "p:DataLocale", self.data_locale.as_deref());
        for (name, value) in [("p:SessionId", &self.session_id), ("p:OperationID", &self.operation_id)] {
            if let Some(value) = value {
                writer.start(name).attribute("s:mustUnderstand", "false").text(value).end();
            }
        }
        if let Some(number) = self.sequence_id {
            writer
                .start("p:SequenceId")
                .attribute("s:mustUnderstand", "false")
                .text(&number.to_string())
                .end();
        }
        must(writer, "rsp:CompressionType", self.compression.as_deref());
        self.selectors.write(writer);
        self.options.write(writer);
        writer.end();
    }
}

/// Answers go back on the connection, so no other address can be honoured.
fn reply_to(block: &Element) -> Result<(), Fault> {
    match block.text_of(name::ADDRESSING, "Address") {
        Some(name::ANONYMOUS) | None => Ok(()),
        Some(other) => Err(invalid(block, &format!("expected the anonymous address, found '{other}'"))),
    }
}

fn number(block: &Element) -> Result<u64, Fault> {
    let text = block.trimmed();
    text.parse().map_err(|_| {
        invalid(block, &format!("expected a number, found '{}'", text.chars().take(64).collect::<String>()))
    })
}

fn invalid(block: &Element, reason: &str) -> Fault {
    Fault::with_reason(FaultKind::InvalidHeader, format!("{}: {reason}", block.name))
}
