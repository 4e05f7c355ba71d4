//! From PowerShell's values to a JSON text.

use psjob_dotnet::system::clock;
use pwsh_runtime::Runspace;
use pwsh_runtime::member::{MemberKind, PropertyInfo, PropertyView};
use pwsh_value::convert;
use pwsh_value::payload::{BigInt, Decimal, Dictionary, EnumNumber, PropertyBag};
use pwsh_value::text::culture::Culture;
use pwsh_value::text::date::write_date_time;
use pwsh_value::text::number::{write_decimal, write_double, write_single};
use pwsh_value::ty::known;
use pwsh_value::{Context, DateTime, Obj, PsString, Result, Value};
use std::fmt::Write;

/// Which characters of strings are written as escapes (`-EscapeHandling`).
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Escape {
    /// Control characters.
    #[default]
    Default,
    /// All beyond ASCII too.
    EscapeNonAscii,
    /// Those that mean something in HTML too.
    EscapeHtml,
}

/// How the text looks.
#[derive(Clone, Copy)]
pub struct Layout {
    /// No white space.
    pub compress: bool,
    /// Enum values by name.
    pub enums_as_strings: bool,
    /// Which characters are escaped.
    pub escape: Escape,
    /// How many containers may lie in the outermost one; what lies deeper is written as its text.
    pub depth: usize,
}

/// A JSON text being written.
pub struct Writer {
    layout: Layout,
    out: String,
    /// Whether something lay too deep.
    pub truncated: bool,
}

impl Writer {
    /// An empty text.
    pub fn new(layout: Layout) -> Self {
        Self { layout, out: String::new(), truncated: false }
    }

    /// The text.
    pub fn finish(self) -> String {
        self.out
    }

    /// Writes a value that lies in `depth` containers.
    pub fn value(&mut self, rs: &mut Runspace, value: &Value, depth: usize) -> Result<()> {
        pwsh_value::stack::check()?;
        if matches!(value, Value::Wrapped(_))
            && !matches!(value.unwrapped(), Value::String(_) | Value::DateTime(_))
        {
            let extended = rs.properties(value, PropertyView::Extended)?;
            if !extended.is_empty() {
                self.with_extended(rs, value, depth, |writer, rs| {
                    writer.simple(rs, value.unwrapped(), depth)
                })?;
                return Ok(());
            }
        }
        match value.unwrapped() {
            Value::Object(obj) => self.object(rs, value, obj, depth),
            simple => self.simple(rs, simple, depth),
        }
    }

    fn simple(&mut self, rs: &mut Runspace, value: &Value, depth: usize) -> Result<()> {
        let number = &Culture::invariant().number;
        match value {
            Value::Null | Value::Void => self.out.push_str("null"),
            Value::Bool(truth) => self.out.push_str(if *truth { "true" } else { "false" }),
            Value::Double(v) if v.is_finite() => self.decimal_place(|out| write_double(*v, number, out)),
            Value::Single(v) if v.is_finite() => self.decimal_place(|out| write_single(*v, number, out)),
            Value::Char(_) | Value::String(_) | Value::Double(_) | Value::Single(_) => {
                let text = convert::to_text(rs, value)?;
                self.string(&text);
            }
            Value::DateTime(date) => self.date(rs, *date),
            Value::TimeSpan(_) if depth > self.layout.depth => {
                self.truncated = true;
                let text = convert::to_text(rs, value)?;
                self.string(&text);
            }
            Value::TimeSpan(_) => {
                let properties = rs.properties(value, PropertyView::All)?;
                self.properties(rs, value, properties, depth)?;
            }
            other => {
                let text = convert::to_text(rs, other)?;
                self.out.push_str(&text.to_str());
            }
        }
        Ok(())
    }

    /// A number that shows that it is not a whole one by type.
    fn decimal_place(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.out.len();
        write(&mut self.out);
        if !self.out[start..].contains(['.', 'E', 'e']) {
            self.out.push_str(".0");
        }
    }

    fn date(&mut self, rs: &Runspace, date: DateTime) {
        let zone = clock::zone(rs);
        self.out.push('"');
        let format = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK";
        let written = write_date_time(date, format, &Culture::invariant().date, &zone, &mut self.out);
        debug_assert!(written.is_ok(), "the picture is well formed");
        self.out.push('"');
    }

    fn object(&mut self, rs: &mut Runspace, value: &Value, obj: &Obj, depth: usize) -> Result<()> {
        let number = &Culture::invariant().number;
        if let Some(decimal) = obj.get::<Decimal>() {
            self.decimal_place(|out| write_decimal(&decimal.payload().0, number, out));
            return Ok(());
        }
        if let Some(big) = obj.get::<BigInt>() {
            self.out.push_str(&big.payload().0.to_string());
            return Ok(());
        }
        if let Some(number) = obj.get::<EnumNumber>() {
            return self.enumeration(rs, value, obj, number.payload().0);
        }
        match &*obj.ty().name().to_str() {
            "System.Guid" | "System.Uri" => {
                let text = convert::to_text(rs, value)?;
                self.string(&text);
                return Ok(());
            }
            "System.DateTimeOffset" => {
                let format = Value::str("yyyy-MM-ddTHH:mm:ss.FFFFFFFK");
                let text = rs.call_method(value, "ToString", vec![format])?;
                let text = convert::to_text(rs, &text)?;
                self.string(&text);
                return Ok(());
            }
            "System.DBNull" => {
                self.out.push_str("null");
                return Ok(());
            }
            _ => {}
        }
        if depth > self.layout.depth {
            self.truncated = true;
            let text = convert::to_text(rs, value)?;
            self.string(&text);
            return Ok(());
        }
        if let Some(table) = obj.get::<Dictionary>() {
            return self.dictionary(rs, value, table.payload().entries(), depth);
        }
        if let Some(items) = rs.enumerate(value)? {
            let attached = rs.properties(value, PropertyView::Extended)?;
            if !attached.iter().any(PropertyInfo::is_instance) {
                return self.items(rs, items, depth);
            }
            return self.with_extended(rs, value, depth, |writer, rs| writer.items(rs, items, depth));
        }
        // An object's own properties come before those that were added to it.
        let mut properties = match *obj.ty() == known().pscustomobject && obj.get::<PropertyBag>().is_some() {
            true => Vec::new(),
            false => rs.properties(value, PropertyView::Adapted)?,
        };
        for added in rs.properties(value, PropertyView::Extended)? {
            if !properties.iter().any(|p| p.name.eq_ignore_case(&added.name)) {
                properties.push(added);
            }
        }
        self.properties(rs, value, properties, depth)
    }

