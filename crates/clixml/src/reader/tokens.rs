//! XML's tokens: quick-xml, less all that CLIXML has no use for.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event as XmlEvent};

use super::error::{ReadError, ReadErrorKind};
use crate::escape::push_decoded;
use crate::{RefId, Text};

const NAMESPACE: &[u8] = b"http://schemas.microsoft.com/powershell/2004/04";

/// Names of members that are kept for the next object, which mostly has the same.
const KEPT_NAMES: usize = 256;

/// A tag.
pub(super) enum Tag<'i> {
    Start(BytesStart<'i>),
    End,
    /// The end of the document.
    Eof,
}

/// The attributes that CLIXML has.
#[derive(Default)]
pub(super) struct Attributes {
    pub name: Option<Text>,
    pub ref_id: Option<RefId>,
}

/// Tags and texts of a document, each with its position.
pub(super) struct Tokens<'i> {
    xml: quick_xml::Reader<&'i [u8]>,
    /// Bytes before what `xml` sees: those of a byte order mark.
    skipped: usize,
    /// Where the last token begins.
    position: usize,
    /// The text that was read last.
    text: Vec<u8>,
    decoded: Vec<u8>,
    names: HashMap<Box<[u8]>, Text>,
}

impl<'i> Tokens<'i> {
    pub(super) fn new(document: &'i [u8]) -> Self {
        let content = document.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(document);
        let mut xml = quick_xml::Reader::from_reader(content);
        // an empty element is a start and an end for everyone here
        xml.config_mut().expand_empty_elements = true;
        Self {
            xml,
            skipped: document.len() - content.len(),
            position: 0,
            text: Vec::new(),
            decoded: Vec::new(),
            names: HashMap::new(),
        }
    }

    /// An error at the last token.
    pub(super) fn error(&self, kind: ReadErrorKind) -> ReadError {
        ReadError { position: self.position, kind }
    }

