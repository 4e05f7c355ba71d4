//! Text to a document, with .NET's messages for what is wrong.

use super::xml_node::{Node, NodeKind, append, node, of, put_attribute};
use pwsh_value::payload::Exception;
use pwsh_value::{Error, Result, Value, stack};

/// Reads a document. White space between elements is left out unless it is to be kept.
///
/// # Errors
/// `XmlException`.
pub fn document(text: &str, keep_space: bool) -> Result<Value> {
    let mut reader = Reader { text, at: 0, keep_space };
    let document = node(NodeKind::Document, "#document", "", "");
    reader.content(&document, None, &mut vec![("xml".into(), XML.into())])?;
    let has_root = of(&document)
        .is_some_and(|d| d.children().iter().filter_map(of).any(|c| c.kind == NodeKind::Element));
    if has_root { Ok(document) } else { Err(reader.error("Root element is missing.", reader.at)) }
}

const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Prefixes and namespaces that hold, the innermost last.
type Scope = Vec<(String, String)>;

struct Reader<'t> {
    text: &'t str,
    at: usize,
    keep_space: bool,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Line and column of a place, both from 1.
    fn position(&self, at: usize) -> (usize, usize) {
        let before = &self.text[..at];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count() + 1;
        (line, column)
    }

    fn error(&self, message: &str, at: usize) -> Error {
        let (line, column) = self.position(at);
        let error =
            Error::new("System.Xml.XmlException", format!("{message} Line {line}, position {column}."));
        if let Some(exception) = error.thrown().and_then(|thrown| thrown.exception.get::<Exception>()) {
            exception.set_field("LineNumber", Value::Int32(line as i32));
            exception.set_field("LinePosition", Value::Int32(column as i32));
        }
        error
    }

    fn unexpected_end(&self, open: Option<(&str, usize)>) -> Error {
        match open {
            Some((name, _)) => {
                let message = format!(
                    "Unexpected end of file has occurred. The following elements are not closed: {name}."
                );
                self.error(&message, self.text.len())
            }
            None => self.error("Unexpected end of file has occurred.", self.text.len()),
        }
    }

    fn until(&mut self, end: &str) -> Result<&'t str> {
        match self.rest().find(end) {
            Some(length) => {
                let found = &self.rest()[..length];
                self.at += length + end.len();
                Ok(found)
            }
            None => Err(self.unexpected_end(None)),
        }
    }

    fn skip_space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn name(&mut self) -> Result<&'t str> {
        let length = self
            .rest()
            .find(|c: char| !(c.is_alphanumeric() || "_:-.".contains(c)))
            .unwrap_or(self.rest().len());
        let name = &self.rest()[..length];
        if !name.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == ':') {
            let Some(c) = self.rest().chars().next() else { return Err(self.unexpected_end(None)) };
            let message = format!(
                "Name cannot begin with the '{c}' character, hexadecimal value 0x{:02X}.",
                u32::from(c)
            );
            return Err(self.error(&message, self.at));
        }
        self.at += length;
        Ok(name)
    }

    /// Reads what is in `parent` up to its end tag, or the end of the text for the document.
    fn content(&mut self, parent: &Value, open: Option<(&str, usize)>, scope: &mut Scope) -> Result<()> {
        stack::check()?;
        loop {
            let rest = self.rest();
            if rest.is_empty() {
                return if open.is_none() { Ok(()) } else { Err(self.unexpected_end(open)) };
            }
            if let Some(after) = rest.strip_prefix("<!--") {
                self.at += rest.len() - after.len();
                let text = self.until("-->")?;
                append(parent, &node(NodeKind::Comment, "#comment", "", text));
            } else if let Some(after) = rest.strip_prefix("<![CDATA[") {
                self.at += rest.len() - after.len();
                let text = self.until("]]>")?;
                append(parent, &node(NodeKind::CData, "#cdata-section", "", text));
            } else if rest.starts_with("<?") {
                self.at += 2;
                let text = self.until("?>")?;
                let (name, value) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
                let kind =
                    if name == "xml" { NodeKind::Declaration } else { NodeKind::ProcessingInstruction };
                append(parent, &node(kind, name, "", value.trim()));
            } else if rest.starts_with("<!DOCTYPE") {
                self.at += 2;
                self.until(">")?;
            } else if rest.starts_with("</") {
                let start = self.at + 2;
                self.at += 2;
                let name = self.name()?;
                self.skip_space();
                match open {
                    Some((expected, at)) if expected != name => {
                        let (line, column) = self.position(at);
                        let message = format!(
                            "The '{expected}' start tag on line {line} position {column} does not match the end tag of '{name}'."
                        );
                        return Err(self.error(&message, start));
                    }
                    None => return Err(self.error("Unexpected end tag.", start)),
                    Some(_) => {}
                }
                self.until(">")?;
                return Ok(());
            } else if rest.starts_with('<') {
                self.element(parent, open.is_none(), scope)?;
            } else {
                self.text(parent, open.is_none())?;
            }
        }
    }

    fn text(&mut self, parent: &Value, outside: bool) -> Result<()> {
        let start = self.at;
        let length = self.rest().find('<').unwrap_or(self.rest().len());
        let raw = &self.rest()[..length];
        self.at += length;
        if raw.trim().is_empty() {
            if self.keep_space && !outside {
                append(parent, &node(NodeKind::Whitespace, "#whitespace", "", raw));
            }
            return Ok(());
        }
        if outside {
            return Err(self.error("Data at the root level is invalid.", start));
        }
        let text = self.references(&raw.replace("\r\n", "\n"), start)?;
        append(parent, &node(NodeKind::Text, "#text", "", &text));
        Ok(())
    }

    /// Text with its references read.
    fn references(&self, raw: &str, at: usize) -> Result<String> {
        let mut out = String::with_capacity(raw.len());
        let mut rest = raw;
        while let Some(start) = rest.find('&') {
            out.push_str(&rest[..start]);
            let end = rest[start..]
                .find(';')
                .ok_or_else(|| self.error("An error occurred while parsing EntityName.", at + start + 1))?;
            let name = &rest[start + 1..start + end];
            let c = match name {
                "lt" => Some('<'),
                "gt" => Some('>'),
                "amp" => Some('&'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                _ => name.strip_prefix('#').and_then(|number| {
                    let hex = number.strip_prefix('x');
                    hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())
                        .and_then(char::from_u32)
                }),
            };
            let message = format!("Reference to undeclared entity '{name}'.");
            out.push(c.ok_or_else(|| self.error(&message, at + start + 1))?);
            rest = &rest[start + end + 1..];
        }
        out.push_str(rest);
        Ok(out)
    }

    fn element(&mut self, parent: &Value, is_root: bool, scope: &mut Scope) -> Result<()> {
        let start = self.at + 1;
        if is_root
            && of(parent).is_some_and(|d| {
                d.children().iter().filter_map(of).any(|c: &Node| c.kind == NodeKind::Element)
            })
        {
            return Err(self.error("There are multiple root elements.", start));
        }
        self.at += 1;
        let name = self.name()?;
        let mut attributes: Vec<(&str, String)> = Vec::new();
        let closed = loop {
            self.skip_space();
            if let Some(after) = self.rest().strip_prefix("/>") {
                self.at = self.text.len() - after.len();
                break true;
            }
            if let Some(after) = self.rest().strip_prefix('>') {
                self.at = self.text.len() - after.len();
                break false;
            }
            let at = self.at;
            let attribute = self.name()?;
            self.skip_space();
            if !self.rest().starts_with('=') {
                let found = self.rest().chars().next().unwrap_or(' ');
                let message = format!("'{found}' is an unexpected token. The expected token is '='.");
                return Err(self.error(&message, self.at));
            }
            self.at += 1;
            self.skip_space();
            let Some(quote) = self.rest().chars().next().filter(|c| matches!(c, '"' | '\'')) else {
                let found = self.rest().chars().next().unwrap_or(' ');
                let message = format!("'{found}' is an unexpected token. The expected token is '\"' or '''.");
                return Err(self.error(&message, self.at));
            };
            self.at += 1;
            let value_at = self.at;
            let raw = self.until(&quote.to_string())?;
            if attributes.iter().any(|(name, _)| *name == attribute) {
                return Err(self.error(&format!("'{attribute}' is a duplicate attribute name."), at));
            }
            attributes.push((attribute, self.references(raw, value_at)?));
        };
        let depth = scope.len();
        for (name, value) in &attributes {
            if *name == "xmlns" {
                scope.push((String::new(), value.clone()));
            } else if let Some(prefix) = name.strip_prefix("xmlns:") {
                scope.push((prefix.to_owned(), value.clone()));
            }
        }
        let namespace = self.namespace(name, scope, true, start)?;
        let element = node(NodeKind::Element, name, &namespace, "");
        for (name, value) in &attributes {
            let namespace = if name.starts_with("xmlns") {
                "http://www.w3.org/2000/xmlns/".to_owned()
            } else {
                self.namespace(name, scope, false, start)?
            };
            put_attribute(&element, &node(NodeKind::Attribute, name, &namespace, value));
        }
        append(parent, &element);
        if !closed {
            self.content(&element, Some((name, start)), scope)?;
            of(&element).expect("an element").set_open(true);
        }
        scope.truncate(depth);
        Ok(())
    }

    fn namespace(&self, name: &str, scope: &Scope, use_default: bool, at: usize) -> Result<String> {
        let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
        if prefix.is_empty() && !use_default {
            return Ok(String::new());
        }
        match scope.iter().rev().find(|(known, _)| known == prefix) {
            Some((_, namespace)) => Ok(namespace.clone()),
            None if prefix.is_empty() => Ok(String::new()),
            None => Err(self.error(&format!("'{prefix}' is an undeclared prefix."), at)),
        }
    }
}
