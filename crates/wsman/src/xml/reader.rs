use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use super::element::Attribute;
use super::{Element, Limits, XmlError};

/// Reads a document of one element. UTF-8 and UTF-16 with a byte order mark are taken (DSP0226 13.1).
pub(crate) fn read(document: &[u8], limits: &Limits) -> Result<Element, XmlError> {
    if document.len() > limits.bytes {
        return Err(XmlError::Limit { what: "bytes", bound: limits.bytes });
    }
    let text = decode(document)?;
    let mut reader =
        Tree { reader: NsReader::from_str(&text), limits, elements: 0, open: Vec::new(), root: None };
    reader.read()
}

fn decode(document: &[u8]) -> Result<Cow<'_, str>, XmlError> {
    match document {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        _ => utf8(document),
    }
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, XmlError> {
    std::str::from_utf8(bytes)
        .map(Cow::Borrowed)
        .map_err(|error| XmlError::Encoding { position: error.valid_up_to() })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>, XmlError> {
    let (units, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(XmlError::Encoding { position: bytes.len() + 1 });
    }
    let mut text = String::with_capacity(units.len());
    let mut position = 2;
    for decoded in char::decode_utf16(units.iter().map(|pair| unit(*pair))) {
        let decoded = decoded.map_err(|_| XmlError::Encoding { position })?;
        position += 2 * decoded.len_utf16();
        text.push(decoded);
    }
    Ok(Cow::Owned(text))
}

struct Tree<'d, 'l> {
    reader: NsReader<&'d [u8]>,
    limits: &'l Limits,
    elements: usize,
    /// The elements that are not yet ended, the outermost first.
    open: Vec<Element>,
    root: Option<Element>,
}

impl Tree<'_, '_> {
    fn read(&mut self) -> Result<Element, XmlError> {
        loop {
            match self.reader.read_event() {
                Err(error) => return Err(self.syntax(error)),
                Ok(Event::Start(tag)) => {
                    let element = self.element(&tag)?;
                    if self.open.len() == self.limits.depth {
                        return Err(XmlError::Limit { what: "levels of elements", bound: self.limits.depth });
                    }
                    self.open.push(element);
                }
                Ok(Event::Empty(tag)) => {
                    let element = self.element(&tag)?;
                    self.ended(element)?;
                }
                Ok(Event::End(_)) => {
                    // the parser has checked that it ends the innermost one
                    if let Some(element) = self.open.pop() {
                        self.ended(element)?;
                    }
                }
                Ok(Event::Text(text)) => {
                    let text = text.xml_content().map_err(|error| self.syntax(error))?;
                    self.text(&text)?;
                }
                Ok(Event::CData(text)) => {
                    let text = text.xml_content().map_err(|error| self.syntax(error))?;
                    self.text(&text)?;
                }
                Ok(Event::GeneralRef(reference)) => {
                    let character = self.character(&reference)?;
                    self.text(character.encode_utf8(&mut [0; 4]))?;
                }
                Ok(Event::DocType(_)) => return Err(self.forbidden("a document type")),
                Ok(Event::PI(_)) => return Err(self.forbidden("a processing instruction")),
                Ok(Event::Decl(_) | Event::Comment(_)) => {}
                Ok(Event::Eof) if !self.open.is_empty() => {
                    return Err(XmlError::Syntax {
                        position: self.reader.buffer_position(),
                        reason: "an element is not ended".into(),
                    });
                }
                Ok(Event::Eof) => return self.root.take().ok_or(XmlError::Root { found: "none" }),
            }
        }
    }

    fn element(&mut self, tag: &BytesStart<'_>) -> Result<Element, XmlError> {
        self.elements += 1;
        if self.elements > self.limits.elements {
            return Err(XmlError::Limit { what: "elements", bound: self.limits.elements });
        }
        let (namespace, name) = self.reader.resolver().resolve_element(tag.name());
        let namespace = self.namespace(namespace, tag.name().as_ref())?;
        let name = owned(name.as_ref());
        let mut attributes = Vec::new();
        for (count, attribute) in tag.attributes().enumerate() {
            if count == self.limits.attributes {
                return Err(XmlError::Limit {
                    what: "attributes of an element",
                    bound: self.limits.attributes,
                });
            }
            let attribute = attribute.map_err(|error| self.syntax(error))?;
            if attribute.key.as_namespace_binding().is_some() {
                continue;
            }
            let (namespace, name) = self.reader.resolver().resolve_attribute(attribute.key);
            attributes.push(Attribute {
                namespace: self.namespace(namespace, attribute.key.as_ref())?,
                name: owned(name.as_ref()),
                value: attribute.unescape_value().map_err(|error| self.syntax(error))?.into_owned(),
            });
        }
        Ok(Element { namespace, name, attributes, ..Element::default() })
    }

    fn namespace(&self, resolved: ResolveResult<'_>, name: &[u8]) -> Result<String, XmlError> {
        match resolved {
            ResolveResult::Bound(Namespace(namespace)) => Ok(owned(namespace)),
            ResolveResult::Unbound => Ok(String::new()),
            ResolveResult::Unknown(_) => {
                Err(XmlError::Prefix { position: self.reader.buffer_position(), name: owned(name) })
            }
        }
    }

    fn ended(&mut self, element: Element) -> Result<(), XmlError> {
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None if self.root.is_some() => return Err(XmlError::Root { found: "several" }),
            None => self.root = Some(element),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), XmlError> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(XmlError::Root { found: "text beside it" }),
        }
        Ok(())
    }

    fn character(&self, reference: &BytesRef<'_>) -> Result<char, XmlError> {
        if let Some(character) = reference.resolve_char_ref().map_err(|error| self.syntax(error))? {
            return Ok(character);
        }
        match &**reference {
            b"lt" => Ok('<'),
            b"gt" => Ok('>'),
            b"amp" => Ok('&'),
            b"apos" => Ok('\''),
            b"quot" => Ok('"'),
            _ => Err(self.forbidden("an entity")),
        }
    }

    fn forbidden(&self, what: &'static str) -> XmlError {
        XmlError::Forbidden { position: self.reader.buffer_position(), what }
    }

    fn syntax(&self, error: impl std::fmt::Display) -> XmlError {
        XmlError::Syntax { position: self.reader.error_position(), reason: error.to_string() }
    }
}

