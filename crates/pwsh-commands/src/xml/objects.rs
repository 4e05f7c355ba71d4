//! The elements `Object` and `Property` of objects.

use crate::object_text::object_text;
use pwsh_runtime::Runspace;
use pwsh_runtime::member::PropertyView;
use pwsh_runtime::type_data::Serialization;
use pwsh_value::payload::{Dictionary, Exception, PropertyBag};
use pwsh_value::{Context, PsString, Result, Value, convert, stack};
use std::fmt::Write;

/// The root element.
pub const ROOT: &str = "Objects";

/// How objects are written.
#[derive(Clone, Copy)]
pub struct Objects {
    /// How many levels of properties are written as elements.
    pub depth: i32,
    /// Whether elements name their types.
    pub types: bool,
}

/// The tag of an element: that of the object itself, or of a property or item of another.
#[derive(Clone, Copy)]
enum Tag<'a> {
    Object,
    Item,
    Property(&'a str),
}

/// Text and elements with their indentation.
struct Out {
    text: String,
    level: usize,
    /// How long the text was behind the last start tag: an element that ends there is empty.
    opened: usize,
}

impl Objects {
    /// The element of an object, its lines indented as within `level` others.
    ///
    /// # Errors
    /// What stops the pipeline.
    pub fn element(self, rs: &mut Runspace, value: &Value, level: usize) -> Result<String> {
        let mut out = Out { text: String::new(), level, opened: 0 };
        self.value(rs, value, Tag::Object, self.depth, &mut out)?;
        Ok(out.text)
    }

    fn value(self, rs: &mut Runspace, value: &Value, tag: Tag<'_>, depth: i32, out: &mut Out) -> Result<()> {
        let Some(ty) = value.ty().cloned() else {
            out.empty(tag, None);
            return Ok(());
        };
        let type_name = self.types.then(|| ty.name().to_string());
        let type_name = type_name.as_deref();
        let custom = value.as_object().is_some_and(|obj| obj.get::<PropertyBag>().is_some());
        if is_primitive(value) {
            let text = object_text(rs, value)?.unwrap_or_default();
            out.text_element(tag, type_name, &text.to_str());
            return Ok(());
        }
        if !custom && let Some(table) = value.as_object().and_then(|obj| obj.get::<Dictionary>()) {
            out.open(tag, type_name);
            for (key, item) in table.entries() {
                self.value(rs, &key, Tag::Property("Key"), depth, out)?;
                self.value(rs, &item, Tag::Property("Value"), depth, out)?;
            }
            out.close(tag);
            return Ok(());
        }
        let is_exception = value.as_object().is_some_and(|obj| obj.get::<Exception>().is_some());
        let items = if custom || is_exception { None } else { rs.enumerate(value)? };
        if let Some(items) = items.filter(|_| !stack::exhausted()) {
            out.open(tag, type_name);
            for item in items {
                self.value(rs, &item, Tag::Item, depth, out)?;
            }
            out.close(tag);
            return Ok(());
        }
        let data = rs.type_data(value);
        let as_text = data.standard.serialization == Some(Serialization::String);
        if depth == 0 || as_text || stack::exhausted() {
            let text = object_text(rs, value)?.unwrap_or_default();
            out.text_element(tag, type_name, &text.to_str());
            return Ok(());
        }
        let depth = data.standard.depth.filter(|depth| *depth > 0).unwrap_or(depth) - 1;
        out.open(tag, type_name);
        self.properties(rs, value, depth, out)?;
        out.close(tag);
        Ok(())
    }

    fn properties(self, rs: &mut Runspace, value: &Value, depth: i32, out: &mut Out) -> Result<()> {
        for property in rs.properties(value, PropertyView::All)? {
            if property.hidden {
                continue;
            }
            let found = property.value(rs, value);
            let found = match found {
                Ok(found) => found,
                Err(error) if error.thrown().is_some() => Value::Null,
                Err(error) => return Err(error),
            };
            let name = property.name.to_str().into_owned();
            if found.is_null() {
                let info = property.object(value);
                let ty = if self.types { Some(rs.get_property(&info, "TypeNameOfValue")?) } else { None };
                let ty = ty.map(|ty| convert::to_text(rs, &ty)).transpose()?;
                out.empty(Tag::Property(&name), ty.as_ref().map(PsString::to_string).as_deref());
                continue;
            }
            self.value(rs, &found, Tag::Property(&name), depth, out)?;
        }
        Ok(())
    }
}

/// Whether a value is one of the types that CLIXML has an element of its own for.
fn is_primitive(value: &Value) -> bool {
    let inner = value.unwrapped();
    let known = pwsh_value::ty::known();
    !matches!(inner, Value::Object(_))
        || inner.ty().is_some_and(|ty| {
            let others = [
                "System.Uri",
                "System.Version",
                "System.Security.SecureString",
                "System.Management.Automation.ScriptBlock",
                "System.Xml.XmlDocument",
            ];
            *ty == known.decimal
                || *ty == known.guid
                || *ty == known.byte_array
                || others.iter().any(|name| ty.name().is(name))
        })
}

impl Out {
    fn start(&mut self, tag: Tag<'_>, type_name: Option<&str>) {
        if !self.text.is_empty() {
            self.text.push('\n');
            self.text.push_str(&"  ".repeat(self.level));
        }
        self.text.push('<');
        self.text.push_str(tag.name());
        let name = if let Tag::Property(name) = tag { Some(name) } else { None };
        for (attribute, value) in [("Name", name), ("Type", type_name)] {
            if let Some(value) = value {
                let _ = write!(self.text, " {attribute}=\"{}\"", escaped(value).replace('"', "&quot;"));
            }
        }
    }

    fn empty(&mut self, tag: Tag<'_>, type_name: Option<&str>) {
        self.start(tag, type_name);
        self.text.push_str(" />");
    }

    fn text_element(&mut self, tag: Tag<'_>, type_name: Option<&str>, text: &str) {
        self.start(tag, type_name);
        let _ = write!(self.text, ">{}</{}>", escaped(text), tag.name());
    }

    fn open(&mut self, tag: Tag<'_>, type_name: Option<&str>) {
        self.start(tag, type_name);
        self.text.push('>');
        self.opened = self.text.len();
        self.level += 1;
    }

    fn close(&mut self, tag: Tag<'_>) {
        self.level -= 1;
        if self.text.len() == self.opened {
            self.text.pop();
            self.text.push_str(" />");
            return;
        }
        self.text.push('\n');
        self.text.push_str(&"  ".repeat(self.level));
        let _ = write!(self.text, "</{}>", tag.name());
    }
}

impl Tag<'_> {
    fn name(self) -> &'static str {
        if let Tag::Object = self { "Object" } else { "Property" }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
