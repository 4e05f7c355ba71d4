//! XML as it is written, piece after piece: what `XmlWriter` and the saving of documents stand on.

use super::writing::escaped;
use super::xml_node::{NodeKind, of};
use super::xml_writer_settings::Settings;
use crate::fault;
use pwsh_value::{Result, Value};

/// Text that grows to a document.
pub struct XmlText {
    /// How it is written.
    pub settings: Settings,
    /// The encoding that the declaration names; `None`: none is written of itself.
    declared: Option<String>,
    out: String,
    open: Vec<Element>,
    /// An attribute that is being written, with what it holds so far.
    attribute: Option<(String, String)>,
    /// Whether anything was written.
    begun: bool,
}

struct Element {
    name: String,
    /// Whether `>` is still to be written.
    unfinished: bool,
    /// Whether it holds text, so that what is in it is not put on lines of its own.
    mixed: bool,
    /// Prefixes declared here.
    namespaces: Vec<(String, String)>,
}

impl XmlText {
    /// An empty text; `declared`: the encoding that a declaration names, `None` for no declaration unless asked for.
    pub fn new(settings: Settings, declared: Option<String>) -> XmlText {
        XmlText { settings, declared, out: String::new(), open: Vec::new(), attribute: None, begun: false }
    }

    /// Takes what was written since it was last taken.
    pub fn take(&mut self) -> String {
        self.finish_tag();
        std::mem::take(&mut self.out)
    }

    /// Writes the declaration that a document begins with, if it is to have one.
    fn begin(&mut self) {
        if self.begun {
            return;
        }
        self.begun = true;
        if let Some(encoding) = &self.declared
            && !self.settings.omit_declaration
            && self.settings.conformance == 2
        {
            self.out.push_str(&format!("<?xml version=\"1.0\" encoding=\"{encoding}\"?>"));
            if self.settings.indent {
                self.out.push_str(&self.settings.new_line);
            }
        }
    }

    /// `WriteStartDocument`.
    pub fn declaration(&mut self, encoding: &str, standalone: Option<bool>) {
        self.begun = true;
        if self.settings.omit_declaration {
            return;
        }
        let encoding = if encoding.is_empty() { String::new() } else { format!(" encoding=\"{encoding}\"") };
        let standalone = match standalone {
            Some(true) => " standalone=\"yes\"",
            Some(false) => " standalone=\"no\"",
            None => "",
        };
        self.out.push_str(&format!("<?xml version=\"1.0\"{encoding}{standalone}?>"));
    }

    /// What is written next is no attribute any more.
    fn finish_tag(&mut self) {
        self.end_attribute();
        if let Some(element) = self.open.last_mut().filter(|element| element.unfinished) {
            element.unfinished = false;
            self.out.push('>');
        }
    }

    /// A new line for what stands on one of its own.
    fn line(&mut self, depth: usize) {
        let mixed = self.open.last().is_some_and(|element| element.mixed);
        if self.settings.indent
            && !mixed
            && !self.out.is_empty()
            && !self.out.ends_with(&self.settings.new_line)
        {
            self.out.push_str(&self.settings.new_line);
        }
        if self.settings.indent && !mixed {
            self.out.push_str(&self.settings.indent_chars.repeat(depth));
        }
    }

    /// The prefix that stands for a namespace here.
    fn prefix_of(&self, namespace: &str) -> Option<String> {
        let all = self.open.iter().rev().flat_map(|element| element.namespaces.iter().rev());
        let mut hidden: Vec<&str> = Vec::new();
        for (prefix, uri) in all {
            if uri == namespace && !hidden.contains(&prefix.as_str()) {
                return Some(prefix.clone());
            }
            hidden.push(prefix);
        }
        None
    }

