//! `ConvertTo-Html`.

use crate::object_text::object_text;
use crate::property::{Allowed, PropertyArgument};
use psjob_dotnet::net::html;
use pwsh_runtime::command::{Cmdlet, HashtableArg, Io, Switch};
use pwsh_runtime::member::PropertyView;
use pwsh_value::payload::Dictionary;
use pwsh_value::{Category, Error, PsString, Result, Value, convert};

/// Gives objects as a table of HTML.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "ConvertTo-Html",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Page",
    output("System.String"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096595"
)]
pub struct ConvertToHtml {
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    #[parameter(position = 0)]
    property: Vec<Value>,
    #[parameter(position = 3, set = "Page")]
    body: Option<Vec<PsString>>,
    #[parameter(position = 1, set = "Page")]
    head: Option<Vec<PsString>>,
    #[parameter(position = 2, set = "Page")]
    #[validate(not_null_or_empty)]
    title: Option<PsString>,
    #[parameter]
    #[validate(not_null_or_empty, set("Table", "List"))]
    r#as: PsString,
    #[parameter(set = "Page", ty = "System.Uri", alias("cu", "uri"))]
    #[validate(not_null_or_empty)]
    css_uri: Value,
    #[parameter(set = "Fragment")]
    #[validate(not_null_or_empty)]
    fragment: Switch,
    #[parameter]
    #[validate(not_null_or_empty)]
    post_content: Vec<PsString>,
    #[parameter]
    #[validate(not_null_or_empty)]
    pre_content: Vec<PsString>,
    #[parameter(set = "Page")]
    #[validate(not_null_or_empty)]
    meta: Option<HashtableArg>,
    #[parameter(set = "Page")]
    #[validate(not_null_or_empty, pattern("^[A-Za-z0-9]\\w+\\S+[A-Za-z0-9]$"))]
    charset: Option<PsString>,
    #[parameter(set = "Page")]
    #[validate(not_null_or_empty)]
    transitional: Switch,
    columns: Vec<Column>,
    has_header: bool,
    count: usize,
}

/// A column: what gives its values, and how it is shown.
struct Column {
    source: PropertyArgument,
    name: PsString,
    alignment: Option<PsString>,
    width: Option<PsString>,
}

const STRICT: &str = r#"<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">"#;
const TRANSITIONAL: &str = r#"<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">"#;

impl Cmdlet for ConvertToHtml {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let uri = convert::to_text(io.rs, &self.css_uri)?;
        if io.is_bound("CssUri") && uri.to_str().trim().is_empty() {
            let text = "This command cannot be run because 'CSSUri' is empty or blank. Please specify CSSUri and then run the command.";
            return Err(Error::new("System.ArgumentException", text)
                .id("ArgumentException")
                .category(Category::InvalidArgument)
                .target("CSSUri"));
        }
        if !self.fragment.0 {
            self.page_head(io, &uri)?;
        }
        self.pre_content.iter().try_for_each(|line| io.write(line.clone()))?;
        io.write("<table>")
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.input_object.is_null() {
            return Ok(());
        }
        self.count += 1;
        let as_list = self.r#as.is("List");
        if !self.has_header {
            self.columns = self.columns_of(io)?;
            if self.columns.is_empty() {
                return Ok(());
            }
            if as_list {
                return self.list_entry(io);
            }
            self.table_header(io)?;
            self.has_header = true;
        }
        let mut row = String::from("<tr>");
        for column in &self.columns {
            row.push_str(&format!("<td>{}</td>", self.cell(io, column)?));
        }
        row.push_str("</tr>");
        io.write(row)
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        io.write("</table>")?;
        self.post_content.iter().try_for_each(|line| io.write(line.clone()))?;
        if self.fragment.0 { Ok(()) } else { io.write("</body></html>") }
    }
}

impl ConvertToHtml {
    fn page_head(&self, io: &mut Io<'_>, uri: &PsString) -> Result<()> {
        io.write(if self.transitional.0 { TRANSITIONAL } else { STRICT })?;
        io.write("<html xmlns=\"http://www.w3.org/1999/xhtml\">")?;
        io.write("<head>")?;
        if let Some(charset) = &self.charset {
            io.write(format!("<meta charset=\"{charset}\">"))?;
        }
        if let Some(meta) = &self.meta {
            self.meta_tags(io, meta)?;
        }
        match &self.head {
            Some(head) => head.iter().try_for_each(|line| io.write(line.clone()))?,
            None => {
                let title = self.title.as_ref().map_or_else(|| "HTML TABLE".into(), PsString::to_string);
                io.write(format!("<title>{title}</title>"))?;
            }
        }
        if io.is_bound("CssUri") {
            io.write(format!("<link rel=\"stylesheet\" type=\"text/css\" href=\"{uri}\" />"))?;
        }
        io.write("</head><body>")?;
        self.body.iter().flatten().try_for_each(|line| io.write(line.clone()))
    }

