//! What stands in the bodies of messages, a file for each operation.

mod command;
mod connect;
mod create;
mod disconnect;
mod enumerate;
mod identify;
mod receive;
mod reconnect;
mod send;
mod shell;
mod signal;
mod stream;

pub use command::{Command, CommandResponse};
pub use connect::{Connect, ConnectResponse};
pub use create::{Create, CreateResponse};
pub use disconnect::Disconnect;
pub use enumerate::{
    EndpointReference, Enumerate, EnumerateResponse, Item, ListedCommand, Mode, Pull, Release,
};
pub use identify::IdentifyResponse;
pub use receive::{CommandState, Receive, ReceiveResponse};
pub use reconnect::Reconnect;
pub use send::Send;
pub use shell::{BufferMode, Shell, ShellState};
pub use signal::Signal;
pub use stream::Stream;

use crate::fault::{Fault, FaultKind};
use crate::name;
use crate::xml::Element;

/// The body's only element, which must have this name.
fn only<'e>(body: &'e Element, namespace: &str, name: &str) -> Result<&'e Element, Fault> {
    match body.children.as_slice() {
        [element] if element.is(namespace, name) => Ok(element),
        [element] => Err(schema(format!("expected {name} in the body, found {}", element.name))),
        [] => Err(schema(format!("expected {name} in the body, found nothing"))),
        _ => Err(schema(format!("expected {name} alone in the body, found several elements"))),
    }
}

fn schema(reason: String) -> Fault {
    Fault::with_reason(FaultKind::SchemaValidation, reason)
}

/// Base64, in which white space may stand.
fn base64(element: &Element) -> Result<Vec<u8>, Fault> {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    let text = element.trimmed();
    let decoded = if text.bytes().any(|byte| byte.is_ascii_whitespace()) {
        STANDARD.decode(text.split_ascii_whitespace().collect::<String>())
    } else {
        STANDARD.decode(text)
    };
    decoded.map_err(|error| schema(format!("{}: expected base64, found other text: {error}", element.name)))
}

/// Names of streams, separated by blanks.
fn streams(text: Option<&str>) -> Vec<String> {
    text.unwrap_or_default().split_ascii_whitespace().map(str::to_owned).collect()
}

/// The element of PowerShell's own data, such as `creationXml`.
fn powershell_data(parent: &Element, name: &str) -> Result<Option<Vec<u8>>, Fault> {
    parent.child(name::POWERSHELL, name).map(base64).transpose()
}