    /// Begins an element. A prefix of `None` is looked for, or the namespace becomes the default one.
    pub fn start_element(&mut self, prefix: Option<&str>, local: &str, namespace: Option<&str>) {
        self.begin();
        self.finish_tag();
        self.line(self.open.len());
        let known = namespace.and_then(|uri| self.prefix_of(uri));
        let default_hides = namespace == Some("") && self.prefix_of("").is_none() && self.declares_default();
        let prefix = match prefix {
            Some(prefix) => prefix.to_owned(),
            None => known.clone().unwrap_or_default(),
        };
        let name = if prefix.is_empty() { local.to_owned() } else { format!("{prefix}:{local}") };
        self.out.push('<');
        self.out.push_str(&name);
        self.open.push(Element { name, unfinished: true, mixed: false, namespaces: Vec::new() });
        match namespace {
            Some(uri) if !uri.is_empty() && known.as_deref() != Some(&prefix) => self.declare(&prefix, uri),
            Some("") if default_hides => self.declare("", ""),
            _ => {}
        }
    }

    fn declares_default(&self) -> bool {
        self.open
            .iter()
            .flat_map(|element| &element.namespaces)
            .any(|(prefix, uri)| prefix.is_empty() && !uri.is_empty())
    }

    fn declare(&mut self, prefix: &str, namespace: &str) {
        let name = if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{prefix}") };
        if let Some(element) = self.open.last_mut() {
            element.namespaces.push((prefix.to_owned(), namespace.to_owned()));
        }
        self.put_attribute(&name, namespace);
    }

    fn put_attribute(&mut self, name: &str, value: &str) {
        if self.settings.attribute_lines && self.settings.indent {
            self.out.push_str(&self.settings.new_line);
            self.out.push_str(&self.settings.indent_chars.repeat(self.open.len()));
        } else {
            self.out.push(' ');
        }
        self.out.push_str(&format!("{name}=\"{}\"", escaped(value, true)));
    }

    /// Begins an attribute; what is written up to its end is its value.
    ///
    /// # Errors
    /// `InvalidOperationException` where no start tag is open.
    pub fn start_attribute(
        &mut self,
        prefix: Option<&str>,
        local: &str,
        namespace: Option<&str>,
    ) -> Result<()> {
        self.end_attribute();
        if !self.open.last().is_some_and(|element| element.unfinished) {
            return Err(fault::invalid_operation(
                "Token StartAttribute in state Content would result in an invalid XML document.",
            ));
        }
        let known = namespace.filter(|uri| !uri.is_empty()).map(|uri| (uri.to_owned(), self.prefix_of(uri)));
        let prefix = match (prefix.filter(|prefix| !prefix.is_empty()), known) {
            (Some("xmlns"), _) => {
                if let Some(element) = self.open.last_mut() {
                    element.namespaces.push((local.to_owned(), String::new()));
                }
                "xmlns".to_owned()
            }
            (Some(prefix), Some((uri, known))) if prefix != "xml" => {
                if known.as_deref() != Some(prefix) {
                    self.declare(prefix, &uri);
                }
                prefix.to_owned()
            }
            (Some(prefix), _) => prefix.to_owned(),
            (None, Some((uri, known))) => known.filter(|prefix| !prefix.is_empty()).unwrap_or_else(|| {
                let made = format!("p{}", self.open.len());
                self.declare(&made, &uri);
                made
            }),
            (None, None) => String::new(),
        };
        let name = if prefix.is_empty() { local.to_owned() } else { format!("{prefix}:{local}") };
        self.attribute = Some((name, String::new()));
        Ok(())
    }

    /// Ends the attribute that is being written.
    pub fn end_attribute(&mut self) {
        let Some((name, value)) = self.attribute.take() else { return };
        if let Some(element) = self.open.last_mut() {
            let declared = match name.split_once(':') {
                Some(("xmlns", prefix)) => Some(prefix),
                None if name == "xmlns" => Some(""),
                _ => None,
            };
            if let Some(prefix) = declared {
                element.namespaces.retain(|(known, _)| known != prefix);
                element.namespaces.push((prefix.to_owned(), value.clone()));
            }
        }
        self.put_attribute(&name, &value);
    }