    fn meta_tags(&self, io: &mut Io<'_>, meta: &HashtableArg) -> Result<()> {
        let entries = meta.0.get::<Dictionary>().map_or_else(Vec::new, |table| table.entries());
        for (key, value) in entries {
            let (key, value) = (convert::to_text(io.rs, &key)?, convert::to_text(io.rs, &value)?);
            let attribute = match &*key.to_str().to_lowercase() {
                "content-type" | "default-style" | "x-ua-compatible" => "http-equiv",
                "application-name" | "author" | "description" | "generator" | "keywords" | "viewport" => {
                    "name"
                }
                _ => {
                    io.warning(format!("Accepted meta properties are content-type, default-style, application-name, author, description, generator, keywords, x-ua-compatible, and viewport. The meta pair: {key} and {value} may not function correctly."))?;
                    "name"
                }
            };
            io.write(format!("<meta {attribute}=\"{key}\" content=\"{value}\">"))?;
        }
        Ok(())
    }

    /// The columns that the properties asked for are of the object at hand.
    fn columns_of(&self, io: &mut Io<'_>) -> Result<Vec<Column>> {
        let asked = if self.property.is_empty() { vec!["*".into()] } else { self.property.clone() };
        let allowed = Allowed { keys: &["name", "label", "alignment", "width"], wildcards: true };
        let mut columns = Vec::new();
        for source in PropertyArgument::parse_all(io.rs, &asked, allowed)? {
            let mut entry = |key| {
                let value = source.entry(key).cloned();
                value.map(|value| convert::to_text(io.rs, &value)).transpose()
            };
            let (alignment, width) = (entry("alignment")?, entry("width")?);
            if !source.expression.has_wildcards() {
                let name = source.label.clone().unwrap_or_else(|| source.expression.text());
                columns.push(Column { source, name, alignment, width });
                continue;
            }
            for name in names_like(io, &self.input_object, &source)? {
                let label = source.label.clone().unwrap_or_else(|| name.clone());
                let source = source.of_property(name);
                let (alignment, width) = (alignment.clone(), width.clone());
                columns.push(Column { source, name: label, alignment, width });
            }
        }
        Ok(columns)
    }

    fn list_entry(&self, io: &mut Io<'_>) -> Result<()> {
        if self.count > 1 {
            io.write("<tr><td><hr></td></tr>")?;
        }
        for column in &self.columns {
            let cell = self.cell(io, column)?;
            io.write(format!("<tr><td>{}:</td><td>{cell}</td></tr>", column.name))?;
        }
        Ok(())
    }

    fn table_header(&self, io: &mut Io<'_>) -> Result<()> {
        let (mut group, mut names) = (String::from("<colgroup>"), String::from("<tr>"));
        for column in &self.columns {
            group.push_str("<col");
            for (attribute, value) in [("width", &column.width), ("align", &column.alignment)] {
                if let Some(value) = value {
                    group.push_str(&format!(" {attribute} = \"{value}\""));
                }
            }
            group.push_str("/>");
            names.push_str(&format!("<th>{}</th>", column.name));
        }
        io.write(group + "</colgroup>")?;
        io.write(names + "</tr>")
    }

    fn cell(&self, io: &mut Io<'_>, column: &Column) -> Result<String> {
        let mut texts = Vec::new();
        for evaluated in column.source.evaluate(io.rs, &self.input_object)? {
            let text = evaluated.value.and_then(|value| object_text(io.rs, &value));
            texts.push(match text {
                Ok(text) => html::encode(&text.unwrap_or_default().to_str()),
                // A value without a text is an empty cell.
                Err(error) if error.thrown().is_some() => String::new(),
                Err(error) => return Err(error),
            });
        }
        Ok(texts.join(", "))
    }
}

/// The names of an object's properties that a pattern means.
fn names_like(io: &mut Io<'_>, object: &Value, source: &PropertyArgument) -> Result<Vec<PsString>> {
    if source.expression.text().is("*") {
        let properties = io.rs.properties(object, PropertyView::All)?;
        return Ok(properties.into_iter().filter(|p| !p.hidden).map(|p| p.name).collect());
    }
    Ok(source.evaluate(io.rs, object)?.into_iter().map(|evaluated| evaluated.name).collect())
}