    /// The next tag; only white space and comments may lie before it.
    pub(super) fn tag(&mut self, expected: &'static str) -> Result<Tag<'i>, ReadError> {
        loop {
            let start = self.xml.buffer_position() == 0;
            let found = match self.next()? {
                XmlEvent::Start(tag) => return Ok(Tag::Start(tag)),
                XmlEvent::End(_) => return Ok(Tag::End),
                XmlEvent::Eof => return Ok(Tag::Eof),
                XmlEvent::Comment(_) => continue,
                XmlEvent::Text(text) if text.iter().all(u8::is_ascii_whitespace) => continue,
                XmlEvent::Text(text) => text.to_vec(),
                XmlEvent::CData(text) => text.to_vec(),
                XmlEvent::GeneralRef(name) => [b"&", &name[..], b";"].concat(),
                XmlEvent::Decl(declaration) if start => {
                    self.check_encoding(&declaration)?;
                    continue;
                }
                other => return Err(self.forbidden(&other)),
            };
            let found = String::from_utf8_lossy(&found).trim().chars().take(64).collect();
            return Err(self.error(ReadErrorKind::UnexpectedText { expected, found }));
        }
    }

    /// The end of an element that holds nothing.
    pub(super) fn end(&mut self, element: &'static str) -> Result<(), ReadError> {
        match self.tag("an end tag")? {
            Tag::End => Ok(()),
            Tag::Start(tag) => Err(self.unexpected("an end tag", &tag)),
            Tag::Eof => {
                Err(self.error(ReadErrorKind::UnexpectedEnd { expected: "an end tag", ended: element }))
            }
        }
    }

    /// The text up to an element's end tag, XML's references resolved.
    pub(super) fn text(&mut self, element: &'static str) -> Result<&str, ReadError> {
        self.text.clear();
        let start = self.position;
        loop {
            match self.next()? {
                XmlEvent::End(_) => break,
                XmlEvent::Text(text) => push_with_line_ends(&mut self.text, &text),
                XmlEvent::CData(text) => push_with_line_ends(&mut self.text, &text),
                XmlEvent::GeneralRef(name) => match resolve(&name) {
                    Some(character) => push_char(&mut self.text, character),
                    None => return Err(self.forbidden_entity(&name)),
                },
                XmlEvent::Comment(_) => {}
                XmlEvent::Start(tag) => return Err(self.unexpected("text", &tag)),
                XmlEvent::Eof => {
                    return Err(
                        self.error(ReadErrorKind::UnexpectedEnd { expected: "an end tag", ended: element })
                    );
                }
                other => return Err(self.forbidden(&other)),
            }
        }
        // what is wrong with the text is reported at its element
        self.position = start;
        Ok(std::str::from_utf8(&self.text).expect("pieces of a document that is UTF-8, cut at ASCII"))
    }

    /// The text up to an element's end tag, with the escapes of CLIXML undone.
    pub(super) fn decoded(&mut self, element: &'static str) -> Result<Text, ReadError> {
        self.text(element)?;
        if !self.text.contains(&b'_') {
            return Ok(Text::from_checked(&self.text));
        }
        self.decoded.clear();
        push_decoded(&mut self.decoded, &self.text);
        Ok(Text::from_checked(&self.decoded))
    }

    /// The attributes of a tag. Those that CLIXML has not are ignored.
    pub(super) fn attributes(&mut self, tag: &BytesStart<'_>) -> Result<Attributes, ReadError> {
        let mut attributes = Attributes::default();
        if tag.attributes_raw().is_empty() {
            return Ok(attributes);
        }
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| self.error(not_xml(&error)))?;
            match attribute.key.as_ref() {
                b"N" => attributes.name = Some(self.name(&attribute.value)?),
                b"RefId" => {
                    let number =
                        std::str::from_utf8(&attribute.value).ok().and_then(|text| text.parse().ok());
                    attributes.ref_id =
                        Some(RefId(number.ok_or_else(|| self.attribute("RefId with a number", tag))?));
                }
                _ => {}
            }
        }
        Ok(attributes)
    }

    /// Checks version and namespace of the root element.
    pub(super) fn check_root(&mut self, tag: &BytesStart<'_>) -> Result<(), ReadError> {
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| self.error(not_xml(&error)))?;
            match attribute.key.as_ref() {
                b"xmlns" if *attribute.value != *NAMESPACE => {
                    return Err(self.attribute("xmlns of CLIXML", tag));
                }
                b"Version" if !attribute.value.starts_with(b"1.") => {
                    return Err(self.attribute("Version 1", tag));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// An error about an attribute of a tag.
    pub(super) fn attribute(&self, attribute: &'static str, tag: &BytesStart<'_>) -> ReadError {
        self.error(ReadErrorKind::Attribute { attribute, element: name_of(tag) })
    }

    /// An error about a tag that does not belong here.
    pub(super) fn unexpected(&self, expected: &'static str, tag: &BytesStart<'_>) -> ReadError {
        self.error(ReadErrorKind::UnexpectedElement { expected, found: name_of(tag) })
    }

    fn next(&mut self) -> Result<XmlEvent<'i>, ReadError> {
        self.position = self.skipped + offset(self.xml.buffer_position());
        self.xml.read_event().map_err(|error| {
            self.position = self.skipped + offset(self.xml.error_position());
            self.error(not_xml(&error))
        })
    }

    fn name(&mut self, raw: &[u8]) -> Result<Text, ReadError> {
        if let Some(name) = self.names.get(raw) {
            return Ok(name.clone());
        }
        if raw.contains(&b'<') {
            let reason = "a < in an attribute".into();
            return Err(self.error(ReadErrorKind::NotXml { reason }));
        }
        self.text.clear();
        let mut rest = raw;
        while let Some(start) = rest.iter().position(|&byte| matches!(byte, b'&' | b'\t' | b'\r' | b'\n')) {
            self.text.extend_from_slice(&rest[..start]);
            rest = &rest[start..];
            if rest[0] == b'&' {
                let end = rest.iter().position(|&byte| byte == b';').unwrap_or(rest.len());
                let entity = &rest[1..end];
                let character = resolve(entity).ok_or_else(|| self.forbidden_entity(entity))?;
                push_char(&mut self.text, character);
                rest = rest.get(end + 1..).unwrap_or_default();
            } else {
                self.text.push(b' ');
                rest = &rest[if rest.starts_with(b"\r\n") { 2 } else { 1 }..];
            }
        }
        self.text.extend_from_slice(rest);
        self.decoded.clear();
        push_decoded(&mut self.decoded, &self.text);
        let name = Text::from_checked(&self.decoded);
        if self.names.len() < KEPT_NAMES {
            self.names.insert(raw.into(), name.clone());
        }
        Ok(name)
    }

    fn check_encoding(&self, declaration: &quick_xml::events::BytesDecl<'_>) -> Result<(), ReadError> {
        match declaration.encoding() {
            Some(Ok(name)) if !name.eq_ignore_ascii_case(b"utf-8") => {
                let found = format!("encoding {}", String::from_utf8_lossy(&name));
                Err(self.error(ReadErrorKind::Forbidden { found }))
            }
            Some(Err(error)) => Err(self.error(not_xml(&error))),
            _ => Ok(()),
        }
    }

    fn forbidden(&self, event: &XmlEvent<'_>) -> ReadError {
        let found = match event {
            XmlEvent::DocType(_) => "document type",
            XmlEvent::Decl(_) => "xml declaration within the document",
            _ => "processing instruction",
        };
        self.error(ReadErrorKind::Forbidden { found: found.into() })
    }

    fn forbidden_entity(&self, name: &[u8]) -> ReadError {
        let name: String = String::from_utf8_lossy(name).chars().take(64).collect();
        self.error(ReadErrorKind::Forbidden { found: format!("entity &{name};") })
    }
}

fn name_of(tag: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(tag.name().as_ref()).chars().take(64).collect()
}

fn not_xml(error: &impl ToString) -> ReadErrorKind {
    ReadErrorKind::NotXml { reason: error.to_string() }
}

fn offset(position: u64) -> usize {
    usize::try_from(position).expect("a position within a slice")
}

/// The character of one of XML's five entities or of a character reference.
fn resolve(name: &[u8]) -> Option<char> {
    let digits = |digits: &[u8], radix| {
        let plain = digits.iter().all(u8::is_ascii_alphanumeric).then_some(digits)?;
        char::from_u32(u32::from_str_radix(std::str::from_utf8(plain).ok()?, radix).ok()?)
    };
    match name {
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"amp" => Some('&'),
        b"apos" => Some('\''),
        b"quot" => Some('"'),
        [b'#', b'x', hex @ ..] => digits(hex, 16),
        [b'#', decimal @ ..] => digits(decimal, 10),
        _ => None,
    }
}

fn push_char(out: &mut Vec<u8>, character: char) {
    out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
}

/// Appends text with each of XML's line ends as a line feed.
fn push_with_line_ends(out: &mut Vec<u8>, text: &[u8]) {
    let mut rest = text;
    while let Some(end) = rest.iter().position(|&byte| byte == b'\r') {
        out.extend_from_slice(&rest[..end]);
        out.push(b'\n');
        rest = &rest[end + 1..];
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    out.extend_from_slice(rest);
}
