//! Whole messages: an envelope with its header and body.

use crate::fault::{Fault, FaultKind};
use crate::header::Header;
use crate::name::{self, action};
use crate::operation::{
    Command, CommandResponse, Connect, ConnectResponse, Create, CreateResponse, Disconnect, Enumerate,
    EnumerateResponse, IdentifyResponse, Pull, Receive, ReceiveResponse, Reconnect, Release, Send, Shell,
    Signal,
};
use crate::xml::{self, Element, Limits, Writer, XmlError};

/// What a client asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Of whom, how, and how long it may take.
    pub header: Header,
    /// What.
    pub body: RequestBody,
}

/// The body of a request, by its action.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the operation of its name")]
pub enum RequestBody {
    Identify,
    Create(Create),
    Get,
    Delete,
    Enumerate(Enumerate),
    Pull(Pull),
    Release(Release),
    Command(Command),
    Send(Send),
    Receive(Receive),
    Signal(Signal),
    Disconnect(Disconnect),
    Reconnect(Reconnect),
    Connect(Connect),
}

/// What a service answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// To which request.
    pub header: Header,
    /// What.
    pub body: ResponseBody,
}

/// The body of a response, by its action.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the answer to the operation of its name")]
pub enum ResponseBody {
    Identify(IdentifyResponse),
    Create(CreateResponse),
    Get(Shell),
    Delete,
    Enumerate(EnumerateResponse),
    Pull(EnumerateResponse),
    Release,
    Command(CommandResponse),
    Send,
    Receive(ReceiveResponse),
    Signal,
    Disconnect,
    Reconnect,
    Connect(ConnectResponse),
    Fault(Fault),
}

/// A message that cannot be taken, with the fault that answers it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", fault.reason)]
pub struct Refused {
    /// What is wrong.
    pub fault: Box<Fault>,
    /// The header as far as it could be read, for the answer.
    pub header: Box<Header>,
}

impl Request {
    /// Reads a request from an envelope.
    pub fn read(envelope: &[u8], limits: &Limits) -> Result<Self, Refused> {
        let (header, body) = parts(envelope, limits)?;
        match RequestBody::read(&header, &body) {
            Ok(body) => Ok(Self { header, body }),
            Err(fault) => Err(Refused { fault: Box::new(fault), header: Box::new(header) }),
        }
    }

    /// Writes the envelope, in UTF-8.
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer::envelope(self.header.locale.as_deref().unwrap_or("en-US"));
        match self.body {
            RequestBody::Identify => _ = writer.start("s:Header").end(),
            _ => self.header.write(&mut writer),
        }
        writer.start("s:Body");
        self.body.write(&mut writer);
        writer.finish()
    }
}

impl RequestBody {
    /// The action of the request; Identify has none.
    pub fn action(&self) -> Option<&'static str> {
        Some(match self {
            Self::Identify => return None,
            Self::Create(_) => action::CREATE,
            Self::Get => action::GET,
            Self::Delete => action::DELETE,
            Self::Enumerate(_) => action::ENUMERATE,
            Self::Pull(_) => action::PULL,
            Self::Release(_) => action::RELEASE,
            Self::Command(_) => action::COMMAND,
            Self::Send(_) => action::SEND,
            Self::Receive(_) => action::RECEIVE,
            Self::Signal(_) => action::SIGNAL,
            Self::Disconnect(_) => action::DISCONNECT,
            Self::Reconnect(_) => action::RECONNECT,
            Self::Connect(_) => action::CONNECT,
        })
    }

    fn read(header: &Header, body: &Element) -> Result<Self, Fault> {
        Ok(match header.action.as_str() {
            "" if IdentifyResponse::is_asked(body) => Self::Identify,
            "" => {
                return Err(Fault::with_reason(
                    FaultKind::HeaderRequired,
                    "the header block Action is missing",
                ));
            }
            action::CREATE => Self::Create(Create::read(body)?),
            action::GET => Self::Get,
            action::DELETE => Self::Delete,
            action::ENUMERATE => Self::Enumerate(Enumerate::read(body)?),
            action::PULL => Self::Pull(Pull::read(body)?),
            action::RELEASE => Self::Release(Release::read(body)?),
            action::COMMAND => Self::Command(Command::read(body)?),
            action::SEND => Self::Send(Send::read(body)?),
            action::RECEIVE => Self::Receive(Receive::read(body)?),
            action::SIGNAL => Self::Signal(Signal::read(body)?),
            action::DISCONNECT => Self::Disconnect(Disconnect::read(body)?),
            action::RECONNECT => Self::Reconnect(Reconnect::read(body)?),
            action::CONNECT => Self::Connect(Connect::read(body)?),
            other => {
                let reason =
                    format!("the action '{}' is not supported", other.chars().take(256).collect::<String>());
                return Err(Fault::with_reason(FaultKind::ActionNotSupported, reason));
            }
        })
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Self::Identify => IdentifyResponse::write_request(writer),
            Self::Create(create) => create.write(writer),
            Self::Get | Self::Delete => {}
            Self::Enumerate(enumerate) => enumerate.write(writer),
            Self::Pull(pull) => pull.write(writer),
            Self::Release(release) => release.write(writer),
            Self::Command(command) => command.write(writer),
            Self::Send(send) => send.write(writer),
            Self::Receive(receive) => receive.write(writer),
            Self::Signal(signal) => signal.write(writer),
            Self::Disconnect(disconnect) => disconnect.write(writer),
            Self::Reconnect(reconnect) => reconnect.write(writer),
            Self::Connect(connect) => connect.write(writer),
        }
    }
}

