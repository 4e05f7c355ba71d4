//! Faults: what went wrong, in the form that SOAP and [MS-WSMV] 2.2.4.43 give it.

mod code;
mod kind;

pub use code::FaultCode;
pub use kind::FaultKind;

use crate::name;
use crate::xml::{Element, Writer};

/// A fault, as sent by a service and shown by a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Whose mistake it is.
    pub code: FaultCode,
    /// The subcode's namespace and local name, such as ([`name::WSMAN`], `TimedOut`).
    pub subcode: Option<(String, String)>,
    /// What people read.
    pub reason: String,
    /// The number of the error, which is what programs look at.
    pub number: Option<u32>,
    /// Who found it.
    pub machine: Option<Box<str>>,
    /// The URI that tells subcodes apart further (DSP0226, `wsman:FaultDetail`).
    pub detail: Option<Box<str>>,
}

impl Fault {
    /// A fault of this kind with the words of Windows.
    pub fn new(kind: FaultKind) -> Self {
        Self::with_reason(kind, kind.text())
    }

    /// A fault of this kind in other words.
    pub fn with_reason(kind: FaultKind, reason: impl Into<String>) -> Self {
        let (namespace, subcode) = kind.subcode();
        Self {
            code: kind.code(),
            subcode: Some((namespace.into(), subcode.into())),
            reason: reason.into(),
            number: Some(kind.number()),
            machine: None,
            detail: kind.detail().map(Box::from),
        }
    }

    /// Whether it is of this kind, by its number, or by its subcode where a service gives no number.
    pub fn is(&self, kind: FaultKind) -> bool {
        match self.number {
            Some(number) => number == kind.number(),
            None => self
                .subcode
                .as_ref()
                .is_some_and(|(namespace, name)| (&**namespace, &**name) == kind.subcode()),
        }
    }

    /// The action that an envelope with this fault has.
    pub fn action(&self) -> &'static str {
        match &self.subcode {
            Some((namespace, _)) if namespace == name::ADDRESSING => name::action::ADDRESSING_FAULT,
            _ => name::action::FAULT,
        }
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("s:Fault").start("s:Code").leaf("s:Value", self.code.prefixed());
        if let Some((namespace, subcode)) = &self.subcode {
            let prefix = prefix(namespace);
            writer.start("s:Subcode").leaf("s:Value", &format!("{prefix}{subcode}")).end();
        }
        writer.end();
        writer
            .start("s:Reason")
            .start("s:Text")
            .attribute("xml:lang", "en-US")
            .text(&self.reason)
            .end()
            .end();
        if self.number.is_some() || self.detail.is_some() {
            writer.start("s:Detail");
            writer.leaf_if("w:FaultDetail", self.detail.as_deref());
            if let Some(number) = self.number {
                writer.start("f:WSManFault").attribute("Code", &number.to_string());
                writer.attribute_if("Machine", self.machine.as_deref());
                writer.leaf("f:Message", &self.reason).end();
            }
            writer.end();
        }
        writer.end();
    }

    /// Reads a fault; what is missing stays empty, as a client must show what there is.
    pub(crate) fn read(fault: &Element) -> Self {
        let code = fault.child(name::SOAP, "Code");
        let subcode = code.and_then(|code| code.child(name::SOAP, "Subcode")?.text_of(name::SOAP, "Value"));
        let detail = fault.child(name::SOAP, "Detail");
        let wsman = detail.and_then(|detail| detail.child(name::FAULT, "WSManFault"));
        let reason = fault.child(name::SOAP, "Reason").and_then(|reason| reason.text_of(name::SOAP, "Text"));
        let message = wsman.and_then(|wsman| wsman.child(name::FAULT, "Message")).map(all_text);
        Self {
            code: code
                .and_then(|code| code.text_of(name::SOAP, "Value"))
                .map_or(FaultCode::Receiver, FaultCode::read),
            subcode: subcode.map(subcode_name),
            reason: reason
                .map(str::to_owned)
                .filter(|reason| !reason.is_empty())
                .or(message)
                .unwrap_or_default(),
            number: wsman.and_then(|wsman| wsman.attribute("Code")?.parse().ok()),
            machine: wsman.and_then(|wsman| wsman.attribute("Machine")).map(Box::from),
            detail: detail.and_then(|detail| detail.text_of(name::WSMAN, "FaultDetail")).map(Box::from),
        }
    }
}

fn prefix(namespace: &str) -> &'static str {
    match namespace {
        name::WSMAN => "w:",
        name::ADDRESSING => "a:",
        name::ENUMERATION => "n:",
        name::TRANSFER => "x:",
        name::MS_WSMAN => "p:",
        _ => "",
    }
}

/// A subcode is a QName in text, whose prefix the tree no longer knows; services use the same few, so the local name
/// says which it is.
fn subcode_name(value: &str) -> (String, String) {
    let local = value.rsplit(':').next().unwrap_or_default();
    let namespace = match local {
        "DestinationUnreachable"
        | "ActionNotSupported"
        | "EndpointUnavailable"
        | "MessageInformationHeaderRequired"
        | "InvalidMessageInformationHeader" => name::ADDRESSING,
        "InvalidEnumerationContext" | "CannotProcessFilter" | "FilteringNotSupported" => name::ENUMERATION,
        "InvalidRepresentation" => name::TRANSFER,
        _ => name::WSMAN,
    };
    (namespace.into(), local.into())
}

/// The text of an element and of all in it: providers put their own elements into a message.
fn all_text(element: &Element) -> String {
    let mut text = element.text.trim().to_owned();
    for child in &element.children {
        text.push_str(&all_text(child));
    }
    text
}