    fn enumeration(&mut self, rs: &mut Runspace, value: &Value, obj: &Obj, number: i64) -> Result<()> {
        let wide = obj.ty().enum_underlying().is_some_and(|ty| ty == known().int64 || ty == known().uint64);
        if wide || self.layout.enums_as_strings {
            let text = convert::to_text(rs, value)?;
            self.string(&text);
        } else {
            self.out.push_str(&number.to_string());
        }
        Ok(())
    }

    fn dictionary(
        &mut self,
        rs: &mut Runspace,
        value: &Value,
        entries: Vec<(Value, Value)>,
        depth: usize,
    ) -> Result<()> {
        let mut list = Vec::with_capacity(entries.len());
        for (key, item) in entries {
            list.push((convert::to_text(rs, &key)?, item));
        }
        for added in rs.properties(value, PropertyView::Extended)? {
            if added.is_instance() && !list.iter().any(|(name, _)| *name == added.name) {
                list.push((added.name.clone(), added.value(rs, value)?));
            }
        }
        self.pairs(rs, list, depth)
    }

    fn properties(
        &mut self,
        rs: &mut Runspace,
        value: &Value,
        properties: Vec<PropertyInfo>,
        depth: usize,
    ) -> Result<()> {
        let mut list = Vec::with_capacity(properties.len());
        for property in properties {
            if matches!(property.kind(), MemberKind::PropertySet | MemberKind::MemberSet) {
                continue;
            }
            list.push((property.name.clone(), property.value(rs, value).unwrap_or(Value::Null)));
        }
        self.pairs(rs, list, depth)
    }

    fn pairs(&mut self, rs: &mut Runspace, pairs: Vec<(PsString, Value)>, depth: usize) -> Result<()> {
        if pairs.is_empty() {
            self.out.push_str("{}");
            return Ok(());
        }
        self.out.push('{');
        for (at, (name, item)) in pairs.iter().enumerate() {
            self.between(at, depth + 1);
            self.name(name);
            self.value(rs, item, depth + 1)?;
        }
        self.line(depth);
        self.out.push('}');
        Ok(())
    }

    fn items(&mut self, rs: &mut Runspace, items: Vec<Value>, depth: usize) -> Result<()> {
        if items.is_empty() {
            self.out.push_str("[]");
            return Ok(());
        }
        self.out.push('[');
        for (at, item) in items.iter().enumerate() {
            self.between(at, depth + 1);
            self.value(rs, item, depth + 1)?;
        }
        self.line(depth);
        self.out.push(']');
        Ok(())
    }

    /// A value that is no object of its own, with properties that were added to it: `{"value": .., ..}`.
    fn with_extended(
        &mut self,
        rs: &mut Runspace,
        value: &Value,
        depth: usize,
        inner: impl FnOnce(&mut Writer, &mut Runspace) -> Result<()>,
    ) -> Result<()> {
        self.out.push('{');
        self.line(depth + 1);
        self.name(&"value".into());
        inner(self, rs)?;
        for added in rs.properties(value, PropertyView::Extended)? {
            self.between(1, depth + 1);
            self.name(&added.name);
            let item = added.value(rs, value).unwrap_or(Value::Null);
            self.value(rs, &item, depth + 1)?;
        }
        self.line(depth);
        self.out.push('}');
        Ok(())
    }

    fn between(&mut self, at: usize, depth: usize) {
        if at > 0 {
            self.out.push(',');
        }
        self.line(depth);
    }

    fn line(&mut self, depth: usize) {
        if !self.layout.compress {
            self.out.push('\n');
            self.out.extend(std::iter::repeat_n("  ", depth));
        }
    }

    fn name(&mut self, name: &PsString) {
        self.string(name);
        self.out.push_str(if self.layout.compress { ":" } else { ": " });
    }

    fn string(&mut self, text: &PsString) {
        self.out.push('"');
        for c in text.to_str().chars() {
            match c {
                '"' if self.layout.escape != Escape::EscapeHtml => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\u{8}' => self.out.push_str("\\b"),
                '\t' => self.out.push_str("\\t"),
                '\n' => self.out.push_str("\\n"),
                '\u{c}' => self.out.push_str("\\f"),
                '\r' => self.out.push_str("\\r"),
                c if self.is_escaped(c) => {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        let _ = write!(self.out, "\\u{unit:04x}");
                    }
                }
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    fn is_escaped(&self, c: char) -> bool {
        c < ' '
            || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
            || match self.layout.escape {
                Escape::Default => false,
                Escape::EscapeNonAscii => !c.is_ascii(),
                Escape::EscapeHtml => matches!(c, '<' | '>' | '&' | '\'' | '"'),
            }
    }
}
