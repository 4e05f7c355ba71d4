//! `Select-Xml`.

use crate::types::Fields;
use psjob_dotnet::io::text_file;
use psjob_dotnet::xml::{reading, xpath};
use pwsh_runtime::command::{Cmdlet, HashtableArg, Io};
use pwsh_runtime::provider::item_not_found;
use pwsh_value::payload::Dictionary;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::named;
use pwsh_value::{Category, Error, PsString, Result, Value, convert};
use std::path::Path;

/// Finds nodes of XML by an XPath expression.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Select-Xml",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Xml",
    output("Microsoft.PowerShell.Commands.SelectXmlInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097031"
)]
pub struct SelectXml {
    #[parameter(mandatory, position = 0)]
    #[validate(not_null_or_empty)]
    x_path: PsString,
    #[parameter(mandatory, position = 1, pipeline_by_name, set = "Path")]
    #[validate(not_null_or_empty)]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, set = "LiteralPath", alias("PSPath", "LP"))]
    #[validate(not_null_or_empty)]
    literal_path: Vec<PsString>,
    #[parameter(
        ty = "System.Xml.XmlNode[]",
        mandatory,
        position = 1,
        pipeline,
        pipeline_by_name,
        set = "Xml",
        alias("Node")
    )]
    #[validate(not_null_or_empty)]
    xml: Value,
    #[parameter(mandatory, pipeline, set = "Content")]
    #[validate(not_null_or_empty)]
    content: Vec<PsString>,
    #[parameter]
    #[validate(not_null_or_empty)]
    namespace: Option<HashtableArg>,
}

impl Cmdlet for SelectXml {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        match &*io.set().to_str() {
            "Content" => {
                for text in &self.content {
                    match convert::to(io.rs, &text.clone().into(), &named("System.Xml.XmlDocument")) {
                        Ok(document) => self.put_out(io, &document, "InputStream")?,
                        Err(error) if error.thrown().is_some() => io.write_error(not_a_document(error))?,
                        Err(error) => return Err(error),
                    }
                }
                Ok(())
            }
            "Xml" => {
                use pwsh_value::Context;
                let nodes = io.rs.enumerate(&self.xml)?.unwrap_or_else(|| vec![self.xml.clone()]);
                nodes.iter().try_for_each(|node| self.put_out(io, node, "InputStream"))
            }
            set => self.files(io, set == "LiteralPath"),
        }
    }
}

impl SelectXml {
    fn files(&self, io: &mut Io<'_>, literal: bool) -> Result<()> {
        for path in if literal { &self.literal_path } else { &self.path } {
            let items = match literal {
                true => vec![io.rs.item_path(&path.to_str())?],
                false => io.rs.glob(&path.to_str(), false)?,
            };
            for item in items {
                if !item.is_file_system() {
                    let provider = item.provider.full_name();
                    let text = format!(
                        "Cannot open the file because the current provider ({provider}) cannot open files."
                    );
                    io.write_error(
                        Error::new("System.InvalidOperationException", text)
                            .id("ProcessingFile")
                            .category(Category::InvalidOperation)
                            .target(path.clone()),
                    )?;
                } else if !literal && !item.file().exists() {
                    return Err(item_not_found(&item.shown()));
                } else {
                    self.file(io, item.file())?;
                }
            }
        }
        Ok(())
    }

    fn file(&self, io: &mut Io<'_>, path: &Path) -> Result<()> {
        let shown = path.to_string_lossy().into_owned();
        let document = text_file::read_bytes(path)
            .and_then(|bytes| reading::document(&text_file::decoded(&bytes, Encoding::Utf8), true));
        match document {
            Ok(document) => self.put_out(io, &document, &shown),
            Err(error) => {
                let text = format!("The file '{shown}' cannot be read: {}", error.message());
                io.write_error(
                    Error::new("System.ArgumentException", text)
                        .id("ProcessingFile")
                        .category(Category::InvalidArgument)
                        .target(shown),
                )
            }
        }
    }

    fn put_out(&self, io: &mut Io<'_>, node: &Value, path: &str) -> Result<()> {
        let prefixes = self.prefixes(io)?;
        let namespace =
            |prefix: &str| prefixes.iter().find(|(name, _)| name == prefix).map(|(_, uri)| uri.clone());
        let expression = self.x_path.to_str();
        let found = xpath::select(node, &expression, &namespace).map_err(|error| match &error.thrown() {
            Some(thrown) if thrown.id.is_none() => error.id("System.Xml.XPath.XPathException"),
            _ => error,
        })?;
        for node in found {
            io.write(Fields::object(
                "Microsoft.PowerShell.Commands.SelectXmlInfo",
                vec![node, path.into(), self.x_path.clone().into()],
            ))?;
        }
        Ok(())
    }

    fn prefixes(&self, io: &mut Io<'_>) -> Result<Vec<(String, String)>> {
        let Some(table) = &self.namespace else { return Ok(Vec::new()) };
        let mut prefixes = Vec::new();
        for (prefix, uri) in table.0.get::<Dictionary>().map_or_else(Vec::new, |table| table.entries()) {
            if uri.is_null() {
                let text = "This command cannot be run because the prefix value in the Namespace parameter is null. Provide a valid value for the prefix, and then run the command again.";
                io.write_error(
                    Error::new("System.InvalidOperationException", text)
                        .id("PrefixError")
                        .category(Category::InvalidOperation)
                        .target(table.0.clone()),
                )?;
                continue;
            }
            let (prefix, uri) = (convert::to_text(io.rs, &prefix)?, convert::to_text(io.rs, &uri)?);
            prefixes.push((prefix.to_string(), uri.to_string()));
        }
        Ok(prefixes)
    }
}

/// A text that is no document, as the error record within the conversion's exception says it.
fn not_a_document(error: Error) -> Error {
    let id = error.thrown().and_then(|thrown| thrown.id.clone()).unwrap_or_default();
    Error::new("System.Management.Automation.ParentContainsErrorRecordException", error.message())
        .id(id)
        .category(Category::InvalidArgument)
}