impl Response {
    /// The answer to a request, under a message id that was not used before.
    pub fn to(request: &Header, message_id: impl Into<String>, body: ResponseBody) -> Self {
        Self { header: request.answer(body.action(), message_id), body }
    }

    /// Reads a response from an envelope.
    pub fn read(envelope: &[u8], limits: &Limits) -> Result<Self, Refused> {
        let (header, body) = parts(envelope, limits)?;
        match ResponseBody::read(&header, &body) {
            Ok(body) => Ok(Self { header, body }),
            Err(fault) => Err(Refused { fault: Box::new(fault), header: Box::new(header) }),
        }
    }

    /// Writes the envelope, in UTF-8.
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer::envelope("en-US");
        match self.body {
            ResponseBody::Identify(_) => _ = writer.start("s:Header").end(),
            _ => self.header.write(&mut writer),
        }
        writer.start("s:Body");
        self.body.write(&mut writer);
        writer.finish()
    }
}

impl ResponseBody {
    /// The action of the response; Identify has none.
    pub fn action(&self) -> String {
        let request = match self {
            Self::Identify(_) => return String::new(),
            Self::Fault(fault) => return fault.action().to_owned(),
            Self::Create(_) => action::CREATE,
            Self::Get(_) => action::GET,
            Self::Delete => action::DELETE,
            Self::Enumerate(_) => action::ENUMERATE,
            Self::Pull(_) => action::PULL,
            Self::Release => action::RELEASE,
            Self::Command(_) => action::COMMAND,
            Self::Send => action::SEND,
            Self::Receive(_) => action::RECEIVE,
            Self::Signal => action::SIGNAL,
            Self::Disconnect => action::DISCONNECT,
            Self::Reconnect => action::RECONNECT,
            Self::Connect(_) => action::CONNECT,
        };
        format!("{request}Response")
    }

    fn read(header: &Header, body: &Element) -> Result<Self, Fault> {
        if let Some(fault) = body.child(name::SOAP, "Fault") {
            return Ok(Self::Fault(Fault::read(fault)));
        }
        if header.action.is_empty() {
            return IdentifyResponse::read(body).map(Self::Identify);
        }
        let unknown = || {
            Fault::with_reason(
                FaultKind::ActionNotSupported,
                format!("the answer's action '{}' is not known", header.action),
            )
        };
        Ok(match header.action.strip_suffix("Response").ok_or_else(unknown)? {
            action::CREATE => Self::Create(CreateResponse::read(body)?),
            action::GET => Self::Get(Shell::read_body(body)?),
            action::DELETE => Self::Delete,
            action::ENUMERATE => Self::Enumerate(EnumerateResponse::read(body, "EnumerateResponse")?),
            action::PULL => Self::Pull(EnumerateResponse::read(body, "PullResponse")?),
            action::RELEASE => Self::Release,
            action::COMMAND => Self::Command(CommandResponse::read(body)?),
            action::SEND => Self::Send,
            action::RECEIVE => Self::Receive(ReceiveResponse::read(body)?),
            action::SIGNAL => Self::Signal,
            action::DISCONNECT => Self::Disconnect,
            action::RECONNECT => Self::Reconnect,
            action::CONNECT => Self::Connect(ConnectResponse::read(body)?),
            _ => return Err(unknown()),
        })
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Self::Identify(response) => response.write(writer),
            Self::Create(response) => response.write(writer),
            Self::Get(shell) => shell.write(writer),
            Self::Delete | Self::Release => {}
            Self::Enumerate(response) => response.write(writer, false),
            Self::Pull(response) => response.write(writer, true),
            Self::Command(response) => response.write(writer),
            Self::Send => _ = writer.start("rsp:SendResponse").end(),
            Self::Receive(response) => response.write(writer),
            Self::Signal => _ = writer.start("rsp:SignalResponse").end(),
            Self::Disconnect => _ = writer.start("rsp:DisconnectResponse").end(),
            Self::Reconnect => _ = writer.start("rsp:ReconnectResponse").end(),
            Self::Connect(response) => response.write(writer),
            Self::Fault(fault) => fault.write(writer),
        }
    }
}

/// Header and body of an envelope.
fn parts(envelope: &[u8], limits: &Limits) -> Result<(Header, Element), Refused> {
    let refused = |fault| Refused { fault: Box::new(fault), header: Box::default() };
    let mut root = xml::read(envelope, limits).map_err(|error| refused(xml_fault(&error)))?;
    if !root.is(name::SOAP, "Envelope") {
        let reason = format!("expected an envelope of SOAP 1.2, found {} of '{}'", root.name, root.namespace);
        return Err(refused(Fault::with_reason(FaultKind::VersionMismatch, reason)));
    }
    let header = match root.child(name::SOAP, "Header") {
        Some(header) => Header::read(header).map_err(|fault| Refused {
            fault: Box::new(fault),
            header: Box::new(Header {
                message_id: header.text_of(name::ADDRESSING, "MessageID").map(str::to_owned),
                ..Header::default()
            }),
        })?,
        None => Header::default(),
    };
    let body = root.children.iter().position(|child| child.is(name::SOAP, "Body"));
    match body {
        Some(at) => Ok((header, root.children.swap_remove(at))),
        None => Err(Refused {
            fault: Box::new(Fault::with_reason(
                FaultKind::SchemaValidation,
                "expected a Body in the envelope, found none",
            )),
            header: Box::new(header),
        }),
    }
}

fn xml_fault(error: &XmlError) -> Fault {
    let kind = match error {
        XmlError::Limit { what: "bytes", .. } => FaultKind::EnvelopeTooLarge,
        _ => FaultKind::InvalidXml,
    };
    Fault::with_reason(kind, error.to_string())
}