    /// Ends an element, with an end tag of its own if it holds something or one is asked for.
    ///
    /// # Errors
    /// `InvalidOperationException` where none is open.
    pub fn end_element(&mut self, full: bool) -> Result<()> {
        self.end_attribute();
        if full {
            self.finish_tag();
        }
        let Some(element) = self.open.pop() else {
            return Err(fault::invalid_operation("There was no XML start tag open."));
        };
        if element.unfinished {
            self.out.push_str(" />");
            return Ok(());
        }
        let empty = self.out.ends_with(&format!("<{}>", element.name)) || full && self.out.ends_with('>');
        if !(element.mixed || empty && full) {
            self.line(self.open.len());
        }
        self.out.push_str(&format!("</{}>", element.name));
        Ok(())
    }

    /// Ends what is open.
    ///
    /// # Errors
    /// None that its parts would not give.
    pub fn end_document(&mut self) -> Result<()> {
        while !self.open.is_empty() {
            self.end_element(false)?;
        }
        Ok(())
    }

    /// Text, of an attribute or an element.
    pub fn text(&mut self, text: &str) {
        if let Some((_, value)) = &mut self.attribute {
            value.push_str(text);
            return;
        }
        if text.is_empty() {
            return self.raw("");
        }
        self.raw(&escaped(text, false));
    }

    /// Text that is XML already.
    pub fn raw(&mut self, text: &str) {
        self.begin();
        self.finish_tag();
        if let Some(element) = self.open.last_mut() {
            element.mixed = true;
        }
        self.out.push_str(text);
    }

    /// White space, which makes no content mixed at the top.
    pub fn white_space(&mut self, text: &str) {
        self.raw(text);
    }

    /// A comment, an instruction or the like.
    pub fn markup(&mut self, text: &str) {
        self.begin();
        self.finish_tag();
        self.line(self.open.len());
        self.out.push_str(text);
    }

    /// How deep the next thing stands.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// A node with what is in it. White space between elements goes where lines are made anew.
    ///
    /// # Errors
    /// None that its parts would not give.
    pub fn node(&mut self, value: &Value) -> Result<()> {
        let Some(node) = of(value) else { return Ok(()) };
        match node.kind {
            NodeKind::Document => node.children().iter().try_for_each(|child| self.node(child))?,
            NodeKind::Element => {
                let (prefix, local) = node.name.split_once(':').unwrap_or(("", &node.name));
                let declared: Vec<Value> = node.attributes();
                self.start_element(
                    Some(prefix),
                    local,
                    Some(node.namespace.as_str()).filter(|_| {
                        !declared
                            .iter()
                            .filter_map(of)
                            .any(|a| a.name == "xmlns" || a.name == format!("xmlns:{prefix}"))
                    }),
                );
                for attribute in declared.iter().filter_map(of) {
                    let (prefix, local) = attribute.name.split_once(':').unwrap_or(("", &attribute.name));
                    self.start_attribute(Some(prefix), local, None)?;
                    self.text(&attribute.value());
                    self.end_attribute();
                }
                let children = node.children();
                children.iter().try_for_each(|child| self.node(child))?;
                self.end_element(children.is_empty() && node.is_open())?;
            }
            NodeKind::Attribute => self.text(&node.value()),
            NodeKind::Text => self.text(&node.value()),
            NodeKind::Whitespace if self.settings.indent => {}
            NodeKind::Whitespace => self.white_space(&node.value()),
            NodeKind::CData => self.raw(&format!("<![CDATA[{}]]>", node.value())),
            NodeKind::Comment => self.markup(&format!("<!--{}-->", node.value())),
            NodeKind::Declaration if self.begun => {}
            NodeKind::Declaration => {
                self.begun = true;
                self.out.push_str(&format!("<?{} {}?>", node.name, node.value()));
            }
            NodeKind::ProcessingInstruction => self.markup(&format!("<?{} {}?>", node.name, node.value())),
        }
        Ok(())
    }
}
