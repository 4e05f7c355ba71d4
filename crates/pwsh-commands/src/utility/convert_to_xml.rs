//! `ConvertTo-Xml`.

use crate::xml::{Objects, ROOT};
use psjob_dotnet::xml::reading;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Gives objects as XML.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "ConvertTo-Xml",
    module = "Microsoft.PowerShell.Utility",
    output("System.Xml.XmlDocument", "System.String"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096603"
)]
pub struct ConvertToXml {
    #[parameter]
    #[validate(range(1, 2147483647))]
    depth: Option<i32>,
    #[parameter(ty = "System.Management.Automation.PSObject", mandatory, position = 0, pipeline)]
    #[validate(allow_null)]
    input_object: Value,
    #[parameter]
    no_type_information: Switch,
    #[parameter]
    #[validate(not_null_or_empty, set("Stream", "String", "Document"))]
    r#as: PsString,
    elements: Vec<String>,
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

impl Cmdlet for ConvertToXml {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.r#as.is("Stream") {
            io.write(DECLARATION)?;
            io.write(format!("<{ROOT}>"))?;
        }
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let objects = Objects { depth: self.depth.unwrap_or(1), types: !self.no_type_information.0 };
        if self.r#as.is("Stream") {
            let element = objects.element(io.rs, &self.input_object, 0)?;
            return io.write(element);
        }
        self.elements.push(objects.element(io.rs, &self.input_object, 1)?);
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.r#as.is("Stream") {
            return io.write(format!("</{ROOT}>"));
        }
        let elements = std::mem::take(&mut self.elements);
        let text = match elements.is_empty() {
            true => format!("{DECLARATION}\n<{ROOT} />"),
            false => format!("{DECLARATION}\n<{ROOT}>\n  {}\n</{ROOT}>", elements.join("\n  ")),
        };
        if self.r#as.is("String") {
            return io.write(text);
        }
        io.write(reading::document(&text, false)?)
    }
}
