//! One line to one element.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use psrp::Stream;
use uuid::Uuid;

use super::element::{Element, Kind, Sender};

/// Why a line is not an element that may come from its sender. Any of them ends a session.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// Something stands before, between or after the tags where nothing may.
    #[error("expected one element, found other text at byte {at}")]
    OutsideElement {
        /// Where in the line.
        at: usize,
    },
    /// The markup itself is wrong.
    #[error("expected {expected} at byte {at} of an element")]
    Malformed {
        /// What must stand there.
        expected: &'static str,
        /// Where in the line.
        at: usize,
    },
    /// No element of the framing has this name.
    #[error("expected an element of the framing, found `{name}`")]
    UnknownElement {
        /// The name, cut to 64 bytes.
        name: String,
    },
    /// The element belongs to the other side.
    #[error("expected an element that a {expected:?} sends, found `{name}`")]
    WrongSender {
        /// Who wrote the line.
        expected: Sender,
        /// The element's name.
        name: String,
    },
    /// Data has two attributes, every other element one.
    #[error("expected {expected} attributes on `{name}`, found {found}")]
    AttributeCount {
        /// The element's name.
        name: String,
        /// How many it must have.
        expected: usize,
        /// How many it has.
        found: usize,
    },
    /// An attribute is not there.
    #[error("expected the attribute {attribute} on `{name}`, found none")]
    MissingAttribute {
        /// The element's name.
        name: String,
        /// The attribute that lacks.
        attribute: &'static str,
    },
    /// The PSGuid is no GUID.
    #[error("expected a guid in PSGuid, found `{found}`")]
    BadGuid {
        /// The value, cut to 64 bytes.
        found: String,
    },
    /// The nil GUID where only a pipeline makes sense.
    #[error("expected a pipeline's guid on `{name}`, found the nil guid")]
    NilPipeline {
        /// The element's name.
        name: String,
    },
    /// The stream is neither Default nor PromptResponse.
    #[error("expected the stream Default or PromptResponse, found `{found}`")]
    UnknownStream {
        /// The value, cut to 64 bytes.
        found: String,
    },
    /// Data without data.
    #[error("expected base64 text in Data, found none")]
    EmptyData,
    /// An element other than Data has text in it.
    #[error("expected no text in `{name}`, found some")]
    UnexpectedText {
        /// The element's name.
        name: String,
    },
    /// The text of Data is no base64.
    #[error("expected base64 text in Data, found something else: {reason}")]
    BadBase64 {
        /// What the decoder says.
        reason: base64::DecodeError,
    },
    /// The line goes on beyond what any sender needs.
    #[error("expected a line of at most {limit} bytes, found a longer one")]
    TooLong {
        /// The limit in bytes.
        limit: usize,
    },
}

/// Reads a line, without its end, that `sender` wrote.
pub(super) fn parse(line: &[u8], sender: Sender) -> Result<Element, LineError> {
    let mut rest = Cursor { line, at: 0 };
    if !rest.skip(b"<") {
        return Err(LineError::OutsideElement { at: 0 });
    }
    let name = rest.name();
    let kind = Kind::named(name).ok_or_else(|| LineError::UnknownElement { name: shown(name) })?;
    let attributes = rest.attributes()?;
    let text = rest.content(name)?;
    if rest.at < line.len() {
        return Err(LineError::OutsideElement { at: rest.at });
    }

    let expected = if kind == Kind::Data { 2 } else { 1 };
    if attributes.count != expected {
        return Err(LineError::AttributeCount { name: shown(name), expected, found: attributes.count });
    }
    let missing = |attribute| LineError::MissingAttribute { name: shown(name), attribute };
    let guid = attributes.guid.ok_or_else(|| missing("PSGuid"))?;
    let guid = Uuid::try_parse_ascii(guid).map_err(|_| LineError::BadGuid { found: shown(guid) })?;
    let (stream, bytes) = if kind == Kind::Data {
        let stream = match attributes.stream.ok_or_else(|| missing("Stream"))? {
            b"Default" => Stream::Default,
            b"PromptResponse" => Stream::PromptResponse,
            other => return Err(LineError::UnknownStream { found: shown(other) }),
        };
        if text.is_empty() {
            return Err(LineError::EmptyData);
        }
        (stream, STANDARD.decode(text).map_err(|reason| LineError::BadBase64 { reason })?.into())
    } else if text.is_empty() {
        (Stream::Default, bytes::Bytes::new())
    } else {
        return Err(LineError::UnexpectedText { name: shown(name) });
    };

    let element =
        kind.element(guid, stream, bytes).ok_or_else(|| LineError::NilPipeline { name: shown(name) })?;
    match element.sender() {
        Some(of) if of != sender => Err(LineError::WrongSender { expected: sender, name: shown(name) }),
        _ => Ok(element),
    }
}

/// Text from a line for a message: it comes from elsewhere, so it is cut and made printable.
fn shown(bytes: &[u8]) -> String {
    let cut = &bytes[..bytes.len().min(64)];
    String::from_utf8_lossy(cut).chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

#[derive(Default)]
struct Attributes<'a> {
    count: usize,
    guid: Option<&'a [u8]>,
    stream: Option<&'a [u8]>,
}

struct Cursor<'a> {
    line: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a [u8] {
        &self.line[self.at..]
    }

    fn skip(&mut self, text: &[u8]) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    fn until(&mut self, end: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().position(|byte| end(*byte)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn name(&mut self) -> &'a [u8] {
        self.until(|byte| !byte.is_ascii_alphanumeric() && byte != b'_')
    }

    fn blanks(&mut self) -> bool {
        !self.until(|byte| byte != b' ' && byte != b'\t').is_empty()
    }

    fn malformed(&self, expected: &'static str) -> LineError {
        LineError::Malformed { expected, at: self.at }
    }

    /// The attributes up to the end of the start tag, which is left.
    fn attributes(&mut self) -> Result<Attributes<'a>, LineError> {
        let mut found = Attributes::default();
        loop {
            let apart = self.blanks();
            if matches!(self.rest().first(), None | Some(b'/' | b'>')) {
                return Ok(found);
            }
            if !apart {
                return Err(self.malformed("a blank"));
            }
            let name = self.name();
            if name.is_empty() || !self.skip(b"=") {
                return Err(self.malformed("an attribute"));
            }
            let quote = match self.rest().first() {
                Some(quote @ (b'\'' | b'"')) => *quote,
                _ => return Err(self.malformed("a quote")),
            };
            self.at += 1;
            let value = self.until(|byte| byte == quote || byte == b'<');
            if !self.skip(&[quote]) {
                return Err(self.malformed("a quote"));
            }
            found.count += 1;
            let place = match name {
                b"PSGuid" => &mut found.guid,
                b"Stream" => &mut found.stream,
                _ => continue,
            };
            if place.replace(value).is_some() {
                return Err(self.malformed("each attribute once"));
            }
        }
    }

    /// The rest of the element: its text, empty for an empty element.
    fn content(&mut self, name: &[u8]) -> Result<&'a [u8], LineError> {
        if self.skip(b"/>") {
            return Ok(&[]);
        }
        if !self.skip(b">") {
            return Err(self.malformed("`>`"));
        }
        let rest = self.rest();
        let length = memchr::memchr(b'<', rest).unwrap_or(rest.len());
        self.at += length;
        let closed = self.skip(b"</") && self.skip(name);
        self.blanks();
        if !closed || !self.skip(b">") {
            return Err(self.malformed("the end tag"));
        }
        Ok(&rest[..length])
    }
}
