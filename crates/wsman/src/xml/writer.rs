use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quick_xml::escape::escape;

use crate::name;

/// The prefixes of an envelope, declared once at its root.
const PREFIXES: [(&str, &str); 11] = [
    ("s", name::SOAP),
    ("a", name::ADDRESSING),
    ("n", name::ENUMERATION),
    ("w", name::WSMAN),
    ("p", name::MS_WSMAN),
    ("x", name::TRANSFER),
    ("rsp", name::SHELL),
    ("f", name::FAULT),
    ("pwsh", name::POWERSHELL),
    ("xsi", name::SCHEMA_INSTANCE),
    ("wsmid", name::IDENTITY),
];

/// Writes elements by their prefixed names. Whoever calls it ends what it begins.
pub(crate) struct Writer {
    text: String,
    /// Names of the elements that are not yet ended.
    open: Vec<&'static str>,
    /// Whether the last start tag still takes attributes.
    in_tag: bool,
}

impl Writer {
    /// A writer with an envelope begun, whose text is in this language.
    pub fn envelope(language: &str) -> Self {
        let mut writer = Self { text: String::with_capacity(2048), open: Vec::new(), in_tag: false };
        writer.start("s:Envelope");
        writer.attribute("xml:lang", language);
        for (prefix, namespace) in PREFIXES {
            let _ = write!(writer.text, " xmlns:{prefix}=\"{namespace}\"");
        }
        writer
    }

    pub fn start(&mut self, name: &'static str) -> &mut Self {
        self.end_tag();
        self.text.push('<');
        self.text.push_str(name);
        self.open.push(name);
        self.in_tag = true;
        self
    }

    /// Must follow a start or another attribute.
    pub fn attribute(&mut self, name: &str, value: &str) -> &mut Self {
        debug_assert!(self.in_tag, "an attribute belongs to a start tag");
        let _ = write!(self.text, " {name}=\"{}\"", escape(value));
        self
    }

    pub fn attribute_if(&mut self, name: &str, value: Option<&str>) -> &mut Self {
        if let Some(value) = value {
            self.attribute(name, value);
        }
        self
    }

    pub fn text(&mut self, text: &str) -> &mut Self {
        self.end_tag();
        self.text.push_str(&escape(text));
        self
    }

    pub fn base64(&mut self, bytes: &[u8]) -> &mut Self {
        self.end_tag();
        STANDARD.encode_string(bytes, &mut self.text);
        self
    }

    pub fn end(&mut self) -> &mut Self {
        let Some(name) = self.open.pop() else { return self };
        if self.in_tag {
            self.text.push_str("/>");
            self.in_tag = false;
        } else {
            let _ = write!(self.text, "</{name}>");
        }
        self
    }

    /// An element that holds nothing but text.
    pub fn leaf(&mut self, name: &'static str, text: &str) -> &mut Self {
        self.start(name).text(text).end()
    }

    pub fn leaf_if(&mut self, name: &'static str, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.leaf(name, text),
            None => self,
        }
    }

    /// The document, with all that is open ended.
    pub fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.end();
        }
        self.text.into_bytes()
    }

    fn end_tag(&mut self) {
        if std::mem::take(&mut self.in_tag) {
            self.text.push('>');
        }
    }
}
