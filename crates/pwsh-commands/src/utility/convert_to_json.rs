//! `ConvertTo-Json`.

use crate::enum_argument::number_of;
use crate::json::{Escape, Layout, Writer};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Obj, Result, Value};

/// Writes objects as JSON.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "ConvertTo-Json",
    module = "Microsoft.PowerShell.Utility",
    output("System.String"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096925"
)]
pub struct ConvertToJson {
    #[parameter(position = 0, mandatory, pipeline)]
    #[validate(allow_null)]
    input_object: Value,
    #[parameter]
    #[validate(range(0, 100))]
    depth: Option<i32>,
    #[parameter]
    compress: Switch,
    #[parameter]
    enums_as_strings: Switch,
    #[parameter]
    as_array: Switch,
    #[parameter(ty = "Newtonsoft.Json.StringEscapeHandling")]
    escape_handling: Value,
    objects: Vec<Value>,
}

impl Cmdlet for ConvertToJson {
    fn process(&mut self, _: &mut Io<'_>) -> Result<()> {
        self.objects.push(self.input_object.clone());
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let mut objects = std::mem::take(&mut self.objects);
        if objects.is_empty() {
            return Ok(());
        }
        let value = match objects.len() {
            1 if !self.as_array.0 => objects.remove(0),
            _ => Value::Object(Obj::array(objects)),
        };
        let layout = Layout {
            compress: self.compress.0,
            enums_as_strings: self.enums_as_strings.0,
            escape: match number_of(&self.escape_handling) {
                1 => Escape::EscapeNonAscii,
                2 => Escape::EscapeHtml,
                _ => Escape::Default,
            },
            depth: self.depth.unwrap_or(2) as usize,
        };
        let mut writer = Writer::new(layout);
        writer.value(io.rs, &value, 0)?;
        if writer.truncated {
            io.warning(format!(
                "Resulting JSON is truncated as serialization has exceeded the set depth of {}.",
                layout.depth
            ))?;
        }
        io.write(writer.finish())
    }
}
