//! Lines out of objects.

use super::TYPE_PREFIX;
use crate::enum_argument::number_of;
use crate::object_text::object_text;
use pwsh_runtime::Runspace;
use pwsh_runtime::command::Io;
use pwsh_runtime::member::PropertyView;
use pwsh_value::payload::Dictionary;
use pwsh_value::{Category, Error, PsString, Result, Value, convert};

/// Which fields stand in quotes.
pub enum Quoting {
    /// None.
    Never,
    /// All.
    Always,
    /// Those with a delimiter, a quote or a line end in them.
    AsNeeded,
    /// Those of these columns.
    Columns(Vec<PsString>),
}

impl Quoting {
    /// What `-UseQuotes` and `-QuoteFields` ask for.
    ///
    /// # Errors
    /// `CannotSpecifyQuoteFieldsAndUseQuotes` where both are given.
    pub fn of(io: &Io<'_>, use_quotes: &Value, fields: &[PsString]) -> Result<Quoting> {
        if io.is_bound("UseQuotes") && io.is_bound("QuoteFields") {
            let text = "You must specify either the -UseQuotes or -QuoteFields parameters, but not both.";
            return Err(Error::new("System.InvalidOperationException", text)
                .id("CannotSpecifyQuoteFieldsAndUseQuotes")
                .category(Category::InvalidData));
        }
        if io.is_bound("QuoteFields") {
            return Ok(Quoting::Columns(fields.to_vec()));
        }
        Ok(match number_of(use_quotes) {
            0 if !use_quotes.is_null() => Quoting::Never,
            2 => Quoting::AsNeeded,
            _ => Quoting::Always,
        })
    }
}

/// Writes the lines of a table whose columns are the properties of its first object.
pub struct Writer {
    delimiter: char,
    quoting: Quoting,
    columns: Option<Vec<PsString>>,
}

impl Writer {
    /// A writer that has met no object yet.
    pub fn new(delimiter: char, quoting: Quoting) -> Writer {
        Writer { delimiter, quoting, columns: None }
    }

    /// Sets the columns.
    pub fn set_columns(&mut self, columns: Vec<PsString>) {
        self.columns = Some(columns);
    }

    /// The line of the columns' names.
    fn header(&self) -> String {
        let mut line = String::new();
        for (at, name) in self.columns.iter().flatten().enumerate() {
            self.delimit(at, &mut line);
            self.field(name, &name.to_str(), &mut line);
        }
        line
    }

    /// An object's line; a property that it lacks or that is null is an empty field.
    ///
    /// # Errors
    /// What stops the pipeline.
    fn line(&self, rs: &mut Runspace, object: &Value) -> Result<String> {
        let mut line = String::new();
        for (at, name) in self.columns.iter().flatten().enumerate() {
            self.delimit(at, &mut line);
            if let Some(text) = field_text(rs, object, name)? {
                self.field(name, &text.to_str(), &mut line);
            }
        }
        Ok(line)
    }

    /// The lines that an object adds: before the first one the type's and the header's, where they are wanted.
    ///
    /// # Errors
    /// What stops the pipeline.
    pub fn lines(&mut self, rs: &mut Runspace, object: &Value, with: Head) -> Result<Vec<String>> {
        let mut lines = Vec::with_capacity(1);
        if self.columns.is_none() {
            self.columns = Some(property_names(rs, object)?);
            if with.header && with.type_line {
                lines.push(type_line(rs, object));
            }
            if with.header {
                lines.push(self.header());
            }
        }
        lines.push(self.line(rs, object)?);
        Ok(lines)
    }

    fn delimit(&self, at: usize, line: &mut String) {
        if at > 0 {
            line.push(self.delimiter);
        }
    }

    fn field(&self, column: &PsString, text: &str, line: &mut String) {
        let quote = match &self.quoting {
            Quoting::Never => false,
            Quoting::Always => true,
            Quoting::AsNeeded => text.contains([self.delimiter, '\n', '"']),
            Quoting::Columns(columns) => columns.iter().any(|name| name.eq_ignore_case(column)),
        };
        if !quote {
            line.push_str(text);
            return;
        }
        line.push('"');
        for (at, part) in text.split('"').enumerate() {
            if at > 0 {
                line.push_str("\"\"");
            }
            line.push_str(part);
        }
        line.push('"');
    }
}

/// The names of an object's properties; of a dictionary, its keys and what was added to it.
///
/// # Errors
/// What a key's `ToString` of script throws.
pub fn property_names(rs: &mut Runspace, object: &Value) -> Result<Vec<PsString>> {
    let mut names = Vec::new();
    let mut view = PropertyView::All;
    if let Some(table) = object.as_object().and_then(|obj| obj.get::<Dictionary>()) {
        for (key, _) in table.entries() {
            names.push(convert::to_text(rs, &key)?);
        }
        view = PropertyView::Extended;
    }
    let properties = rs.properties(object, view)?;
    names.extend(properties.into_iter().filter(|property| !property.hidden).map(|property| property.name));
    Ok(names)
}

fn field_text(rs: &mut Runspace, object: &Value, name: &PsString) -> Result<Option<PsString>> {
    let in_table =
        object.as_object().and_then(|obj| obj.get::<Dictionary>()).and_then(|table| table.get_str(name));
    let value = match in_table {
        Some(value) => Some(value),
        None => rs.find_value(object, name)?,
    };
    let Some(value) = value else { return Ok(None) };
    match object_text(rs, &value) {
        // A value without a text is an empty field.
        Err(error) if error.thrown().is_some() => Ok(None),
        text => text,
    }
}

/// The `#TYPE` line of an object.
fn type_line(rs: &Runspace, object: &Value) -> String {
    match rs.type_names(object).first() {
        None => "#TYPE".to_owned(),
        Some(name) => {
            let name = name.to_str();
            let imported =
                name.get(..TYPE_PREFIX.len()).is_some_and(|head| head.eq_ignore_ascii_case(TYPE_PREFIX));
            format!("#TYPE {}", if imported { &name[TYPE_PREFIX.len()..] } else { &name })
        }
    }
}

/// What stands before the first object's line.
#[derive(Clone, Copy)]
pub struct Head {
    /// The names of the columns.
    pub header: bool,
    /// The type of the first object; only with a header.
    pub type_line: bool,
}