/// The document was checked to be UTF-8, and so are its parts.
fn owned(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> Result<Element, XmlError> {
        read(text.as_bytes(), &Limits::default())
    }

    fn read_text(text: &str) -> Result<Element, XmlError> {
        read(text.as_bytes(), &Limits { bytes: 4096, depth: 4, elements: 8, attributes: 3 })
    }

    #[test]
    fn names_are_resolved() {
        let root = read_all(r#"<a:x xmlns:a="urn:a" xmlns="urn:d" a:n="1" m="&lt;2&#x41;"><y>t<!-- c -->&amp;<![CDATA[<u>]]></y></a:x>"#).unwrap();
        assert!(root.is("urn:a", "x"));
        assert_eq!((root.attribute_in("urn:a", "n"), root.attribute("m")), (Some("1"), Some("<2A")));
        assert_eq!(root.text_of("urn:d", "y"), Some("t&<u>"));
    }

    #[test]
    fn utf16_is_read_by_its_mark() {
        let text = "<é>😀</é>";
        for big in [false, true] {
            let mut bytes = if big { vec![0xFE, 0xFF] } else { vec![0xFF, 0xFE] };
            bytes.extend(
                text.encode_utf16()
                    .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }),
            );
            assert_eq!(read(&bytes, &Limits::default()).unwrap().text, "😀");
            bytes.pop();
            assert!(matches!(read(&bytes, &Limits::default()), Err(XmlError::Encoding { .. })));
        }
        assert_eq!(read(b"<a>\xFF</a>", &Limits::default()), Err(XmlError::Encoding { position: 3 }));
    }

    #[test]
    fn what_can_grow_or_hide_is_forbidden() {
        for (text, what) in [
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "a document type"),
            ("<a>&b;</a>", "an entity"),
            ("<a><?p q?></a>", "a processing instruction"),
        ] {
            assert!(
                matches!(read_text(text), Err(XmlError::Forbidden { what: found, .. }) if found == what),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_over_a_limit_is_refused() {
        let limit = |text: &str| match read_text(text) {
            Err(XmlError::Limit { what, .. }) => what,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(limit("<a><a><a><a><a></a></a></a></a></a>"), "levels of elements");
        assert_eq!(limit("<a><b/><b/><b/><b/><b/><b/><b/><b/></a>"), "elements");
        assert_eq!(limit("<a b='' c='' d='' e=''/>"), "attributes of an element");
        assert_eq!(limit(&format!("<a>{}</a>", "x".repeat(5000))), "bytes");
    }

    #[test]
    fn what_is_not_well_formed_is_refused() {
        for text in [
            "",
            "x",
            "<a>",
            "<a></b>",
            "<a/><b/>",
            "<a/>x",
            "<a b/>",
            "<a b='1' b='2'/>",
            "<p:a/>",
            "<a p:b=''/>",
            "<a>&#xZ;</a>",
        ] {
            assert!(read_text(text).is_err(), "{text}");
        }
    }
}
